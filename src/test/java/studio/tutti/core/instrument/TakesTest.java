package studio.tutti.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Zones that play some notes only")
class TakesTest {

    private static final int RATE = Presets.RATE;
    private final Sampler sampler = new Sampler(new VoicePool(64, RATE));

    /** Two seconds of full scale. */
    private static final Sample LONG = new Sample("long", full(), RATE, 100, 900, 60, 0);

    private static short[] full() {
        short[] pcm = new short[2 * RATE];
        Arrays.fill(pcm, Short.MAX_VALUE);
        return pcm;
    }

    private static Zone zone(int... values) {
        return Presets.zone(LONG, new Modulator[0], values);
    }

    private void plays(Zone... zones) {
        sampler.preset(new Preset(0, 0, "kit", zones));
    }

    private double level(int cells) {
        double[] left = new double[Sampler.CELL];
        double[] right = new double[Sampler.CELL];
        for (int cell = 0; cell < cells; cell++) {
            Arrays.fill(left, 0);
            Arrays.fill(right, 0);
            sampler.render(left, right);
        }
        return Math.abs(left[Sampler.CELL - 1]);
    }

    @Test
    @DisplayName("take turns on each key, and begin with the first when playing begins")
    void turns() {
        plays(zone(Generator.SEQUENCE_LENGTH, 2, Generator.SEQUENCE_POSITION, 1, Generator.SAMPLE_MODES, 1),
                zone(Generator.SEQUENCE_LENGTH, 2, Generator.SEQUENCE_POSITION, 2, Generator.SAMPLE_MODES, 1, Generator.GAIN, -200));
        sampler.noteOn(1, 60, 127, 0, 0);
        double loud = level(20);
        sampler.noteOff(1, 0);
        level(200);
        sampler.noteOn(2, 60, 127, 0, 0);
        assertThat(level(20)).isCloseTo(loud / 10, within(loud / 1000));
        sampler.noteOff(2, 0);
        level(200);
        sampler.noteOn(3, 61, 127, 0, 0);
        assertThat(level(20)).as("another key").isCloseTo(loud, within(loud / 1000));
        sampler.silence(0);
        level(20);
        sampler.noteOn(4, 60, 127, 0, 0);
        sampler.silence(0);
        level(20);
        sampler.place(0, 0);
        sampler.noteOn(5, 60, 127, 0, 0);
        assertThat(level(20)).isCloseTo(loud, within(loud / 1000));
    }

    @Test
    @DisplayName("chance belongs to the note's name: always the same take, and each take about as often")
    void chance() {
        plays(zone(Generator.HIGH_CHANCE, 5000, Generator.SAMPLE_MODES, 1));
        boolean[] heard = new boolean[2000];
        int count = 0;
        for (int turn = 0; turn < 2; turn++) {
            for (int note = 0; note < heard.length; note++) {
                sampler.noteOn(7919 * note, 60, 100, 0, 0);
                boolean now = sampler.sounding() > 0;
                assertThat(turn == 0 || now == heard[note]).isTrue();
                heard[note] = now;
                count += now ? 1 : 0;
                sampler.silence(0);
                level(10);
            }
        }
        assertThat(count).isBetween(1800, 2200);
    }

    @Test
    @DisplayName("the end of a note begins what answers it once, the quieter the longer the key was held")
    void release() {
        plays(zone(Generator.SAMPLE_MODES, 1, Generator.VOLUME_ENVELOPE_RELEASE, -12000),
                zone(Generator.SAMPLE_MODES, 1, Generator.VOLUME_ENVELOPE_RELEASE, -12000),
                zone(Generator.ON_RELEASE, 1, Generator.SAMPLE_MODES, Generator.ONE_SHOT, Generator.RELEASE_DECAY, 200));
        sampler.noteOn(1, 60, 127, 0, 0);
        int second = RATE / Sampler.CELL;
        double both = level(second);
        sampler.noteOff(1, 0);
        double after = level(40);
        assertThat(sampler.sounding()).isEqualTo(1);
        assertThat(after).as("20 dB below one of the two").isCloseTo(both / 20, within(both / 400));
    }

    @Test
    @DisplayName("what plays to its end ignores the key, and is silenced by the class that it names alone")
    void chokes() {
        plays(new Zone(60, 60, 0, 127, LONG, values(Generator.SAMPLE_MODES, Generator.ONE_SHOT, Generator.EXCLUSIVE_CLASS, 1,
                        Generator.OFF_BY, 2), new Modulator[0]),
                new Zone(61, 61, 0, 127, LONG, values(Generator.EXCLUSIVE_CLASS, 1, Generator.OFF_BY, -1), new Modulator[0]),
                new Zone(62, 62, 0, 127, LONG, values(Generator.EXCLUSIVE_CLASS, 2, Generator.OFF_BY, -1), new Modulator[0]));
        sampler.noteOn(1, 60, 127, 0, 0);
        sampler.noteOff(1, 0);
        level(2);
        sampler.noteOn(2, 61, 127, 0, 0);
        level(2);
        assertThat(sampler.sounding()).as("neither the key's end nor class 1 ends it").isEqualTo(2);
        sampler.noteOn(3, 62, 127, 0, 0);
        level(RATE / 20 / Sampler.CELL);
        assertThat(sampler.sounding()).isEqualTo(2);
    }

    private static int[] values(int... pairs) {
        int[] values = Generator.defaultValues();
        for (int i = 0; i < pairs.length; i += 2) {
            values[pairs[i]] = pairs[i + 1];
        }
        return values;
    }

    @Test
    @DisplayName("fade into each other at equal power")
    void fades() {
        Zone in = zone(Generator.FADE_IN_LOW_VELOCITY, 20, Generator.FADE_IN_HIGH_VELOCITY, 120);
        Zone out = zone(Generator.FADE_OUT_LOW_VELOCITY, 20, Generator.FADE_OUT_HIGH_VELOCITY, 120);
        for (int velocity = 1; velocity < 128; velocity++) {
            double power = Math.pow(10, in.louder(60, velocity) / 100) + Math.pow(10, out.louder(60, velocity) / 100);
            assertThat(power).isCloseTo(1, within(1e-9));
        }
        assertThat(in.louder(60, 20)).isLessThan(-1000);
        assertThat(in.louder(60, 127)).isZero();
    }
}
