package studio.tutti.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static studio.tutti.core.instrument.Presets.RATE;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each stage at 10, 50 and 90 % of its time; the release at 65 %, since a voice ends at −90 dBFS, which is 81 dB under its loudest. */
@DisplayName("A voice's volume envelope")
class EnvelopeTest {

    private static final int START = 37;
    private static final int DELAY = 4410;
    private static final int ATTACK = 8820;
    private static final int HOLD = 2205;
    private static final int DECAY = 22_050;
    private static final double SUSTAIN_DB = -12;

    private final Sampler sampler = new Sampler(new VoicePool(16, RATE));
    private final Preset preset = Presets.of(Presets.constant(), Generator.SAMPLE_MODES, 1,
            Generator.VOLUME_ENVELOPE_DELAY, timecents(DELAY), Generator.VOLUME_ENVELOPE_ATTACK, timecents(ATTACK),
            Generator.VOLUME_ENVELOPE_HOLD, timecents(HOLD), Generator.VOLUME_ENVELOPE_DECAY, timecents(DECAY),
            Generator.VOLUME_ENVELOPE_SUSTAIN, 120, Generator.VOLUME_ENVELOPE_RELEASE, timecents(DECAY));

    @Test
    @DisplayName("is silent in its delay, rises straight, holds, falls straight in decibels to its sustain, and releases so")
    void stages() {
        sampler.preset(preset);
        sampler.noteOn(1, 60, 127, START, 0);
        int off = START + DELAY + ATTACK + HOLD + DECAY;
        double[] sound = Presets.play(sampler, off + DECAY + 640, Map.of(off, () -> sampler.noteOff(1, off % Sampler.CELL)));

        int at = START;
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            assertThat(sound[at + (int) (share * DELAY)]).as("delay at %s", share).isZero();
        }
        at += DELAY;
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            assertThat(sound[at + (int) (share * ATTACK)]).as("attack at %s", share).isCloseTo(share, offset(0.001));
        }
        at += ATTACK;
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            assertThat(sound[at + (int) (share * HOLD)]).as("hold at %s", share).isCloseTo(1, offset(0.0005));
        }
        at += HOLD;
        int fall = (int) (DECAY * -SUSTAIN_DB / 100);
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            assertThat(decibels(sound[at + (int) (share * fall)])).as("decay at %s", share)
                    .isCloseTo(share * SUSTAIN_DB, offset(0.02));
        }
        assertThat(decibels(sound[at + fall + 100])).isCloseTo(SUSTAIN_DB, offset(0.01));
        assertThat(decibels(sound[off - 1])).isCloseTo(SUSTAIN_DB, offset(0.01));
        for (double share : new double[] {0.1, 0.5, 0.65}) {
            assertThat(decibels(sound[off + (int) (share * DECAY)])).as("release at %s", share)
                    .isCloseTo(SUSTAIN_DB - 100 * share, offset(0.05));
        }
        assertThat(sampler.sounding()).isZero();
    }

    @Test
    @DisplayName("begins at the very frame of the note, wherever in a cell that lies")
    void exactStart() {
        sampler.preset(Presets.of(Presets.constant(), Generator.SAMPLE_MODES, 1));
        for (int frame : new int[] {0, 1, 31, 63}) {
            sampler.silence(0);
            Presets.play(sampler, 640);
            sampler.noteOn(frame, 60, 127, frame, 0);
            double[] sound = Presets.play(sampler, 64 + 64);
            assertThat(sound[frame]).isZero();
            assertThat(sound[frame + 1]).isPositive();
            assertThat(java.util.Arrays.stream(sound, 0, frame).sum()).isZero();
        }
    }

    @Test
    @DisplayName("falls silent within its release time when the key goes up in the middle of the attack")
    void releaseInAttack() {
        sampler.preset(preset);
        sampler.noteOn(1, 60, 127, 0, 0);
        int off = DELAY + ATTACK / 2;
        double[] sound = Presets.play(sampler, off + DECAY, Map.of(off, () -> sampler.noteOff(1, off % Sampler.CELL)));
        assertThat(sound[off]).isCloseTo(0.5, offset(0.001));
        assertThat(decibels(sound[off + DECAY / 10])).isCloseTo(decibels(0.5) - 10, offset(0.05));
    }

    private static double decibels(double level) {
        return 20 * Math.log10(level);
    }

    private static int timecents(int frames) {
        return (int) Math.round(1200 * Math.log((double) frames / RATE) / Math.log(2));
    }
}
