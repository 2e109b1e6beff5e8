package studio.tutti.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recordings in a folder, each in a file called by its hash: a place for them between reading a song and writing it.
 *
 * @param folder that exists
 */
public record MediaFolder(Path folder) implements MediaSource, MediaSink {

    @Override
    public InputStream open(String hash) throws IOException {
        Path file = folder.resolve(hash);
        return hash.contains("/") || !Files.isRegularFile(file) ? MediaSource.NONE.open(hash) : Files.newInputStream(file);
    }

    @Override
    public void keep(String hash, InputStream content) throws IOException {
        Files.copy(content, folder.resolve(hash));
    }
}
