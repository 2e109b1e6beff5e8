package studio.tutti.cli.library;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A data pack: a zip archive with a manifest. */
final class Pack implements Closeable {

    private final ZipFile zip;
    private final List<String> names;

    Pack(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        names = zip.stream().map(ZipEntry::getName).sorted().toList();
    }

    /** The files whose names end so, in the order of their names. */
    List<String> ending(String suffix) {
        return names.stream().filter(name -> name.endsWith(suffix)).toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** How many styles of beats begin with a family's name. */
    long styles(String family) {
        return ending("_beat_4-4.mid").stream().map(path -> path.substring(path.lastIndexOf('/') + 1).split("_")[1])
                .filter(style -> style.equals(family) || style.startsWith(family + "-")).distinct().count();
    }

    byte[] read(String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
