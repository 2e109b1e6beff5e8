package studio.tutti.cli.tools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/** Reports as JSON, or as what else writes itself. */
final class Report {

    private Report() {}

    static String json(Object report) {
        return JsonMapper.builder().build().writeValueAsString(report);
    }

    /** What writes itself into a stream. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes JSON into a file that appears when it is whole. */
    static void write(Path file, Object report) throws IOException {
        write(file, out -> out.write((json(report) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes into a file that appears when it is whole. */
    static void write(Path file, Content report) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".report", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                report.write(out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
