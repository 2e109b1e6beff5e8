package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;

@DisplayName("docs/instruments.md")
class InstrumentsDocumentTest {

    @Test
    @DisplayName("says each parameter's range, unit, initial value and manner as they are")
    void parameters() throws IOException {
        String document = Files.readString(Path.of("docs/instruments.md"));
        for (InstrumentType type : InstrumentType.values()) {
            assertThat(document).contains("`" + type.id() + "`");
            for (Parameter parameter : type.parameters()) {
                assertThat(document).contains(row(parameter));
            }
        }
        for (Parameter parameter : Pad.PARAMETERS) {
            assertThat(document).contains(row(parameter));
        }
    }

    private static String row(Parameter parameter) {
        return EffectsDocumentTest.row(parameter).replace("5.0E−4", "0.0005");
    }
}
