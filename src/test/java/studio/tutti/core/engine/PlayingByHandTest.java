package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.engine.Tunes.RATE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.instrument.Sampler;

@DisplayName("Playing by hand beside the score")
class PlayingByHandTest {

    private static final int TRACK = 100;
    private final Engine engine = Tunes.engine();

    private float[] plays(int frames) {
        return Tunes.render(engine, frames, 128);
    }

    private float[] silenceAfter() {
        plays(RATE / 4);
        return plays(RATE / 10);
    }

    @Test
    @DisplayName("keys that go up while the pedal is down sound on until it comes up")
    void pedal() {
        engine.score(Tunes.builder(1).build());
        engine.hands().control(TRACK, 64, 127, 0);
        engine.hands().down(TRACK, 69, 100, 0);
        engine.hands().up(TRACK, 69, 0);
        assertThat(Tunes.peak(silenceAfter(), 0, RATE / 10)).isGreaterThan(0.001f);
        engine.hands().control(TRACK, 64, 0, 0);
        assertThat(Tunes.peak(silenceAfter(), 0, RATE / 10)).isZero();
    }

    @Test
    @DisplayName("a hand's pedal outlasts the turns of a loop and edits of the score, which move the score's own")
    void pedalAndScore() {
        engine.score(Tunes.builder(1).build());
        engine.loop(0, RATE / 50, true);
        engine.play();
        engine.hands().control(TRACK, 64, 127, 0);
        engine.hands().down(TRACK, 69, 100, 0);
        engine.hands().up(TRACK, 69, 0);
        plays(RATE / 4);
        engine.score(Tunes.busy(3));
        assertThat(Tunes.peak(plays(RATE / 100), 0, RATE / 100)).isGreaterThan(0.001f);
    }

    @Test
    @DisplayName("two people hold the same key: one letting go does not end the other's, nor does the other's pedal hold it")
    void twoHands() {
        engine.score(Tunes.builder(2).build());
        engine.hands().control(TRACK, 64, 127, 1);
        engine.hands().down(TRACK, 69, 100, 1);
        engine.hands().down(TRACK, 72, 100, 2);
        engine.hands().up(TRACK, 72, 2);
        engine.hands().up(TRACK, 69, 2);
        plays(RATE / 2);
        assertThat(engine.voices()).isEqualTo(1);
        engine.hands().letGo(1);
        plays(RATE / 2);
        assertThat(engine.voices()).isZero();
    }

    @Test
    @DisplayName("what a hand moved stays where it is when playing begins, and the score's next movement holds")
    void wheels() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.control(0, RATE, 11, 90);
        engine.score(tune.build());
        engine.hands().control(TRACK, 11, 30, 0);
        engine.hands().control(TRACK, 128, 12_000, 0);
        engine.play();
        plays(RATE / 2);
        assertThat(engine.strip(0).sampler.controllers().value(11)).isEqualTo(30);
        assertThat(engine.strip(0).sampler.controllers().bend()).isEqualTo(12_000);
        plays(RATE);
        assertThat(engine.strip(0).sampler.controllers().value(11)).isEqualTo(90);
    }

    @Test
    @DisplayName("playing begins at the very frame that was agreed on")
    void playIn() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 5000, 9000, 69, 100, 1, 0);
        engine.score(tune.build());
        engine.seek(5000);
        engine.playIn(12_345);
        assertThat(engine.waiting()).isEqualTo(12_345);
        float[] sound = plays(RATE);
        assertThat(Tunes.onset(sound, 0)).isBetween(engine.latency() + 12_345, engine.latency() + 12_347);
        assertThat(engine.position()).isEqualTo(5000 + 690 * Sampler.CELL - 12_345);
    }

    @Test
    @DisplayName("a count-in knocks so many beats evenly, then the first note sounds on the next")
    void countsIn() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 0, 9000, 69, 100, 1, 0);
        engine.score(tune.build());
        engine.countIn(4, 4, 10_000.5);
        float[] sound = plays(45_000);
        for (int beat = 0; beat < 4; beat++) {
            int at = engine.latency() + (int) (beat * 10_000.5);
            assertThat(Tunes.onset(sound, at - 40)).isBetween(at, at + 3);
            assertThat(Tunes.peak(sound, at + 5_000, at + 9_000)).isZero();
        }
        assertThat(Tunes.onset(sound, 36_000)).isBetween(engine.latency() + 40_002, engine.latency() + 40_005);
    }

    @Test
    @DisplayName("stopping while it counts in plays nothing")
    void stopsCounting() {
        engine.score(Tunes.busy(1));
        engine.countIn(4, 4, 10_000);
        plays(RATE / 2);
        engine.stop();
        plays(RATE / 4);
        assertThat(Tunes.peak(plays(RATE), 0, RATE)).isZero();
        assertThat(engine.position()).isZero();
    }

    @Test
    @DisplayName("a nudge brings playing so many frames further or back, one a cell, and loses no note on the way")
    void nudges() {
        ScoreBuilder tune = Tunes.builder(1);
        for (int i = 0; i < 400; i++) {
            tune.note(0, 63 + 64 * i, 64 * i + 100, 69, 100, i + 1, 0);
        }
        engine.score(tune.build());
        engine.play();
        engine.nudge(100);
        plays(200 * Sampler.CELL);
        assertThat(engine.position()).isEqualTo(200 * Sampler.CELL + 100);
        engine.nudge(-60);
        plays(200 * Sampler.CELL);
        assertThat(engine.position()).isEqualTo(400 * Sampler.CELL + 40);
    }

    @Test
    @DisplayName("the metronome is as loud as it is told")
    void metronomeVolume() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.beat(0, true);
        engine.score(tune.build());
        engine.metronome(true);
        engine.metronomeVolume(-600);
        engine.play();
        float soft = Tunes.peak(plays(4000), 0, 4000);
        engine.metronomeVolume(0);
        engine.seek(0);
        float usual = Tunes.peak(plays(4000), 0, 4000);
        assertThat(usual / soft).isBetween(1.9f, 2.1f);
    }
}
