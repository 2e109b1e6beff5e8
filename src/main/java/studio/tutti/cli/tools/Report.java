package studio.tutti.cli.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/** Reports as JSON. */
final class Report {

    private Report() {}

    static String json(Object report) {
        return JsonMapper.builder().build().writeValueAsString(report);
    }

    /** Writes one into a file that appears when it is whole. */
    static void write(Path file, Object report) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".report", ".part");
        try {
            Files.writeString(temporary, json(report) + "\n");
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
