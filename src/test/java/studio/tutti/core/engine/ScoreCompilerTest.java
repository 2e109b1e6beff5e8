package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.instrument.Preset;

/** At 120 quarters a minute and 48,000 Hz a tick is 25 frames. */
@DisplayName("A score compiled from an arrangement")
class ScoreCompilerTest {

    private static final int RATE = 48_000;

    private final Arrangement arrangement = new Arrangement();
    private final IdSequence ids = new IdSequence(9, 0);

    @Test
    @DisplayName("plays the window of a clip: from its offset, to its length, muted notes left out")
    void window() {
        Id track = track(TrackType.INSTRUMENT);
        Id content = content();
        note(content, 0, 480, 60);
        note(content, 960, 960, 62);
        note(content, 1920, 960, 64);
        set(note(content, 1000, 100, 63), Property.MUTED, 1L);
        add(Kind.CLIP, track, Property.CONTENT, content, Property.START, 3840L, Property.LENGTH, 1440L, Property.OFFSET, 960L);
        assertThat(notes()).containsExactly("62@96000-120000", "64@120000-132000");
    }

    @Test
    @DisplayName("repeats a loop to the end of its clip, notes ending with each turn")
    void loop() {
        Id track = track(TrackType.INSTRUMENT);
        Id content = content();
        note(content, 0, 480, 60);
        note(content, 480, 2000, 67);
        add(Kind.CLIP, track, Property.CONTENT, content, Property.START, 0L, Property.LENGTH, 2400L, Property.LOOP, 960L);
        assertThat(notes()).containsExactly("60@0-12000", "67@12000-24000", "60@24000-36000", "67@36000-48000", "60@48000-60000");
    }

    @Test
    @DisplayName("plays aliases of one content alike, under names of their own")
    void aliases() {
        Id track = track(TrackType.INSTRUMENT);
        Id content = content();
        note(content, 0, 480, 60);
        for (long start : new long[] {0, 3840}) {
            add(Kind.CLIP, track, Property.CONTENT, content, Property.START, start, Property.LENGTH, 1920L);
        }
        Score score = ScoreCompiler.compile(arrangement, RATE);
        assertThat(notes()).containsExactly("60@0-12000", "60@96000-108000");
        assertThat(score.note(0)).isNotEqualTo(score.note(1));
    }

    @Test
    @DisplayName("follows the tempo's changes")
    void tempo() {
        Id track = track(TrackType.INSTRUMENT);
        Id content = content();
        note(content, 960, 960, 60);
        add(Kind.CLIP, track, Property.CONTENT, content, Property.START, 0L, Property.LENGTH, 3840L);
        add(Kind.TEMPO, Arrangement.ROOT, Property.START, 1440L, Property.TEMPO, 1_000_000L);
        assertThat(notes()).containsExactly("60@24000-60000");
        Score score = ScoreCompiler.compile(arrangement, RATE);
        for (int tick : new int[] {0, 700, 1440, 5000}) {
            assertThat(score.tick(score.frameAt(tick))).isCloseTo(tick, org.assertj.core.data.Offset.offset(0.05));
        }
    }

    @Test
    @DisplayName("lifts the pedal at the end of a clip, and puts controllers before notes")
    void pedal() {
        Id track = track(TrackType.INSTRUMENT);
        Id content = content();
        note(content, 0, 480, 60);
        add(Kind.CONTROL, content, Property.START, 0L, Property.CONTROLLER, (long) Controllers.SUSTAIN, Property.AMOUNT, 127L);
        add(Kind.CLIP, track, Property.CONTENT, content, Property.START, 0L, Property.LENGTH, 960L);
        Score score = ScoreCompiler.compile(arrangement, RATE);
        assertThat(score.events()).isEqualTo(3);
        assertThat(score.kind(0)).isEqualTo(Score.CONTROL);
        assertThat(score.kind(1)).isEqualTo(Score.NOTE);
        assertThat(score.kind(2)).isEqualTo(Score.CONTROL);
        assertThat(score.frame(2)).isEqualTo(24_000);
        assertThat(score.value(2)).isZero();
    }

    @Test
    @DisplayName("silences muted tracks, and with a solo all others; a folder's faders hold for what it holds")
    void mixer() {
        Id folder = track(TrackType.FOLDER);
        Id inside = track(TrackType.INSTRUMENT);
        Id drums = track(TrackType.DRUMS);
        set(inside, Property.FOLDER, folder);
        set(folder, Property.VOLUME, -600L);
        set(inside, Property.VOLUME, -300L);
        Score score = ScoreCompiler.compile(arrangement, RATE);
        assertThat(score.tracks()).isEqualTo(2);
        assertThat(List.of(score.volume(0), score.volume(2))).as("the track and its group").containsExactly(-300, -600);
        assertThat(List.of(score.output(0), score.output(1), score.output(2))).containsExactly(2, Score.MASTER, Score.MASTER);
        assertThat(score.preset(1)).isEqualTo(Preset.address(Preset.DRUMS, 0));
        set(folder, Property.MUTED, 1L);
        assertThat(ScoreCompiler.mixer(arrangement)).containsSubsequence(-300, 0, 0, 0, 0, 1, -600, 0, 0);
        set(folder, Property.MUTED, 0L);
        set(folder, Property.SOLO, 1L);
        int[] mixer = ScoreCompiler.mixer(arrangement);
        assertThat(mixer[3]).isEqualTo(1);
        assertThat(mixer[7]).isZero();
        assertThat(drums).isNotNull();
    }

    @Test
    @DisplayName("has beats with the first of each bar marked, beyond the end of the music")
    void beats() {
        add(Kind.METRE, Arrangement.ROOT, Property.START, 3840L, Property.NUMERATOR, 3L, Property.DENOMINATOR, 2L);
        Score score = ScoreCompiler.compile(arrangement, RATE);
        List<Boolean> bars = new ArrayList<>();
        for (int beat = 0; beat < 8; beat++) {
            assertThat(score.beatFrame(beat)).isEqualTo(beat * 24_000);
            bars.add(score.beginsBar(beat));
        }
        assertThat(bars).containsExactly(true, false, false, false, true, false, false, true);
    }

    @Test
    @DisplayName("refuses a song of endless repeats with a sentence, quickly")
    void tooMuch() {
        Id track = track(TrackType.INSTRUMENT);
        Id content = content();
        note(content, 0, 1, 60);
        add(Kind.CLIP, track, Property.CONTENT, content, Property.START, 0L, Property.LENGTH, (1L << 30), Property.LOOP, 1L);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ScoreCompiler.compile(arrangement, 8_000))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("at most");
    }

    private List<String> notes() {
        Score score = ScoreCompiler.compile(arrangement, RATE);
        List<String> notes = new ArrayList<>();
        for (int event = 0; event < score.events(); event++) {
            if (score.kind(event) == Score.NOTE) {
                notes.add(score.key(event) + "@" + score.frame(event) + "-" + score.end(event));
            }
        }
        return notes;
    }

    private Id track(TrackType type) {
        return add(Kind.TRACK, Arrangement.ROOT, Property.TYPE, type.code(), Property.ORDER, "a" + arrangement.handles());
    }

    private Id content() {
        return add(Kind.CONTENT, Arrangement.ROOT);
    }

    private Id note(Id content, long start, long length, long pitch) {
        return add(Kind.NOTE, content, Property.START, start, Property.LENGTH, length, Property.PITCH, pitch);
    }

    private void set(Id element, Property property, Object value) {
        apply(new Operation.Set(element, property, value));
    }

    private Id add(Kind kind, Id parent, Object... values) {
        Map<Property, Object> all = new HashMap<>(Map.of(Property.PARENT, parent));
        for (int i = 0; i < values.length; i += 2) {
            all.put((Property) values[i], values[i + 1]);
        }
        Id id = ids.next();
        apply(new Operation.Add(id, kind, all));
        return id;
    }

    private void apply(Operation operation) {
        arrangement.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, List.of(operation)));
    }
}
