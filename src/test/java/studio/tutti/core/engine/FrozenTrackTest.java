package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.engine.Tunes.RATE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A frozen track")
class FrozenTrackTest {

    private static final int SECOND_TRACK = 101;
    /** −60 dBFS. */
    private static final double STEP = 0.001;

    private static FrozenTrack freeze(Score score, int track) {
        Freezing freezing = new Freezing(score.alone(track));
        Tunes.presets(freezing);
        List<byte[]> parts = new ArrayList<>();
        while (!freezing.isOver()) {
            parts.add(freezing.make(8));
        }
        FrozenTrack frozen = new FrozenTrack(freezing.fingerprint(), freezing.frames());
        boolean whole = false;
        for (byte[] part : parts) {
            assertThat(whole).isFalse();
            whole = FrozenBlock.decode(part, frozen);
        }
        assertThat(whole).isTrue();
        return frozen;
    }

    private static Engine playing(Score score) {
        Engine engine = Tunes.engine();
        engine.score(score);
        return engine;
    }

    private static Score sine() {
        ScoreBuilder tune = Tunes.builder(2);
        tune.note(1, 0, 6 * RATE, 69, 100, 1, 0);
        return tune.build();
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(ints = {3, 4, 5})
    @DisplayName("sounds like its notes: no sample differs by more than −90 dBFS")
    void soundsAlike(int seed) {
        Score score = Tunes.busy(seed);
        Engine live = playing(score);
        Engine engine = playing(score);
        engine.freeze(SECOND_TRACK, freeze(score, 1));
        assertThat(engine.isFrozen(SECOND_TRACK)).isTrue();
        assertThat(engine.isFrozen(100)).isFalse();
        live.play();
        engine.play();
        float[] expected = Tunes.render(live, 6 * RATE, 128);
        float[] heard = Tunes.render(engine, 6 * RATE, 128);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs((double) expected[i] - heard[i]));
        }
        assertThat(worst).isLessThan(Math.pow(10, -90 / 20.0));
        assertThat(Tunes.peak(heard, 0, heard.length)).isGreaterThan(0.04f);
    }

    @Test
    @DisplayName("needs no voices, and follows its fader")
    void fader() {
        Engine engine = playing(sine());
        engine.freeze(SECOND_TRACK, freeze(sine(), 1));
        engine.play();
        float loud = Tunes.peak(Tunes.render(engine, RATE, 128), RATE / 2, RATE);
        assertThat(engine.voices()).isZero();
        engine.fader(SECOND_TRACK, -600, 0, true);
        float quiet = Tunes.peak(Tunes.render(engine, RATE, 128), RATE / 2, RATE);
        assertThat(quiet / loud).isBetween(0.49f, 0.52f);
        engine.fader(SECOND_TRACK, 0, 0, false);
        assertThat(Tunes.peak(Tunes.render(engine, RATE, 128), RATE / 2, RATE)).isZero();
    }

    @Test
    @DisplayName("plays its notes again from the very place once the score says something else, and freezes again when that is undone")
    void thaws() {
        Score score = sine();
        ScoreBuilder changed = Tunes.builder(2);
        changed.note(1, 0, 6 * RATE, 69, 100, 1, 0);
        changed.note(1, 5 * RATE, 6 * RATE, 71, 100, 2, 0);
        Engine engine = playing(score);
        engine.freeze(SECOND_TRACK, freeze(score, 1));
        engine.play();
        Tunes.render(engine, RATE, 128);
        engine.score(changed.build());
        assertThat(engine.isFrozen(SECOND_TRACK)).isFalse();
        float[] notes = Tunes.render(engine, RATE, 128);
        assertThat(engine.voices()).isEqualTo(1);
        assertThat(Tunes.peak(notes, RATE / 2, RATE)).isGreaterThan(0.04f);
        engine.score(score);
        assertThat(engine.isFrozen(SECOND_TRACK)).isTrue();
        float[] frozen = Tunes.render(engine, RATE, 128);
        assertThat(engine.voices()).isZero();
        assertThat(Tunes.peak(frozen, RATE / 2, RATE)).isGreaterThan(0.04f);
        engine.freeze(SECOND_TRACK, null);
        Tunes.render(engine, RATE, 128);
        assertThat(engine.voices()).isEqualTo(1);
    }

    @Test
    @DisplayName("leaves no step when it is begun in the middle, stopped, jumped in, looped, nudged, thawed or frozen again")
    void noClicks() {
        Engine live = playing(sine());
        live.play();
        double own = steepest(Arrays.copyOf(Tunes.render(live, RATE, 128), RATE));
        Engine engine = playing(sine());
        FrozenTrack frozen = freeze(sine(), 1);
        engine.freeze(SECOND_TRACK, frozen);
        engine.seek(RATE / 3);
        float[] all = new float[0];
        Runnable[] turns = {
            engine::play, () -> engine.seek(2 * RATE + 11), () -> engine.seek(RATE + 301), () -> engine.nudge(200),
            () -> engine.loop(2 * RATE, 2 * RATE + 1_777, true), () -> engine.loop(0, 0, false),
            () -> engine.freeze(SECOND_TRACK, null), () -> engine.freeze(SECOND_TRACK, frozen), engine::stop
        };
        for (Runnable turn : turns) {
            turn.run();
            float[] some = Tunes.render(engine, RATE / 3, 128);
            all = Arrays.copyOf(all, all.length + RATE / 3);
            System.arraycopy(some, 0, all, all.length - RATE / 3, RATE / 3);
        }
        assertThat(own).isGreaterThan(0.001);
        assertThat(steepest(all)).isLessThan(own + STEP);
        assertThat(all[all.length - 1]).isZero();
    }

    private static double steepest(float[] sound) {
        double steepest = 0;
        for (int i = 1; i < sound.length; i++) {
            steepest = Math.max(steepest, Math.abs((double) sound[i] - sound[i - 1]));
        }
        return steepest;
    }

    @Test
    @DisplayName("is known by what is played, not by its place, name or fader")
    void fingerprints() {
        Score score = Tunes.busy(3);
        long[] prints = score.fingerprints();
        assertThat(prints).doesNotHaveDuplicates();
        for (int track = 0; track < score.tracks(); track++) {
            assertThat(score.alone(track).fingerprints()).containsExactly(prints[track]);
        }
        int[] moved = score.packed().clone();
        moved[Score.HEAD + 2] = -1200;
        moved[Score.HEAD] = 4711;
        assertThat(new Score(moved).fingerprints()).isEqualTo(prints);
        int[] other = score.packed().clone();
        other[other.length - 1] += 1;
        assertThat(new Score(other).fingerprints()).isNotEqualTo(prints);
    }

    @Test
    @DisplayName("is refused with a sentence if its bytes are cut short or too many")
    void damaged() {
        float[] sound = new float[FrozenTrack.BLOCK];
        Arrays.fill(sound, 0.5f);
        byte[] block = FrozenBlock.encode(sound, sound, 0);
        FrozenTrack track = new FrozenTrack(1, FrozenTrack.BLOCK);
        assertThatThrownBy(() -> FrozenBlock.decode(Arrays.copyOf(block, block.length - 1), track))
                .hasMessage("A block of a frozen track is cut short.");
        assertThatThrownBy(() -> FrozenBlock.decode(new byte[] {1, 2}, track)).hasMessage("A block of a frozen track is cut short.");
        assertThat(FrozenBlock.decode(block, track)).isTrue();
        assertThat(track.left(17)).isEqualTo(0.5, org.assertj.core.api.Assertions.within(1e-5));
        assertThatThrownBy(() -> FrozenBlock.decode(block, track)).hasMessage("This frozen track has all its blocks.");
        assertThatThrownBy(() -> new FrozenTrack(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("takes next to nothing while it is silent")
    void silence() {
        assertThat(FrozenBlock.encode(new float[FrozenTrack.BLOCK], new float[FrozenTrack.BLOCK], 0)).hasSize(4);
    }
}
