package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.library.Instruments;

/**
 * Another player of the same SoundFont as a yardstick: the loudness of both over time, of 40 ms every 10 ms. Players differ in
 * interpolation, filter and envelopes' finer points, so the course must agree, not the bits.
 */
@DisplayName("Beside fluidsynth")
@EnabledIfSystemProperty(named = "tutti.long", matches = "true", disabledReason = "the long form, with -Dtutti.long=true")
class FluidsynthYardstickTest {

    private static final int RATE = 44_100;
    private static final int HOP = RATE / 100;
    private static final int WINDOW = 4;

    @TempDir
    Path folder;

    @Test
    @DisplayName("the demo song is as loud, at the same time")
    void sameCourse() throws Exception {
        Arrangement song = DemoSong.song().arrangement();
        Mixdown.of(song, new Instruments(), RATE).write(folder.resolve("ours.wav"), Encoding.WAV_16, share -> { });
        assumeTrue(fluidsynth(song), "fluidsynth is not installed");
        double[] ours = course(folder.resolve("ours.wav"));
        double[] theirs = course(folder.resolve("theirs.wav"));
        int length = Math.min(ours.length, theirs.length) - 20;

        double best = -1;
        int bestLag = 0;
        for (int lag = -10; lag <= 10; lag++) {
            double agreement = correlation(ours, 10, theirs, 10 + lag, length);
            if (agreement > best) {
                best = agreement;
                bestLag = lag;
            }
        }
        double[] differences = new double[length];
        int loud = 0;
        for (int i = 10; i < length; i++) {
            if (ours[i] > -45) {
                differences[loud++] = ours[i] - theirs[i];
            }
        }
        double[] sorted = Arrays.copyOf(differences, loud);
        Arrays.sort(sorted);
        System.out.printf("Beside fluidsynth: courses agree to %.4f at a lag of %d ms; level %+.2f dB, middle 80 %% within %+.2f and %+.2f dB.%n",
                best, 10 * bestLag, sorted[loud / 2], sorted[loud / 10], sorted[9 * loud / 10]);
        assertThat(bestLag).isZero();
        assertThat(best).isGreaterThan(0.97);
        assertThat(sorted[loud / 2]).isCloseTo(0, offset(2.0));
    }

    private boolean fluidsynth(Arrangement song) throws IOException, InterruptedException {
        SongWriter.write(song, MediaSource.NONE, folder.resolve("song.mid"));
        try (InputStream font = getClass().getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
            Files.copy(font, folder.resolve("bank.sf3"));
        }
        try {
            return new ProcessBuilder("fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-g", "0.31", "-r", "" + RATE,
                    "-F", folder.resolve("theirs.wav").toString(), folder.resolve("bank.sf3").toString(),
                    folder.resolve("song.mid").toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Loudness in dB of a 16-bit stereo file. */
    private static double[] course(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (bytes.getInt(at) != 0x61746164) {
            at += 8 + bytes.getInt(at + 4);
        }
        bytes.position(at + 8);
        double[] energy = new double[bytes.remaining() / 4 / HOP];
        for (int i = 0; i < energy.length; i++) {
            for (int k = 0; k < 2 * HOP; k++) {
                double value = bytes.getShort() / 32_768.0;
                energy[i] += value * value / (2 * HOP * WINDOW);
            }
        }
        double[] course = new double[energy.length - WINDOW];
        for (int i = 0; i < course.length; i++) {
            course[i] = 10 * Math.log10(Arrays.stream(energy, i, i + WINDOW).sum() + 1e-7);
        }
        return course;
    }

    private static double correlation(double[] a, int fromA, double[] b, int fromB, int length) {
        int n = length - 20;
        double meanA = Arrays.stream(a, fromA, fromA + n).average().orElseThrow();
        double meanB = Arrays.stream(b, fromB, fromB + n).average().orElseThrow();
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < n; i++) {
            double x = a[fromA + i] - meanA;
            double y = b[fromB + i] - meanB;
            both += x * y;
            squareA += x * x;
            squareB += y * y;
        }
        return both / Math.sqrt(squareA * squareB);
    }
}
