package studio.tutti.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What measurements run inside a page. */
final class Scripts {

    private Scripts() {}

    /** The text of one of the scripts under {@code /bench}. */
    static String read(String name) throws IOException {
        try (InputStream in = Scripts.class.getResourceAsStream("/bench/" + name)) {
            if (in == null) {
                throw new IOException("The script " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
