package studio.tutti.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.ModelRules;

/**
 * Logs that were recorded once and are never recorded again: songs live as long as their logs can be read. When the
 * format gets a new version, logs of that version are added beside these. A file holds the number of edits, then each edit
 * with its length before it, then the checksum after each.
 */
@DisplayName("A golden log")
class GoldenLogsTest {

    @ParameterizedTest(name = "log-v1-{0} replays to its stored checksum at every revision")
    @ValueSource(strings = {"short", "random", "undone"})
    void replays(String name) throws IOException {
        ByteReader in = new ByteReader(read("log-v1-" + name + ".bin"));
        List<byte[]> edits = new ArrayList<>();
        for (int left = in.count(10_000); left > 0; left--) {
            edits.add(in.blob(1 << 20));
        }
        Arrangement song = new Arrangement();
        for (byte[] bytes : edits) {
            Edit edit = EditFormat.fromBytes(bytes);
            song.apply(edit);
            assertThat(song.checksum()).isEqualTo(in.word());
            assertThat(EditFormat.toBytes(edit)).as("the edit is still written as it was").isEqualTo(bytes);
        }
        in.end();
        ModelRules.check(song);
        assertThat(edits).hasSizeGreaterThan(10);
    }

    @Test
    @DisplayName("has a golden snapshot that opens to the same song")
    void snapshotOpens() throws IOException {
        SnapshotFormat.Stored stored = SnapshotFormat.fromBytes(read("snapshot-v1-random.bin"));
        ByteReader in = new ByteReader(read("log-v1-random.bin"));
        Arrangement song = new Arrangement();
        int edits = in.count(10_000);
        for (int i = 0; i < edits; i++) {
            song.apply(EditFormat.fromBytes(in.blob(1 << 20)));
        }
        assertThat(stored.revision()).isEqualTo(edits);
        assertThat(stored.arrangement().checksum()).isEqualTo(song.checksum());
        ModelRules.check(stored.arrangement());
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = GoldenLogsTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    /** Records a log; run by hand when a new version of the format begins, never for an old one. */
    static void record(Path file, List<Edit> edits) throws IOException {
        ByteWriter out = new ByteWriter();
        out.count(edits.size());
        edits.forEach(edit -> out.blob(EditFormat.toBytes(edit)));
        Arrangement song = new Arrangement();
        for (Edit edit : edits) {
            song.apply(edit);
            out.word(song.checksum());
        }
        Files.write(file, out.toBytes());
    }
}
