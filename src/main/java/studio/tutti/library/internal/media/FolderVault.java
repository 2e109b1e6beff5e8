package studio.tutti.library.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Media in a folder of the one node that there is: {@code file/ab/abcdef…}. */
public final class FolderVault implements Vault {

    private final Path folder;
    private final long spare;

    /** @param folder made when something comes */
    public FolderVault(Path folder) {
        this(folder, 0);
    }

    /**
     * One that leaves room for others on its disk.
     *
     * @param folder made when something comes
     * @param spare bytes that stay free: what would take of them is not written
     */
    public FolderVault(Path folder, long spare) {
        this.folder = folder;
        this.spare = spare;
    }

    private Path path(String place) {
        int slash = place.indexOf('/');
        String name = place.substring(slash + 1);
        return folder.resolve(place.substring(0, slash)).resolve(name.substring(0, 2)).resolve(name);
    }

    @Override
    public long size(String place) throws IOException {
        Path path = path(place);
        return Files.exists(path) ? Files.size(path) : 0;
    }

    @Override
    public void write(String place, long at, byte[] bytes, int count) throws IOException {
        Path path = path(place);
        Files.createDirectories(path.getParent());
        if (spare > 0 && folder.toFile().getUsableSpace() - count < spare) {
            throw new FileSystemException(path.toString(), null, "No space left but what is spared");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer, at + buffer.position());
            }
        }
    }

    @Override
    public byte[] read(String place, long at, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(path(place), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, channel.size() - at)));
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
                // until it is full
            }
            return buffer.array();
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path path = path(to);
        Files.createDirectories(path.getParent());
        try (FileChannel channel = FileChannel.open(path(from), StandardOpenOption.WRITE)) {
            channel.force(true); // a name that is told must not outlive its bytes when the power fails
        }
        Files.move(path(from), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String place) throws IOException {
        Files.deleteIfExists(path(place));
    }

    @Override
    public long free() throws IOException {
        Files.createDirectories(folder);
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public Path file(String place) {
        return path(place);
    }

    @Override
    public void done(Path file) {
        // it is the place itself
    }
}
