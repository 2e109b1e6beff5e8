package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.engine.Tunes.RATE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Modulator;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Presets;
import studio.tutti.core.instrument.Zone;

@DisplayName("Trying a sound out beside the song")
class AuditionTest {

    private static final Preset SINE = new Preset(0, 0, "tried", new Zone[] {
        Presets.zone(Presets.sine(), Modulator.DEFAULTS, Generator.SAMPLE_MODES, 1, Generator.VOLUME_ENVELOPE_RELEASE, -6000)
    });

    private final Engine engine = Tunes.engine();

    private float[] plays(int frames) {
        return Tunes.render(engine, frames, 128);
    }

    @Test
    @DisplayName("sounds without any track and leaves the score as it is")
    void keys() {
        engine.addPreset(SINE, Audition.ADDRESS);
        engine.audition().key(69, 100);
        assertThat(Tunes.peak(plays(RATE / 10), 0, RATE / 10)).isGreaterThan(0.01f);
        assertThat(engine.score().strips()).isZero();
        engine.audition().key(69, 0);
        plays(RATE / 4);
        assertThat(Tunes.peak(plays(RATE / 10), 0, RATE / 10)).isZero();
    }

    @Test
    @DisplayName("a loop turns at the song's tempo: two notes a second apart at 60 beats a minute, round and round")
    void turns() {
        ScoreBuilder tune = new ScoreBuilder(RATE);
        tune.step(0, 0, 1_000_000);
        engine.score(tune.build());
        engine.addPreset(SINE, Audition.ADDRESS);
        engine.audition().loop(new int[] {0, 240, 69, 100}, 960, 0);
        float[] sound = plays(3 * RATE);
        for (int turn = 0; turn < 3; turn++) {
            int at = engine.latency() + turn * RATE;
            assertThat(Tunes.onset(sound, Math.max(0, at - 100))).isBetween(at - 2, at + 3);
            assertThat(Tunes.peak(sound, at + RATE / 2, at + RATE * 9 / 10)).isZero();
        }
        engine.audition().loop(new int[0], 0, 0);
        assertThat(Tunes.peak(plays(RATE), RATE / 2, RATE)).isZero();
    }

    @Test
    @DisplayName("a loop begun while the song plays falls on the song's beats, wherever it was begun, and through the song's own loop")
    void inTime() {
        engine.score(Tunes.builder(1).build());
        engine.addPreset(SINE, Audition.ADDRESS);
        engine.seek(1234);
        engine.play();
        plays(1280);
        engine.audition().loop(new int[] {480, 60, 69, 100}, 960, 0);
        float[] sound = plays(RATE);
        int due = RATE / 4 - 1234 - 1280;
        assertThat(Tunes.onset(sound, 0)).isBetween(due + engine.latency() - 2, due + engine.latency() + 3);
        engine.loop(0, RATE / 2, true);
        engine.seek(0);
        float[] looped = plays(2 * RATE);
        for (int turn = 0; turn < 4; turn++) {
            int at = turn * RATE / 2 + RATE / 4 + engine.latency();
            assertThat(Tunes.onset(looped, at - 1000)).isBetween(at - 70, at + 70);
        }
    }

    @Test
    @DisplayName("panic silences it, and damaged loops are harmless")
    void panics() {
        engine.addPreset(SINE, Audition.ADDRESS);
        engine.audition().loop(new int[] {0, 9_000, 400, -7, 100, 5, -3, 900, 1}, 960, -5);
        assertThat(Tunes.peak(plays(RATE), 0, RATE)).isGreaterThan(0.0001f);
        engine.panic();
        plays(RATE / 10);
        assertThat(engine.voices()).isZero();
    }
}
