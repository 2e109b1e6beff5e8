package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test signals of EBU Tech 3341 and 3342 that can be made from their descriptions: all but the recorded programmes. */
@DisplayName("The loudness meter")
class LoudnessMeterTest {

    private static final Offset<Double> TENTH = within(0.1);
    private static final int RATE = 48_000;

    private LoudnessMeter meter = new LoudnessMeter(RATE);
    private int rate = RATE;
    private long played;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 22_050})
    @DisplayName("reads 3341-1 and 3341-2, a steady sine, at every rate")
    void steady(int framesASecond) {
        for (double level : new double[] {-23, -33}) {
            rate = framesASecond;
            meter = new LoudnessMeter(rate);
            play(level, 20);
            assertThat(meter.momentary()).isCloseTo(level, TENTH);
            assertThat(meter.shortTerm()).isCloseTo(level, TENTH);
            assertThat(meter.integrated()).isCloseTo(level, TENTH);
            assertThat(meter.range()).isCloseTo(0, TENTH);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "3341-3 | -36 10, -23 60, -36 10",
            "3341-4 | -72 10, -36 10, -23 60, -36 10, -72 10",
            "3341-5 | -26 20, -20 20.1, -26 20"})
    @DisplayName("gates: integrated loudness is −23 LUFS")
    void integrated(String name, String tones) {
        playAll(tones);
        assertThat(meter.integrated()).isCloseTo(-23, TENTH);
    }

    @Test
    @DisplayName("reads 3341-6: five channels with the weights of the surround")
    void surround() {
        LoudnessMeter five = new LoudnessMeter(RATE, 1, 1, 1, 1.41, 1.41);
        double[] levels = {-28, -28, -24, -30, -30};
        double[][] channels = new double[5][RATE];
        for (int second = 0; second < 20; second++) {
            for (int channel = 0; channel < 5; channel++) {
                for (int i = 0; i < RATE; i++) {
                    channels[channel][i] = StrictMath.pow(10, levels[channel] / 20) * StrictMath.sin(2 * Math.PI * 1000 * i / RATE);
                }
            }
            five.hear(channels, 0, RATE);
        }
        assertThat(five.integrated()).isCloseTo(-23, TENTH);
    }

    @Test
    @DisplayName("reads 3341-9: short-term loudness stays at −23 LUFS once 3 s have passed")
    void shortTermStays() {
        for (int i = 0; i < 5; i++) {
            for (double[] tone : new double[][] {{-20, 1.34}, {-30, 1.66}}) {
                for (int part = 0; part < 10; part++) {
                    play(tone[0], tone[1] / 10);
                    if (played > 3 * RATE) {
                        assertThat(meter.shortTerm()).isCloseTo(-23, TENTH);
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("reads 3341-10 and 3341-11: a tone of 3 s at any time gives its loudness as the highest short-term")
    void mostShortTerm() {
        for (int i = 0; i < 20; i++) {
            meter.reset();
            silence(i * 0.15);
            play(-23, 3);
            silence(1);
            assertThat(meter.mostShortTerm()).as("3341-10, file %d", i + 1).isCloseTo(-23, TENTH);
        }
        meter.reset();
        for (int i = 0; i < 20; i++) {
            silence(i * 0.15);
            play(-38 + i, 3);
            silence(3 - i * 0.15);
            assertThat(meter.mostShortTerm()).as("3341-11, tone %d", i + 1).isCloseTo(-38 + i, TENTH);
        }
    }

    @Test
    @DisplayName("reads 3341-12: momentary loudness stays at −23 LUFS once a second has passed")
    void momentaryStays() {
        for (int i = 0; i < 25; i++) {
            for (double[] tone : new double[][] {{-20, 0.18}, {-30, 0.22}}) {
                play(tone[0], tone[1]);
                if (played > RATE) {
                    assertThat(meter.momentary()).isCloseTo(-23, TENTH);
                }
            }
        }
    }

    @Test
    @DisplayName("reads 3341-13 and 3341-14: a tone of 400 ms at any time gives its loudness as the highest momentary")
    void mostMomentary() {
        for (int i = 0; i < 20; i++) {
            meter.reset();
            silence(i * 0.02);
            play(-23, 0.4);
            silence(1);
            assertThat(meter.mostMomentary()).as("3341-13, file %d", i + 1).isCloseTo(-23, TENTH);
        }
        meter.reset();
        for (int i = 0; i < 20; i++) {
            silence(i * 0.02);
            play(-38 + i, 0.4);
            silence(0.4 - i * 0.02);
            assertThat(meter.mostMomentary()).as("3341-14, tone %d", i + 1).isCloseTo(-38 + i, TENTH);
        }
    }

    @ParameterizedTest(name = "{0}: {2} LU")
    @CsvSource(delimiter = '|', value = {
            "3342-1 | -20 20, -30 20 | 10",
            "3342-2 | -20 20, -15 20 | 5",
            "3342-3 | -40 20, -20 20 | 20",
            "3342-4 | -50 20, -35 20, -20 20, -35 20, -50 20 | 15"})
    @DisplayName("reads the loudness range (the standard allows 1 LU, here 0.1)")
    void range(String name, String tones, double expected) {
        playAll(tones);
        assertThat(meter.range()).isCloseTo(expected, within(0.1));
    }

    @Test
    @DisplayName("has the recommendation's filters at 48 kHz")
    void filters() {
        assertThat(new KWeighting(48_000).numbers()).containsExactly(new double[] {
            1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
            -1.99004745483398, 0.99007225036621}, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 38, 100, 500, 997, 1_700, 4_000})
    @DisplayName("has the weighting's power by the analogue filters where its filters at a high rate have it")
    void power(double hertz) {
        double[] sine = new double[192_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = Math.sin(2 * Math.PI * hertz * i / 192_000);
        }
        KWeighting weighting = new KWeighting(192_000);
        weighting.energy(sine, 0, 96_000);
        double heard = weighting.energy(sine, 96_000, 192_000) / 48_000;
        assertThat(10 * Math.log10(KWeighting.power(hertz) / heard)).isCloseTo(0, within(0.05));
    }

    @Test
    @DisplayName("tells nothing before anything is heard, and survives what is no number")
    void nothing() {
        assertThat(meter.integrated()).isEqualTo(LoudnessMeter.NONE);
        assertThat(meter.momentary()).isEqualTo(LoudnessMeter.NONE);
        double[] broken = {Double.NaN};
        meter.hear(broken, broken, 0, 1);
        play(-23, 4);
        assertThat(meter.shortTerm()).isCloseTo(-23, TENTH);
    }

    private void playAll(String tones) {
        for (String tone : tones.split(",")) {
            String[] parts = tone.trim().split(" ");
            play(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
    }

    private void silence(double seconds) {
        play(-400, seconds);
    }

    /** A sine of 1 kHz on both channels whose peak has this level in dBFS. */
    private void play(double level, double seconds) {
        int frames = (int) Math.round(seconds * rate);
        double[] sound = new double[frames];
        double amplitude = StrictMath.pow(10, level / 20);
        double turn = 2 * StrictMath.cos(2 * Math.PI * 1000 / rate);
        double last = amplitude * StrictMath.sin(-2 * Math.PI * 1000 / rate);
        double now = 0;
        for (int i = 0; i < frames; i++) {
            sound[i] = now;
            double next = turn * now - last;
            last = now;
            now = next;
        }
        meter.hear(sound, sound, 0, frames);
        played += frames;
    }
}
