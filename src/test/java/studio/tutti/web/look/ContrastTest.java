package studio.tutti.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The theme's colours by WCAG 2.2: success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (what isn't text, 3 to 1). */
@DisplayName("The theme's colours")
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPES = 3;

    private static final Pattern TOKEN = Pattern.compile("--tutti-([a-z0-9-]+):\\s*#([0-9a-f]{6})\\s*;");
    private static final Map<String, Integer> TOKENS = tokens();

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "text, ground-0", "text, ground-1", "text, ground-2", "text, ground-hover", "text, ground-pressed",
        "text-quiet, ground-0", "text-quiet, ground-1", "text-quiet, ground-2", "text-quiet, ground-hover",
        "text-faint, ground-0", "text-faint, ground-1", "text-faint, ground-2",
        "accent, ground-0", "accent, ground-1", "accent, ground-2",
        "accent-text, accent", "accent-text, accent-strong",
        "good, ground-1", "warn, ground-1", "bad, ground-1", "bad, ground-2", "record, ground-1",
    })
    @DisplayName("let text be read: 4.5 to 1")
    void text(String ink, String ground) {
        assertThat(contrast(ink, ground)).isGreaterThanOrEqualTo(TEXT);
    }

    @Test
    @DisplayName("let dark text be read on every colour of tracks and people, and those be seen on the ground")
    void colours() {
        for (int number = 1; number <= 12; number++) {
            assertThat(contrast("text-on-colour", "colour-" + number)).as("on colour %d", number).isGreaterThanOrEqualTo(TEXT);
            assertThat(contrast("colour-" + number, "ground-0")).as("colour %d", number).isGreaterThanOrEqualTo(SHAPES);
        }
    }

    @Test
    @DisplayName("let the pressed buttons' accent be read on its own quiet ground")
    void pressed() {
        assertThat(contrast(token("accent"), over(token("accent"), 0x33 / 255.0, token("ground-1")))).isGreaterThanOrEqualTo(TEXT);
    }

    private static double contrast(String ink, String ground) {
        return contrast(token(ink), token(ground));
    }

    /** The contrast ratio of WCAG 2.2, 1 to 21. */
    private static double contrast(int one, int other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int over(int ink, double alpha, int ground) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed |= (int) Math.round((ink >> shift & 255) * alpha + (ground >> shift & 255) * (1 - alpha)) << shift;
        }
        return mixed;
    }

    private static int token(String name) {
        Integer colour = TOKENS.get(name);
        assertThat(colour).as("the token %s", name).isNotNull();
        return colour;
    }

    private static Map<String, Integer> tokens() {
        Map<String, Integer> tokens = new HashMap<>();
        try {
            TOKEN.matcher(Files.readString(Path.of("frontend/theme/tokens.css"))).results()
                    .forEach(found -> tokens.put(found.group(1), Integer.parseInt(found.group(2), 16)));
        } catch (IOException unreadable) {
            throw new ExceptionInInitializerError(unreadable);
        }
        return tokens;
    }
}
