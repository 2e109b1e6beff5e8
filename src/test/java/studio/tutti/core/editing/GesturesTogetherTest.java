package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Ticks;

@DisplayName("Any gestures in any order")
class GesturesTogetherTest {

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("are taken by the model, keep a group's shape, and are taken back to the last bit by their inverse")
    void hold(long seed) {
        Random random = new Random(seed);
        Desk desk = new Desk();
        for (TrackType type : TrackType.values()) {
            desk.track(type);
        }
        for (int i = 0; i < 300; i++) {
            Gesture gesture = any(desk, random);
            List<String> before = values(desk);
            Journal journal = desk.apply(gesture.operations());
            long after = desk.arrangement.checksum();
            assertThat(journal.passed()).as("seed %d, step %d: %s", seed, i, gesture.label()).isZero();
            Journal back = desk.apply(journal.inverse());
            assertThat(values(desk)).as("seed %d, step %d: %s", seed, i, gesture.label()).isEqualTo(before);
            desk.apply(back.inverse());
            assertThat(desk.arrangement.checksum()).isEqualTo(after);
            keepsItsShape(desk, pick(desk, Kind.NOTE, random), random);
            staysInTheSong(desk);
        }
    }

    /** What is alive and its values; the checksum counts tombstones too. */
    static List<String> values(Desk desk) {
        List<String> values = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Element element : desk.all(kind)) {
                StringBuilder line = new StringBuilder();
                for (int slot = 0; slot < kind.size(); slot++) {
                    line.append(element.get(kind.property(slot))).append(' ');
                }
                values.add(line.toString());
            }
        }
        return values;
    }

    private static void keepsItsShape(Desk desk, List<Element> notes, Random random) {
        List<Long> before = distances(notes);
        desk.does(desk.notes.move(notes, random.nextInt(20_000) - 10_000, random.nextInt(80) - 40));
        assertThat(distances(notes)).isEqualTo(before);
    }

    private static List<Long> distances(List<Element> notes) {
        List<Long> distances = new ArrayList<>();
        for (Element note : notes) {
            distances.add(note.start() - notes.getFirst().start());
            distances.add(note.number(Property.PITCH) - notes.getFirst().number(Property.PITCH));
        }
        return distances;
    }

    private static void staysInTheSong(Desk desk) {
        for (Kind kind : new Kind[] {Kind.NOTE, Kind.CLIP, Kind.SECTION, Kind.CHORD}) {
            for (Element element : desk.all(kind)) {
                assertThat(element.end()).isLessThanOrEqualTo(Ticks.LAST);
                assertThat(element.length()).isPositive();
            }
        }
    }

    private static Gesture any(Desk desk, Random random) {
        List<Element> notes = pick(desk, Kind.NOTE, random);
        List<Element> clips = pick(desk, Kind.CLIP, random);
        List<Element> tracks = desk.all(Kind.TRACK);
        Element track = tracks.get(random.nextInt(tracks.size()));
        long far = random.nextInt(10) == 0 ? random.nextLong() / 4 : random.nextInt(8000) - 4000;
        int few = random.nextInt(9) - 4;
        return switch (random.nextInt(36)) {
            case 0, 1 -> Rows.holdsNotes(track)
                    ? desk.clips.add(track, far, far)
                    : desk.tracks.add(TrackType.INSTRUMENT, "", few, track);
            case 2, 3, 4, 5 -> desk.all(Kind.CONTENT).isEmpty()
                    ? desk.lanes.marker(far, "none yet")
                    : desk.notes.add(desk.all(Kind.CONTENT).getFirst(), far, far, few * 40, few * 40);
            case 6 -> desk.notes.copy(notes, far, few);
            case 7 -> desk.notes.moveBeginnings(notes, far);
            case 8 -> desk.notes.moveEnds(notes, far);
            case 9 -> desk.notes.changeVelocity(notes, few * 20);
            case 10 -> desk.notes.setVelocity(notes, few * 30);
            case 11 -> desk.notes.remove(notes.subList(0, Math.min(2, notes.size())));
            case 12 -> desk.clips.move(clips, far, few);
            case 13 -> desk.clips.copy(clips.subList(0, Math.min(3, clips.size())), far, few, random.nextBoolean());
            case 14 -> desk.clips.moveBeginnings(clips, far);
            case 15 -> desk.clips.moveEnds(clips, far);
            case 16 -> desk.clips.split(clips, Math.abs(far));
            case 17 -> desk.clips.change(clips, Map.of(Property.LOOP, far, Property.MUTED, (long) few));
            case 18 -> desk.clips.remove(clips.subList(0, Math.min(2, clips.size())));
            case 19 -> desk.tracks.move(track, random.nextBoolean() ? null : tracks.getFirst());
            case 20 -> desk.tracks.change(track, Map.of(Property.VOLUME, far, Property.PAN, far));
            case 21 -> desk.lanes.tempo(Math.abs(far), 1 + random.nextInt(300));
            case 22 -> desk.lanes.section(far, far, "S");
            case 23, 24, 25, 26, 27, 28, 29 -> MixerGestures.any(desk, track, random);
            case 30, 31, 32, 33 -> RandomAutomation.any(desk, track, random);
            default -> tracks.size() > 6 ? desk.tracks.remove(List.of(tracks.getLast())) : desk.lanes.key(few * 3, true);
        };
    }

    private static List<Element> pick(Desk desk, Kind kind, Random random) {
        List<Element> picked = new ArrayList<>();
        for (Element element : desk.all(kind)) {
            if (random.nextInt(3) == 0 && picked.size() < 20) {
                picked.add(element);
            }
        }
        return picked;
    }
}
