package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The equaliser")
class EqualiserTest {

    private static final double[] FREQUENCIES = {20, 45, 100, 300, 1000, 3000, 6000, 10_000, 14_000, 18_000, 20_000};
    private static final double[] GAINS = {-24, -6, 3, 24};
    private static final double[] QUALITIES = {0.1, 0.5, 0.7071, 1, 1.4, 2, 4, 8, 18};

    @ParameterizedTest(name = "at {0} Hz, quality up to {1}: {2} dB")
    @CsvSource({"44100, 1.4, 0.05", "48000, 4, 0.05", "96000, 18, 0.05", "44100, 18, 0.25", "48000, 18, 0.1"})
    @DisplayName("follows the analogue response up to 18 kHz, wherever that is above −60 dB")
    void analogue(int rate, double quality, double tolerance) {
        Equaliser equaliser = alone();
        equaliser.prepare(rate);
        for (BandType type : BandType.values()) {
            equaliser.set(Equaliser.TYPE, type.ordinal());
            for (double frequency : FREQUENCIES) {
                equaliser.set(Equaliser.FREQUENCY, frequency);
                for (double gain : type.hasGain() ? GAINS : new double[] {0}) {
                    equaliser.set(Equaliser.GAIN, gain);
                    for (double q : QUALITIES) {
                        if (q > quality) {
                            continue;
                        }
                        equaliser.set(Equaliser.QUALITY, q);
                        for (double hertz = 20; hertz <= 18_000; hertz *= 1.06) {
                            double wanted = type.analogue(hertz, frequency, gain, q);
                            if (wanted > -60) {
                                assertThat(equaliser.response(0, hertz))
                                        .as("%s %.0f Hz %.0f dB Q %.2f at %.0f Hz", type, frequency, gain, q, hertz)
                                        .isCloseTo(wanted, within(tolerance));
                            }
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BandType.class)
    @DisplayName("sounds as its curve says: the spectrum of its impulse response is the response")
    void soundsAsDrawn(BandType type) {
        int rate = 48_000;
        Equaliser equaliser = alone();
        Sounds.set(equaliser, "1.type", type.ordinal(), "1.frequency", 2000, "1.gain", 9, "1.quality", 1.5, "level", -3);
        equaliser.prepare(rate);
        double[] left = Sounds.impulse(8192);
        double[] right = new double[8192];
        Sounds.through(equaliser, left, right);
        for (double hertz : new double[] {100, 700, 2000, 5000, 15_000, 22_000}) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < left.length; i++) {
                re += left[i] * StrictMath.cos(2 * Math.PI * hertz * i / rate);
                im += left[i] * StrictMath.sin(2 * Math.PI * hertz * i / rate);
            }
            double heard = 10 * StrictMath.log10(re * re + im * im);
            assertThat(heard).isCloseTo(equaliser.response(hertz), within(1e-6));
            assertThat(equaliser.response(hertz)).isCloseTo(equaliser.response(0, hertz) - 3, within(1e-9));
        }
        assertThat(Sounds.peak(right, 0, 8192)).as("the other side hears nothing").isZero();
    }

    @Test
    @DisplayName("passes the bits untouched while no band does anything")
    void transparent() {
        Equaliser equaliser = Sounds.prepared(new Equaliser(), 48_000);
        double[] sound = Sounds.noise(6400, 0.9, 1);
        double[] left = sound.clone();
        Sounds.through(equaliser, left, left.clone());
        assertThat(left).isEqualTo(sound);
    }

    @Test
    @DisplayName("rings for no longer than it says")
    void tail() {
        Equaliser equaliser = alone();
        Sounds.set(equaliser, "1.frequency", 60, "1.gain", 18, "1.quality", 10);
        equaliser.prepare(48_000);
        int length = (int) (equaliser.tail() * 48_000) / 64 * 64 + 64;
        double[] left = new double[length + 48_000];
        System.arraycopy(Sounds.sine(48_000, 60, 1, 48_000), 0, left, 0, 48_000);
        Sounds.through(equaliser, left, left.clone());
        assertThat(equaliser.tail()).isBetween(0.5, 12.0);
        double loudest = Sounds.peak(left, 0, left.length);
        assertThat(Sounds.decibels(Sounds.peak(left, left.length - 4800, left.length) / loudest)).isLessThan(-90);
    }

    /** An equaliser whose first band alone is on. */
    private static Equaliser alone() {
        Equaliser equaliser = new Equaliser();
        for (int band = 0; band < Equaliser.BANDS; band++) {
            equaliser.set(band * Equaliser.BAND + Equaliser.ON, band == 0 ? 1 : 0);
        }
        return equaliser;
    }
}
