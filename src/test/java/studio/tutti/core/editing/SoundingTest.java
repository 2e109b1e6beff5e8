package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.ClipGrid;
import studio.tutti.core.clip.SoundingNotes;

@DisplayName("What a clip lets sound")
class SoundingTest {

    private static final int KICK = 36;
    private static final int HAT = 42;

    private final Desk desk = new Desk();
    private final Element track = desk.track(TrackType.DRUMS);
    private final Element clip = desk.clip(track, 960, 3840);
    private final Element content = desk.content(clip);
    private final QuantiseGestures quantise = new QuantiseGestures(desk.arrangement, desk.ids);

    @Test
    @DisplayName("are notes where they lie, cut at the clip's end")
    void plain() {
        desk.note(content, 0, 240, KICK);
        desk.note(content, 3600, 960, HAT);
        assertThat(heard()).containsExactly("36@960-1200", "42@4560-4800");
    }

    @Test
    @DisplayName("is three steps against four: a row of its own length goes on across the clip, and its later hits are silent")
    void polymetre() {
        desk.note(content, 0, 240, KICK);
        desk.note(content, 1920, 240, KICK);
        desk.note(content, 0, 120, HAT);
        desk.note(content, 3000, 120, HAT);
        desk.does(rows().repeat(HAT, clip, 720, 240));
        assertThat(starts(KICK)).containsExactly(0L, 1920L);
        assertThat(starts(HAT)).containsExactly(0L, 720L, 1440L, 2160L, 2880L, 3600L);
        desk.does(rows().repeat(HAT, clip, 0, 240));
        assertThat(starts(HAT)).containsExactly(0L, 3000L);
    }

    @Test
    @DisplayName("keeps repeating beyond the bar where the clip was a loop: the loop becomes the other drums' length")
    void loopsTakenApart() {
        desk.note(content, 0, 240, KICK);
        desk.note(content, 240, 120, HAT);
        desk.does(desk.clips.change(List.of(clip), Desk.to(Property.LOOP, 960L)));
        List<Long> kicks = starts(KICK);
        assertThat(kicks).containsExactly(0L, 960L, 1920L, 2880L);
        desk.does(rows().repeat(HAT, clip, 720, 240));
        assertThat(clip.number(Property.LOOP)).isZero();
        assertThat(starts(KICK)).isEqualTo(kicks);
        assertThat(starts(HAT)).containsExactly(240L, 960L, 1680L, 2400L, 3120L);
    }

    @Test
    @DisplayName("begins anew with each turn of a loop that the row fits")
    void loopsThatFit() {
        desk.note(content, 0, 120, HAT);
        desk.does(desk.clips.change(List.of(clip), Desk.to(Property.LOOP, 960L)));
        desk.does(rows().repeat(HAT, clip, 320, 160));
        assertThat(clip.number(Property.LOOP)).isEqualTo(960);
        assertThat(starts(HAT)).containsExactly(0L, 320L, 640L, 960L, 1280L, 1600L, 1920L, 2240L, 2560L, 2880L, 3200L, 3520L);
    }

    @Test
    @DisplayName("lies on the clip's grid while the notes stay as they were played")
    void view() {
        Element note = desk.note(content, 250, 100, KICK);
        desk.note(content, 470, 100, KICK);
        desk.does(quantise.hear(List.of(clip), 240, 100, 0));
        assertThat(starts(KICK)).containsExactly(240L, 480L);
        desk.does(quantise.hear(List.of(clip), 240, 50, 0));
        assertThat(starts(KICK)).containsExactly(245L, 475L);
        desk.does(quantise.hear(List.of(clip), 240, 100, 100));
        assertThat(starts(KICK)).containsExactly(360L, 480L);
        assertThat(note.start()).isEqualTo(250);
    }

    @Test
    @DisplayName("is swung to three quarters of a pair at the most, and even without swing; what was swung by hand stays swung")
    void swing() {
        assertThat(new ClipGrid(240, 100, 0).place(240)).isEqualTo(240);
        assertThat(new ClipGrid(240, 100, 100).place(240)).isEqualTo(360);
        assertThat(new ClipGrid(240, 100, 100).place(375)).isEqualTo(360);
        assertThat(new ClipGrid(240, 100, 66).place(230)).isEqualTo(319);
        assertThat(new ClipGrid(240, 100, 100).place(479)).isEqualTo(480);
        assertThat(new ClipGrid(240, 0, 100).place(230)).isEqualTo(230);
    }

    @Test
    @DisplayName("goes to a drum's own steps where it has some: triplets stay triplets on a grid of sixteenths")
    void ownSteps() {
        desk.note(content, 325, 100, HAT);
        desk.does(rows().divide(HAT, 320));
        desk.does(quantise.hear(List.of(clip), 240, 100, 50));
        assertThat(starts(HAT)).containsExactly(320L);
    }

    @Test
    @DisplayName("is heard at a loop's beginning where its grid draws it beyond the end")
    void wraps() {
        desk.note(content, 950, 100, KICK);
        desk.does(desk.clips.change(List.of(clip), Desk.to(Property.LOOP, 960L)));
        desk.does(quantise.hear(List.of(clip), 240, 100, 0));
        assertThat(starts(KICK)).containsExactly(0L, 960L, 1920L, 2880L);
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    @DisplayName("stays the same when its grid is applied and when it is split anywhere, whatever its rows, loop and grid")
    void stays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            Desk desk = new Desk();
            Element clip = desk.clip(desk.track(TrackType.DRUMS), random.nextInt(3) * 480L, 480 + random.nextInt(8000));
            Element content = desk.content(clip);
            for (int note = random.nextInt(12); note >= 0; note--) {
                desk.note(content, random.nextInt(6000), 1 + random.nextInt(700), 36 + random.nextInt(4));
            }
            if (random.nextBoolean()) {
                desk.write(clip, Property.LOOP, 240 * (1 + random.nextInt(12)));
            }
            desk.write(clip, Property.OFFSET, random.nextBoolean() ? 0 : random.nextInt(1000));
            for (int row = random.nextInt(3); row > 0; row--) {
                DrumRowGestures rows = new DrumRowGestures(desk.ids, content);
                desk.does(rows.repeat(36 + random.nextInt(4), clip, 100 + random.nextInt(1500), 60 + random.nextInt(300)));
            }
            if (random.nextInt(3) > 0) {
                desk.does(new QuantiseGestures(desk.arrangement, desk.ids)
                        .hear(List.of(clip), 30 * (1 + random.nextInt(16)), random.nextInt(101), random.nextInt(101)));
            }
            List<String> before = heard(desk);
            long cut = clip.start() + random.nextInt((int) clip.length());
            Journal split = desk.apply(desk.clips.split(List.of(clip), cut).operations());
            // A note that lies across the cut ends there, like one across the end of any clip.
            assertThat(onsets(heard(desk))).as("split, seed %d, song %d", seed, i).isEqualTo(onsets(before));
            List<String> halves = heard(desk);
            Gesture applied = new QuantiseGestures(desk.arrangement, desk.ids).apply(desk.all(Kind.CLIP));
            Journal journal = desk.apply(applied.operations());
            assertThat(onsets(heard(desk))).as("applied, seed %d, song %d", seed, i).isEqualTo(onsets(halves));
            desk.apply(journal.inverse());
            assertThat(heard(desk)).isEqualTo(halves);
            desk.apply(split.inverse());
            assertThat(heard(desk)).isEqualTo(before);
        }
    }

    private DrumRowGestures rows() {
        return new DrumRowGestures(desk.ids, content);
    }

    private List<String> heard() {
        return heard(desk);
    }

    private static List<String> onsets(List<String> heard) {
        return heard.stream().map(each -> each.substring(0, each.indexOf('-'))).toList();
    }

    private static List<String> heard(Desk desk) {
        List<long[]> notes = new ArrayList<>();
        for (Element clip : desk.all(Kind.CLIP)) {
            Element content = desk.content(clip);
            SoundingNotes sounding = new SoundingNotes(clip, content);
            for (Element note : content.children(Kind.NOTE)) {
                sounding.each(note, (start, end, repetition) -> notes.add(new long[] {note.number(Property.PITCH), start, end}));
            }
        }
        return notes.stream().map(each -> each[0] + "@" + each[1] + "-" + each[2]).sorted().toList();
    }

    private List<Long> starts(int pitch) {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        List<Long> starts = new ArrayList<>();
        for (Element note : content.children(Kind.NOTE)) {
            if (note.number(Property.PITCH) == pitch) {
                sounding.each(note, (start, end, repetition) -> starts.add(start - clip.start()));
            }
        }
        return starts.stream().sorted().toList();
    }
}
