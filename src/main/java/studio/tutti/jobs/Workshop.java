package studio.tutti.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A {@link Products#workshop} that goes, with what is left in it, when it is closed. */
public final class Workshop implements AutoCloseable {

    private final Path folder;

    public Workshop(Products products) throws IOException {
        folder = products.workshop();
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Deletes it. What lies in it are files: it has no folders. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path each : left.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
