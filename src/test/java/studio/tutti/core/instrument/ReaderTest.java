package studio.tutti.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.dsp.Interpolation;

@DisplayName("Walking through a sample")
class ReaderTest {

    @Test
    @DisplayName("lays out loops of any length round and round, and silence beyond the edges")
    void lays() {
        Random random = new Random(5);
        for (int attempt = 0; attempt < 2000; attempt++) {
            int length = 1 + random.nextInt(60);
            int loopStart = random.nextInt(length);
            int loopEnd = loopStart + random.nextInt(length - loopStart + 1);
            boolean loops = loopEnd > loopStart && random.nextBoolean();
            short[] pcm = new short[length];
            for (int i = 0; i < length; i++) {
                pcm[i] = (short) (i + 1);
            }
            Zone zone = Presets.zone(new Sample("", pcm, 44_100, loopStart, loopEnd, 60, 0), new Modulator[0],
                    Generator.SAMPLE_MODES, loops ? 1 : 0);
            Reader reader = new Reader();
            reader.start(zone);
            int played = 0;
            double[] window = new double[40];
            for (int step = 0; step < 8 && !reader.over(); step++) {
                reader.lay(window, window.length);
                for (int i = 0; i < window.length; i++) {
                    assertThat(window[i]).as("frame %s of %s, loop %s to %s (%s)", played - Interpolation.BEFORE + i, length,
                            loopStart, loopEnd, loops).isEqualTo(frame(played - Interpolation.BEFORE + i, length, loopStart,
                            loopEnd, loops, played >= loopEnd));
                }
                int further = random.nextInt(90);
                reader.advance(reader.fraction + further);
                played += further;
            }
        }
    }

    /** What a listener who walked there frame by frame finds: after the first turn, what lies before the loop is its end. */
    private static double frame(int at, int length, int loopStart, int loopEnd, boolean loops, boolean turned) {
        int found = at;
        if (loops && (at >= loopEnd || turned)) {
            found = loopStart + Math.floorMod(at - loopStart, loopEnd - loopStart);
        }
        return found < 0 || found >= length ? 0 : found + 1;
    }
}
