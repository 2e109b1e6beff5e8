package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("docs/effects.md")
class EffectsDocumentTest {

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("says each parameter's range, unit, initial value and manner as they are, and names every preset")
    void parameters(EffectType type) throws IOException {
        String document = Files.readString(Path.of("docs/effects.md"));
        for (Parameter parameter : type.make().parameters()) {
            // bands are alike but for their initial values
            boolean band = parameter.name().matches("\\d+\\..*");
            if (!band) {
                assertThat(document).contains(row(parameter));
            }
        }
        for (EffectPreset preset : type.presets()) {
            assertThat(document).contains(preset.name());
        }
    }

    static String row(Parameter parameter) {
        String range = parameter.unit() == Unit.SWITCH ? "off, on" : parameter.unit() == Unit.CHOICE
                ? String.join(", ", parameter.choices())
                : number(parameter.least()) + " … " + number(parameter.most()) + unit(parameter.unit());
        String initial = parameter.unit() == Unit.SWITCH ? (parameter.initial() == 0 ? "off" : "on") : parameter.unit() == Unit.CHOICE
                ? parameter.choices().get((int) parameter.initial()) : number(parameter.initial());
        String manner = parameter.glides() ? "glides" : "fades";
        return "| " + parameter.name() + " | " + range + " | " + initial + " | "
                + (parameter.taper() == Taper.STEPPED ? "" : parameter.taper().name().toLowerCase(Locale.ROOT) + ", ") + manner + " |";
    }

    private static String number(double value) {
        String text = value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
        return text.replace('-', '−');
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case DECIBELS -> " dB";
            case HERTZ -> " Hz";
            case MILLISECONDS -> " ms";
            case SECONDS -> " s";
            case PERCENT -> " %";
            case SEMITONES -> " semitones";
            case CENTS -> " cents";
            case DEGREES -> "°";
            case RATIO -> " : 1";
            case NUMBER, SWITCH, CHOICE -> "";
        };
    }
}
