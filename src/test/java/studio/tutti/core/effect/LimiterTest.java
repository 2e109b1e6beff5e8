package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The limiter")
class LimiterTest {

    @ParameterizedTest(name = "at {0} Hz, {1} dB hot, ceiling {2} dB, release {3} ms")
    @CsvSource({"48000, 12, -1, 100", "44100, 18, -0.3, 10", "44100, 24, -6, 1000", "96000, 12, -1, 50"})
    @DisplayName("never lets a hot mix above its ceiling at 16 times the rate")
    void truePeak(int rate, double gain, double ceiling, double release) {
        double[] left = mix(rate, 1);
        double[] right = mix(rate, 2);
        Limiter limiter = Sounds.prepared(new Limiter(), rate, "gain", gain, "ceiling", ceiling, "release", release);
        Sounds.through(limiter, left, right);
        double highest = Math.max(Oversampled.peak(left), Oversampled.peak(right));
        assertThat(Sounds.decibels(highest)).isLessThanOrEqualTo(ceiling).isGreaterThan(ceiling - 0.3);
    }

    @Test
    @DisplayName("keeps a sine that peaks between the frames under the ceiling")
    void betweenFrames() {
        int rate = 48_000;
        double[] sound = new double[rate / 2];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = 1.4 * StrictMath.sin(Math.PI / 2 * i + Math.PI / 4);
        }
        Limiter limiter = Sounds.prepared(new Limiter(), rate, "ceiling", -1);
        double[] right = sound.clone();
        Sounds.through(limiter, sound, right);
        assertThat(Sounds.decibels(Sounds.peak(sound, 4800, sound.length))).isCloseTo(-4.01 - 0.03, within(0.02));
        assertThat(Sounds.decibels(Oversampled.peak(sound))).isLessThanOrEqualTo(-1);
    }

    @Test
    @DisplayName("passes what stays under the ceiling with its bits untouched, later by its latency")
    void transparent() {
        int rate = 44_100;
        Limiter limiter = Sounds.prepared(new Limiter(), rate);
        double[] sound = Sounds.sine(rate, 440, 0.88, rate);
        double[] left = sound.clone();
        Sounds.through(limiter, left, left.clone());
        for (int i = limiter.latency(); i < left.length; i++) {
            assertThat(left[i]).isEqualTo(sound[i - limiter.latency()]);
        }
        assertThat(limiter.latency()).isEqualTo(51 + 86);
    }

    @Test
    @DisplayName("is transparent again ten release times after a peak, and tells how much it turned down")
    void recovers() {
        int rate = 48_000;
        Limiter limiter = Sounds.prepared(new Limiter(), rate, "release", 50);
        double[] sound = Sounds.sine(rate, 440, 0.5, rate);
        sound[4800] = 8;
        double[] left = sound.clone();
        Sounds.through(limiter, left, left.clone());
        for (int i = 4800 + rate * 7 / 10; i < left.length; i++) {
            assertThat(left[i]).isEqualTo(sound[i - limiter.latency()]);
        }
        double deepest = 0;
        for (int back = 0; back < ReductionTrace.CELLS; back++) {
            deepest = Math.min(deepest, limiter.trace().reduction(back));
        }
        assertThat(deepest).isCloseTo(-1 - 18.06, within(0.1));
        assertThat(limiter.trace().reduction(0)).isZero();
        assertThat(limiter.trace().written()).isEqualTo(rate / 64);
    }

    /** Kick, snare, bass, a clipped guitar and cymbals: two seconds that peak at about 0 dBFS. */
    private static double[] mix(int rate, long seed) {
        Random random = new Random(seed);
        double[] sound = new double[2 * rate / 64 * 64];
        double bright = 0;
        double hiss = 0;
        for (int i = 0; i < sound.length; i++) {
            double second = (double) i / rate;
            double beat = second % 0.5;
            double offBeat = (second + 0.25) % 0.5;
            double kick = StrictMath.exp(-beat / 0.1) * StrictMath.sin(2 * Math.PI * (50 * beat + 6 * (1 - StrictMath.exp(-beat / 0.02))));
            double noise = 2 * random.nextDouble() - 1;
            bright += (noise - bright) * Math.min(1, 30_000.0 / rate);
            hiss += (bright - hiss) * Math.min(1, 30_000.0 / rate);
            double snare = StrictMath.exp(-offBeat / 0.08) * hiss;
            double bass = StrictMath.sin(2 * Math.PI * 55 * second) + 0.4 * StrictMath.sin(2 * Math.PI * 110 * second);
            double guitar = Math.max(-0.6, Math.min(0.6, 3 * StrictMath.sin(2 * Math.PI * 330 * second)));
            sound[i] = 0.4 * kick + 0.4 * snare + 0.2 * bass + 0.3 * guitar + 0.05 * hiss;
        }
        return sound;
    }
}
