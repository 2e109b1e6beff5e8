package studio.tutti.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Measures;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.Signals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The tools' commands")
class ToolsTest {

    @TempDir
    Path folder;

    private Path song;
    private Path reference;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        song = write("song.wav", Encoding.WAV_24, 44_100, Signals.music(Signals.Kind.BAND, 1, 4));
        reference = write("reference.flac", Encoding.FLAC_24, 44_100, Signals.music(Signals.Kind.AIR, 2, 4));
    }

    @Test
    @DisplayName("write 24 bits, of the length and rate that went in, and reports")
    void eachOne() throws IOException {
        Path report = folder.resolve("report.json");
        String[][] lines = {
            {"profile-eq", "--reference", reference.toString(), "--report", report.toString()},
            {"profile-eq", "--profile", "pink", "--phase", "minimum", "--report", report.toString()},
            {"resonance-eq", "--amount", "-1", "--report", report.toString()},
            {"profile-eq", "--profile", "mix-rock", "--slow", "3"},
            {"profile-eq", "--reference", reference.toString(), "--bands-out", folder.resolve("bands.csv").toString(), "--band-count", "5"},
            {"profile-eq", "--bands", folder.resolve("bands.csv").toString(), "--phase", "minimum"},
            {"resonance-eq", "--amount", "0.5"},
            {"resonance-eq", "--range", "12", "--sharpness", "0.7", "--speed", "0.1", "--weights", "100:0,200:1", "--delta"},
            {"multiband-phase", "--bands", "100-500,2000-8000"},
            {"xspecmatch", "--reference", reference.toString(), "--smoothing", "1", "--mid-side", "--freeze", "2"},
            {"multiband-phase", "--report", report.toString()},
            {"multiband-phase", "--reference", reference.toString()},
            {"xspecmatch", "--reference", reference.toString()},
            {"limit", "--ceiling", "-3"},
            {"master", "--reference", reference.toString(), "--report", report.toString()},
            {"master", "--target", "-16", "--report", report.toString()},
            {"master", "--profile", "pink", "--compress", "2", "--multiband", "--report", report.toString()}};
        for (String[] line : lines) {
            for (String name : new String[] {"out.wav", "out.flac"}) {
                Path made = folder.resolve(name);
                Files.deleteIfExists(made);
                Files.deleteIfExists(report);
                assertThat(run(with(line, song.toString(), "--out", made.toString()))).as(err.toString()).isZero();
                try (AudioSource source = AudioFile.open(made)) {
                    assertThat(source.frames()).isEqualTo(4 * 44_100);
                    assertThat(source.rate()).isEqualTo(44_100);
                    assertThat(source.channels()).isEqualTo(2);
                    assertThat(source.bits()).isEqualTo(err.toString().contains("32-bit") ? 32 : 24);
                }
                if (String.join(" ", line).contains("report")) {
                    assertThat(JsonMapper.shared().readTree(report).isMissingNode()).isFalse();
                }
                err.getBuffer().setLength(0);
            }
        }
    }

    @Test
    @DisplayName("list the profiles with their sources, and say what is missing")
    void profiles() {
        assertThat(run("profile-eq", "--profiles")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("mix-rock").contains("CC-BY-4.0").contains("vocal").contains("missing");
        assertThat(run("profile-eq", song.toString(), "--profile", "vocal", "--out", folder.resolve("no.wav").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("recorded voice").hasLineCount(1);
    }

    @Test
    @DisplayName("align a group of files into a folder, and tell how they lie to one another as JSON")
    void group() throws IOException {
        Path made = folder.resolve("aligned");
        assertThat(run("multiband-phase", song.toString(), reference.toString(), "--out", made.toString())).as(err.toString()).isZero();
        assertThat(made.resolve("song.wav")).exists();
        assertThat(made.resolve("reference.flac")).exists();
        out.getBuffer().setLength(0);
        assertThat(run("multiband-phase", song.toString(), "--analyse")).isZero();
        JsonNode told = JsonMapper.shared().readTree(out.toString());
        assertThat(told.get("hertz").size()).isEqualTo(told.get("sumGainDb").size()).isEqualTo(told.get("coherenceByBand").size());
        assertThat(run("multiband-phase", song.toString(), song.toString(), "--out", made.toString())).isEqualTo(2);
    }

    @Test
    @DisplayName("don't write what is aligned over the originals")
    void originalsStay() throws IOException {
        byte[] first = Files.readAllBytes(song);
        byte[] second = Files.readAllBytes(reference);
        for (Path own : new Path[] {folder, folder.resolve("aligned").resolve("..")}) {
            err.getBuffer().setLength(0);
            assertThat(run("multiband-phase", song.toString(), reference.toString(), "--out", own.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("song.wav", "another folder").hasLineCount(1);
        }
        assertThat(Files.readAllBytes(song)).isEqualTo(first);
        assertThat(Files.readAllBytes(reference)).isEqualTo(second);
    }

    @Test
    @DisplayName("set gains from a table, and keep what is louder than full scale")
    void gains() throws IOException {
        Path table = Files.writeString(folder.resolve("gains.csv"), "frequency_hz,gain_db\n100,9\n1000,9\n10000,9\n");
        Path made = folder.resolve("out.wav");
        assertThat(run("profile-eq", song.toString(), "--gains", table.toString(), "--out", made.toString())).isZero();
        assertThat(err.toString()).contains("32-bit floating point").hasLineCount(1);
        float[][] before = Measures.whole(Recording.of(song));
        float[][] after = Measures.whole(Recording.of(made));
        assertThat(Measures.nullDepth(after, Signals.gain(before, Math.pow(10, 9 / 20.0)))).isLessThan(-40);
        err.getBuffer().setLength(0);
        assertThat(run("profile-eq", song.toString(), "--gains", table.toString(), "--out", made.toString(), "--bits", "16")).isZero();
        assertThat(err.toString()).contains("turned down by").hasLineCount(1);
    }

    @Test
    @DisplayName("master several songs to one loudness, or keep their relations, with a sheet of all")
    void album() throws IOException {
        Path soft = write("soft.wav", Encoding.WAV_24, 44_100, Signals.gain(Signals.music(Signals.Kind.BAND, 1, 4), 0.5));
        Path album = folder.resolve("album");
        Path sheet = folder.resolve("sheet.pdf");
        assertThat(run("master", song.toString(), soft.toString(), "--out-dir", album.toString(), "--target", "-18", "--report", sheet.toString()))
                .as(err.toString()).isZero();
        assertThat(loudness(album.resolve("song.wav"))).isCloseTo(-18, within(0.1));
        assertThat(loudness(album.resolve("soft.wav"))).isCloseTo(-18, within(0.1));
        try (PDDocument pages = Loader.loadPDF(sheet.toFile())) {
            assertThat(pages.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(run("master", song.toString(), soft.toString(), "--out-dir", album.toString(), "--target", "-18", "--keep-relations")).isZero();
        double first = loudness(album.resolve("song.wav"));
        double second = loudness(album.resolve("soft.wav"));
        assertThat(first - second).isCloseTo(20 * Math.log10(2), within(0.15));
        assertThat(10 * Math.log10((Math.pow(10, first / 10) + Math.pow(10, second / 10)) / 2)).isCloseTo(-18, within(0.1));
        String[][] wrong = {{song.toString(), soft.toString(), "--out", folder.resolve("one.wav").toString()},
            {song.toString(), soft.toString(), "--out-dir", folder.toString()},
            {song.toString(), song.toString(), "--out-dir", album.toString()},
            {song.toString(), "--out-dir", album.toString(), "--report", "report.txt"}};
        for (String[] line : wrong) {
            err.getBuffer().setLength(0);
            assertThat(run(with(new String[] {"master"}, line))).as(String.join(" ", line)).isEqualTo(2);
            assertThat(err.toString()).startsWith("tutti: ").hasLineCount(1);
        }
    }

    private static double loudness(Path file) throws IOException {
        return Loudness.of(Recording.of(file)).integrated();
    }

    @Test
    @DisplayName("measure loudness as JSON lines, silence with nulls")
    void loudness() throws IOException {
        Path silence = write("silence.wav", Encoding.WAV_16, 48_000, new float[1][48_000]);
        assertThat(run("loudness", "--json", song.toString(), reference.toString())).isZero();
        String[] lines = out.toString().split("\n");
        assertThat(lines).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(lines[0]);
        assertThat(first.propertyNames()).containsExactly("file", "I", "M", "S", "LRA", "TP");
        assertThat(first.get("I").asDouble()).isBetween(-40.0, -5.0);
        out.getBuffer().setLength(0);
        assertThat(run("loudness", silence.toString())).isZero();
        assertThat(out.toString()).contains("I - LUFS").hasLineCount(1);
    }

    @Test
    @DisplayName("read five and six channels for loudness")
    void surround() throws IOException {
        for (int channels : new int[] {5, 6}) {
            Path file = surroundWav(channels);
            out.getBuffer().setLength(0);
            assertThat(run("loudness", "--json", file.toString())).isZero();
            assertThat(JsonMapper.shared().readTree(out.toString()).get("I").asDouble()).isBetween(-23.1, -22.9);
            assertThat(run("limit", file.toString(), "--out", folder.resolve("no.wav").toString())).isEqualTo(1);
            assertThat(folder.resolve("no.wav")).doesNotExist();
        }
    }

    @Test
    @DisplayName("count what is no number in a file of floats as silence")
    void noNumbers() throws IOException {
        float[][] music = Signals.music(Signals.Kind.BAND, 3, 3);
        for (int i = 1000; i < 1100; i++) {
            music[0][i] = Float.NaN;
            music[1][i] = Float.POSITIVE_INFINITY;
        }
        Path broken = write("broken.wav", Encoding.WAV_FLOAT, 44_100, music);
        Path made = folder.resolve("made.wav");
        for (String[] line : new String[][] {{"profile-eq", "--profile", "pink"}, {"resonance-eq"}, {"multiband-phase"},
                {"xspecmatch", "--reference", reference.toString()}, {"limit"}, {"master"}}) {
            assertThat(run(with(line, broken.toString(), "--out", made.toString()))).as(err.toString()).isZero();
            for (float[] channel : Measures.whole(Recording.of(made))) {
                for (float value : channel) {
                    assertThat(Float.isFinite(value)).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("refuse in one line what they can't do, and leave what is there")
    void refusals() throws IOException {
        Path there = Files.writeString(folder.resolve("there.wav"), "dear");
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
        Path mono = write("mono.wav", Encoding.WAV_24, 44_100, new float[][] {Signals.music(Signals.Kind.BAND, 1, 1)[0]});
        Path other = write("other.wav", Encoding.WAV_24, 48_000, Signals.music(Signals.Kind.BAND, 1, 1, 48_000));
        Path badGains = Files.writeString(folder.resolve("bad.csv"), "frequency_hz,gain_db\n100,loud\n");
        String[][] failing = {
            {"resonance-eq", text.toString()},
            {"resonance-eq", folder.resolve("nowhere.wav").toString()},
            {"multiband-phase", mono.toString()},
            {"xspecmatch", song.toString(), "--reference", other.toString()},
            {"profile-eq", song.toString(), "--gains", badGains.toString()}};
        for (String[] line : failing) {
            err.getBuffer().setLength(0);
            assertThat(run(with(line, "--out", there.toString()))).as(String.join(" ", line)).isEqualTo(1);
            assertThat(err.toString()).startsWith("tutti: ").hasLineCount(1);
            assertThat(there).hasContent("dear");
        }
        String[][] wrong = {
            {"resonance-eq", song.toString(), "--amount", "2"},
            {"profile-eq", song.toString()},
            {"profile-eq", song.toString(), "--profile", "velvet"},
            {"xspecmatch", song.toString()},
            {"limit", song.toString(), "--ceiling", "3"},
            {"master", song.toString(), "--target", "5"}};
        for (String[] line : wrong) {
            err.getBuffer().setLength(0);
            assertThat(run(with(line, "--out", there.toString()))).as(String.join(" ", line)).isEqualTo(2);
            assertThat(err.toString()).startsWith("tutti: ").hasLineCount(1);
        }
        assertThat(run("limit", song.toString(), "--out", folder.resolve("out.mp3").toString())).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @EnabledIfSystemProperty(named = "tutti.long", matches = "true")
    @DisplayName("work through three hours")
    void threeHours() throws IOException {
        float[][] music = Signals.music(Signals.Kind.BAND, 1, 60);
        Path longSong = folder.resolve("long.flac");
        try (AudioWriter writer = AudioWriter.create(longSong, Encoding.FLAC_16, 44_100, 2)) {
            for (int minute = 0; minute < 180; minute++) {
                writer.write(music, 0, music[0].length);
            }
            writer.finish();
        }
        Path made = folder.resolve("made.flac");
        for (String[] line : new String[][] {{"profile-eq", "--reference", reference.toString()}, {"resonance-eq"}, {"multiband-phase"},
                {"xspecmatch", "--reference", longSong.toString()}, {"limit"}, {"master", "--target", "-16"}}) {
            assertThat(run(with(line, longSong.toString(), "--out", made.toString(), "--bits", "16"))).as(err.toString()).isZero();
            try (AudioSource source = AudioFile.open(made)) {
                assertThat(source.frames()).isEqualTo(180L * 60 * 44_100);
            }
        }
    }

    private static String[] with(String[] line, String... more) {
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return all;
    }

    private Path write(String name, Encoding encoding, int rate, float[][] sound) throws IOException {
        Path file = folder.resolve(name);
        try (AudioWriter writer = AudioWriter.create(file, encoding, rate, sound.length)) {
            writer.write(sound, 0, sound[0].length);
            writer.finish();
        }
        return file;
    }

    /** Tech 3341's case 6: 20 s of 1 kHz at −28, −28, −24, (low-frequency: −20), −30, −30 dBFS. */
    private Path surroundWav(int channels) throws IOException {
        double[] levels = channels == 5 ? new double[] {-28, -28, -24, -30, -30} : new double[] {-28, -28, -24, -20, -30, -30};
        int frames = 20 * 48_000;
        ByteBuffer bytes = ByteBuffer.allocate(44 + frames * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes()).putInt(bytes.capacity() - 8).put("WAVEfmt ".getBytes()).putInt(16).putShort((short) 1)
                .putShort((short) channels).putInt(48_000).putInt(48_000 * channels * 2).putShort((short) (channels * 2))
                .putShort((short) 16).put("data".getBytes()).putInt(frames * channels * 2);
        for (int i = 0; i < frames; i++) {
            for (double level : levels) {
                bytes.putShort((short) Math.round(32768 * Math.pow(10, level / 20) * Math.sin(2 * Math.PI * i / 48)));
            }
        }
        return Files.write(folder.resolve("surround" + channels + ".wav"), bytes.array());
    }

    private int run(String... arguments) {
        return new CommandLine(new Tutti())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new OneLine())
                .setParameterExceptionHandler(new OneLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
