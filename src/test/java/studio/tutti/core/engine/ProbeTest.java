package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.tutti.core.engine.Tunes.RATE;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.dsp.LoudnessMeter;

@DisplayName("A probe on a strip")
class ProbeTest {

    private final float[] loudness = new float[3];
    private final float[] spectrum = new float[128];

    private static Engine playing() {
        ScoreBuilder tune = Tunes.builder(2);
        tune.note(0, 0, 8 * RATE, 69, 100, 1, 0);
        tune.note(1, 0, 8 * RATE, 45, 100, 2, 0);
        tune.master(1, -600);
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        return engine;
    }

    @Test
    @DisplayName("tells the loudness that the meter tells of the rendered sound, and it begins anew when asked")
    void loudness() {
        Engine engine = playing();
        engine.probe(1);
        float[] sound = Tunes.render(engine, 5 * RATE, 128);
        engine.readProbe(loudness, spectrum);
        LoudnessMeter meter = new LoudnessMeter(RATE);
        double[] left = new double[5 * RATE];
        double[] right = new double[5 * RATE];
        for (int i = 0; i < left.length; i++) {
            left[i] = sound[i];
            right[i] = sound[5 * RATE + i];
        }
        meter.hear(left, right, 0, left.length);
        assertThat((double) loudness[0]).isCloseTo(meter.momentary(), within(0.1));
        assertThat((double) loudness[1]).isCloseTo(meter.shortTerm(), within(0.1));
        assertThat((double) loudness[2]).isCloseTo(meter.integrated(), within(0.1)).isBetween(-60.0, -5.0);
        engine.resetProbe();
        engine.readProbe(loudness, spectrum);
        assertThat(loudness).containsOnly(-200);
    }

    @Test
    @DisplayName("hears the strip that it is on and no other, and falls with the sound")
    void strip() {
        Engine engine = playing();
        engine.probe(100);
        Tunes.render(engine, RATE, 128);
        engine.readProbe(loudness, spectrum);
        assertThat(highest()).isCloseTo(440, within(40.0));
        engine.probe(101);
        Tunes.render(engine, RATE, 128);
        engine.readProbe(loudness, spectrum);
        assertThat(highest()).isCloseTo(110, within(12.0));
        engine.stop();
        Tunes.render(engine, 4 * RATE, 128);
        engine.readProbe(loudness, spectrum);
        assertThat(loudness[0]).isEqualTo(-200);
        for (float level : spectrum) {
            assertThat(level).isLessThan(-100);
        }
    }

    @Test
    @DisplayName("changes not a bit of the sound, and stays on its strip when the score changes")
    void sameBits() {
        float[] without = Tunes.render(playing(), 2 * RATE, 128);
        Engine engine = playing();
        engine.probe(100);
        assertThat(Tunes.render(engine, 2 * RATE, 128)).isEqualTo(without);
        engine.score(engine.score());
        Tunes.render(engine, RATE, 128);
        engine.readProbe(loudness, spectrum);
        assertThat(loudness[0]).isGreaterThan(-60);
        engine.probe(Engine.NO_PROBE);
        Arrays.fill(loudness, 7);
        engine.readProbe(loudness, spectrum);
        assertThat(loudness).containsOnly(-200);
    }

    private double highest() {
        int most = 0;
        for (int i = 0; i < spectrum.length; i++) {
            most = spectrum[i] > spectrum[most] ? i : most;
        }
        return 20 * Math.pow(Math.min(20_000, 0.49 * RATE) / 20, most / (spectrum.length - 1.0));
    }
}
