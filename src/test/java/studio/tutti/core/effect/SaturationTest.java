package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Saturation")
class SaturationTest {

    private static final int RATE = 48_000;
    private static final int FRAMES = RATE / 2;

    @Test
    @DisplayName("is late by its latency and flat within 0.05 dB up to 20 kHz, when nothing is bent")
    void clean() {
        Saturation saturation = Sounds.prepared(new Saturation(), RATE, "mix", 0);
        double[] left = Sounds.impulse(FRAMES);
        Sounds.through(saturation, left, left.clone());
        int highest = 0;
        for (int i = 0; i < FRAMES; i++) {
            highest = Math.abs(left[i]) > Math.abs(left[highest]) ? i : highest;
        }
        assertThat(highest).isEqualTo(saturation.latency());
        for (int i = 1; i < 50; i++) {
            assertThat(left[highest + i]).as("linear phase").isCloseTo(left[highest - i], within(1e-12));
        }
        for (double hertz : new double[] {50, 1000, 10_000, 16_000, 20_000}) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < 200; i++) {
                re += left[i] * StrictMath.cos(2 * Math.PI * hertz * i / RATE);
                im += left[i] * StrictMath.sin(2 * Math.PI * hertz * i / RATE);
            }
            assertThat(10 * StrictMath.log10(re * re + im * im)).as("%.0f Hz", hertz).isCloseTo(0, within(0.05));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0, 1, 2})
    @DisplayName("keeps a level of −6 dBFS, however hard it is driven")
    void level(int character) {
        for (double drive : new double[] {0, 12, 36}) {
            double[] left = Sounds.constant(FRAMES, 0.5);
            Sounds.through(Sounds.prepared(new Saturation(), RATE, "drive", drive, "character", character), left, left.clone());
            // before the highpass of the tube has taken the constant away
            double held = left[200];
            double leaked = character == 1 ? StrictMath.exp(-2 * Math.PI * 5 * (200 - 54) / RATE) : 1;
            assertThat(held / leaked).isCloseTo(0.5, within(0.005));
        }
    }

    @ParameterizedTest(name = "character {0}: second harmonic at least {1} dB, third at least {2} dB")
    @CsvSource({"0, -400, -40", "1, -40, -60", "2, -400, -40"})
    @DisplayName("has the harmonics of its character")
    void harmonics(int character, double second, double third) {
        double[] left = Sounds.sine(FRAMES, 1000, 0.5, RATE);
        Sounds.through(Sounds.prepared(new Saturation(), RATE, "drive", 12, "character", character), left, left.clone());
        double ground = Sounds.amplitude(left, FRAMES / 2, FRAMES, 1000, RATE);
        double even = Sounds.decibels(Sounds.amplitude(left, FRAMES / 2, FRAMES, 2000, RATE) / ground);
        double odd = Sounds.decibels(Sounds.amplitude(left, FRAMES / 2, FRAMES, 3000, RATE) / ground);
        assertThat(odd).isGreaterThan(third).isLessThan(-5);
        assertThat(even).isGreaterThan(second);
        if (second < -200) {
            assertThat(even).as("odd harmonics only").isLessThan(-100);
        }
    }

    @ParameterizedTest(name = "character {0} at {1} dB of drive: aliases under {2} dB")
    @CsvSource({"0, 12, -115", "1, 12, -108", "2, 12, -84", "0, 24, -78", "1, 24, -82", "2, 24, -46"})
    @DisplayName("aliases little: what a sine of 5 kHz makes up to 20 kHz at frequencies that are no harmonics")
    void aliases(int character, double drive, double limit) {
        double hertz = 5011;
        double[] left = Sounds.sine(FRAMES, hertz, 0.5, RATE);
        Sounds.through(Sounds.prepared(new Saturation(), RATE, "drive", drive, "character", character), left, left.clone());
        double worst = 0;
        for (int harmonic = 5; harmonic < 60; harmonic++) {
            double folded = Math.abs(harmonic * hertz - RATE * Math.rint(harmonic * hertz / RATE));
            boolean own = Math.abs(folded / hertz - Math.rint(folded / hertz)) * hertz < 60;
            if (!own && folded > 60 && folded < 20_000) {
                worst = Math.max(worst, Sounds.amplitude(left, FRAMES / 2, FRAMES, folded, RATE));
            }
        }
        double aliases = Sounds.decibels(worst / Sounds.amplitude(left, FRAMES / 2, FRAMES, hertz, RATE));
        assertThat(aliases).isLessThan(limit);
    }
}
