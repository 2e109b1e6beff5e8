package studio.tutti.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stretched recording")
class TimeStretchTest {

    private static final int RATE = 48_000;
    private static final MediaKey KEY = new MediaKey(1);

    private static MediaSound sound(double seconds, IntToDoubleFunction left, IntToDoubleFunction right) {
        int frames = (int) (seconds * RATE);
        MediaSound sound = new MediaSound(KEY, RATE, 2, frames);
        for (int block = 0; block < sound.blocks(); block++) {
            int from = block * MediaSound.BLOCK;
            int count = Math.min(MediaSound.BLOCK, frames - from);
            short[] l = new short[count];
            short[] r = new short[count];
            for (int i = 0; i < count; i++) {
                l[i] = (short) Math.rint(32767 * left.applyAsDouble(from + i));
                r[i] = (short) Math.rint(32767 * right.applyAsDouble(from + i));
            }
            sound.put(block, l, r);
        }
        return sound;
    }

    private static MediaSound stretched(MediaSound source, double ratio) {
        int length = (int) Math.round(source.frames() / (double) RATE * TimeStretch.UNITS);
        TimeStretch stretch = new TimeStretch(source, new int[] {0, length}, new int[] {0, (int) Math.round(length * ratio)});
        MediaSound made = stretch.made(new MediaKey(2));
        int block = 0;
        for (byte[] bytes = stretch.next(); bytes != null; bytes = stretch.next()) {
            made.put(block++, bytes);
        }
        assertThat(made.isWhole()).isTrue();
        return made;
    }

    private static IntToDoubleFunction tone(double hertz) {
        return frame -> 0.4 * Math.sin(2 * Math.PI * hertz * frame / RATE);
    }

    /** The phase of a tone in the second around a frame, by correlation. */
    private static double phase(MediaSound sound, int channel, double hertz, int from, int frames) {
        double c = 0;
        double s = 0;
        for (int i = 0; i < frames; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / frames);
            double angle = 2 * Math.PI * hertz * (from + i) / RATE;
            c += window * sound.at(channel, from + i) * Math.cos(angle);
            s += window * sound.at(channel, from + i) * Math.sin(angle);
        }
        return Math.atan2(s, c);
    }

    @ParameterizedTest(name = "{0} times as long, {1} Hz")
    @CsvSource({"0.5, 440", "0.8, 110", "1.25, 440", "1.25, 3000", "2, 110", "2, 1000.5"})
    @DisplayName("keeps the pitch of a tone within a hundredth of a cent, its level within 0.1 dB, and its length to the frame")
    void pitch(double ratio, double hertz) {
        MediaSound made = stretched(sound(4, tone(hertz), tone(hertz)), ratio);
        assertThat(made.frames()).isEqualTo((int) Math.round(4 * RATE * ratio));
        int middle = made.frames() / 2;
        int apart = RATE / 10;
        double turned = phase(made, 0, hertz, middle - 12_000 + apart, 24_000) - phase(made, 0, hertz, middle - 12_000, 24_000);
        turned -= 2 * Math.PI * Math.rint(turned / (2 * Math.PI));
        double off = -turned / (2 * Math.PI * apart / RATE);
        assertThat(1200 * Math.log((hertz + off) / hertz) / Math.log(2)).isCloseTo(0, Offset.offset(0.01));
        double most = 0;
        for (int i = middle - 4000; i < middle + 4000; i++) {
            most = Math.max(most, Math.abs(made.at(0, i)) / 32767.0);
        }
        assertThat(20 * Math.log10(most / 0.4)).isCloseTo(0, Offset.offset(0.1));
    }

    @ParameterizedTest(name = "{0} times as long")
    @ValueSource(doubles = {0.5, 0.75, 1.3, 2})
    @DisplayName("keeps the beats of a click train within 2 ms of where they belong, as single clicks")
    void clicks(double ratio) {
        int every = RATE / 4;
        IntToDoubleFunction click = frame -> frame % every < 200 ? 0.8 * Math.exp(-(frame % every) / 20.0) * Math.cos(frame % every * 0.7) : 0;
        MediaSound made = stretched(sound(4, click, click), ratio);
        double worst = 0;
        for (int beat = 1; beat < 15; beat++) {
            int belongs = (int) Math.round(beat * every * ratio);
            int found = belongs;
            double most = 0;
            double all = 0;
            double near = 0;
            for (int i = belongs - (int) (every * ratio / 2); i < belongs + every * ratio / 2; i++) {
                double loud = Math.abs(made.at(0, i));
                all += loud * loud;
                near += Math.abs(i - belongs) < RATE / 200 ? loud * loud : 0;
                if (loud > most) {
                    most = loud;
                    found = i;
                }
            }
            worst = Math.max(worst, Math.abs(found - belongs) * 1000.0 / RATE);
            assertThat(near / all).as("the energy of click " + beat + " within 5 ms").isGreaterThan(0.9);
            assertThat(most).isGreaterThan(0.7 * 0.8 * 32767);
        }
        System.out.printf("Clicks stretched by %.2f come within %.2f ms.%n", ratio, worst);
        assertThat(worst).isLessThan(2);
    }

    @ParameterizedTest(name = "{0} times as long")
    @ValueSource(doubles = {0.8, 1.5})
    @DisplayName("keeps the channels apart as they were: level and phase between them")
    void stereo(double ratio) {
        MediaSound made = stretched(sound(3, tone(500), frame -> 0.2 * Math.sin(2 * Math.PI * 500 * frame / RATE + 1)), ratio);
        int middle = made.frames() / 2;
        double between = phase(made, 0, 500, middle - 12_000, 24_000) - phase(made, 1, 500, middle - 12_000, 24_000);
        assertThat(Math.abs(between)).isCloseTo(1, Offset.offset(0.01));
    }
}
