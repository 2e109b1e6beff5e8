package studio.tutti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("tutti convert")
class ConvertTest {

    @TempDir
    Path folder;

    private Path midi;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        midi = folder.resolve("song.mid");
        try (InputStream in = ConvertTest.class.getResourceAsStream("/midi/d_dm24.mid")) {
            Files.copy(in, midi);
        }
    }

    @Test
    @DisplayName("goes from MIDI to the studio's own file and back without a loss")
    void thereAndBack() throws IOException {
        assertThat(run(midi, folder.resolve("song.tutti"))).isZero();
        assertThat(run(folder.resolve("song.tutti"), folder.resolve("again.mid"))).isZero();
        assertThat(run(folder.resolve("again.mid"), folder.resolve("again.tutti"))).isZero();
        assertThat(run(folder.resolve("again.tutti"), folder.resolve("third.mid"))).isZero();
        assertThat(folder.resolve("third.mid")).hasSameBinaryContentAs(folder.resolve("again.mid"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    @DisplayName("says for machines what it did")
    void json() {
        assertThat(run("--json", midi.toString(), folder.resolve("song.tutti").toString())).isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("tracks").asInt()).isPositive();
        assertThat(report.get("notes").asInt()).isGreaterThan(1_000);
        assertThat(report.get("lost").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("names the formats it knows when asked for another, and writes nothing")
    void otherFormats() {
        assertThat(run(midi, folder.resolve("song.docx"))).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("tutti: Songs are read and written as .mid, .musicxml, .mxl and .tutti; song.docx is none of these.\n");
        assertThat(folder.resolve("song.docx")).doesNotExist();
    }

    @Test
    @DisplayName("leaves an existing file as it is when the song is refused")
    void keepsWhatIsThere() throws IOException {
        Path target = Files.writeString(folder.resolve("song.tutti"), "something dear");
        Files.write(midi, Arrays.copyOf(Files.readAllBytes(midi), 500));
        assertThat(run(midi, target)).isEqualTo(1);
        assertThat(err.toString()).startsWith("tutti: The MIDI file breaks off").hasLineCount(1);
        assertThat(target).hasContent("something dear");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @DisplayName("wants two files")
    void usage() {
        assertThat(run(midi.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("OUT");
    }

    private int run(Path in, Path target) {
        return run(in.toString(), target.toString());
    }

    private int run(String... arguments) {
        return new CommandLine(new Convert())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new OneLine())
                .setParameterExceptionHandler(new OneLine())
                .execute(arguments);
    }
}
