package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Grid;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.Scale;
import studio.tutti.core.music.ScaleForm;
import studio.tutti.core.music.Ticks;

@DisplayName("Any shaping of notes in any order")
class ShapingTogetherTest {

    private final Desk desk = new Desk();
    private final Element content = desk.content(desk.clip(desk.track(TrackType.INSTRUMENT), 0, 3840));

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("is taken by the model, taken back to the last bit by its inverse, and leaves no note without length")
    void hold(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Gesture gesture;
            try {
                gesture = any(random);
            } catch (EditRefused refused) {
                continue;
            }
            List<String> before = values();
            Journal journal = desk.apply(gesture.operations());
            long after = desk.arrangement.checksum();
            assertThat(journal.passed()).as("seed %d, step %d: %s", seed, i, gesture.label()).isZero();
            Journal back = desk.apply(journal.inverse());
            assertThat(values()).as("seed %d, step %d: %s", seed, i, gesture.label()).isEqualTo(before);
            desk.apply(back.inverse());
            assertThat(desk.arrangement.checksum()).isEqualTo(after);
            for (Element note : desk.all(Kind.NOTE)) {
                assertThat(note.length()).as("seed %d, step %d: %s", seed, i, gesture.label()).isPositive();
                assertThat(note.end()).isLessThanOrEqualTo(Ticks.LAST);
            }
        }
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (Kind kind : new Kind[] {Kind.NOTE, Kind.CONTROL}) {
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

    private Gesture any(Random random) {
        List<Element> notes = pick(Kind.NOTE, random);
        List<Element> points = pick(Kind.CONTROL, random);
        long far = random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(8000) - 2000;
        int few = random.nextInt(9) - 4;
        int controller = new int[] {1, 64, 128, 129}[random.nextInt(4)];
        Grid grid = new Grid(new MetreMap(new long[] {0}, new int[] {3 + random.nextInt(4)}, new int[] {3}), few * 100,
                60 + random.nextInt(900), random.nextInt(101));
        Path path = new Path(new long[] {far, far + 1 + random.nextInt(2000)}, new int[] {few * 40, 127 - few * 1000});
        NoteTiming timing = new NoteTiming(desk.ids);
        NotesInScale scale = new NotesInScale(desk.ids, new Scale(random.nextInt(12), ScaleForm.values()[random.nextInt(ScaleForm.values().length)]));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> new NoteStrokes(desk.ids).draw(content, List.of(
                    new Stroke(far, 480, 60 + few, 90), new Stroke(far, 300, 64 + few, 90), new Stroke(far + 480, few * 100, 67, 60)));
            case 3, 4 -> timing.quantise(notes, grid, random.nextInt(101), NoteTiming.Ends.values()[random.nextInt(3)]);
            case 5 -> timing.humanise(notes, random.nextInt(200), random.nextInt(127), random.nextLong());
            case 6 -> timing.strum(notes, few * 30);
            case 7 -> timing.legato(notes);
            case 8 -> new NotePieces(desk.ids).split(notes, Math.abs(far));
            case 9 -> new NotePieces(desk.ids).split(notes.subList(0, Math.min(2, notes.size())), grid);
            case 10 -> new NotePieces(desk.ids).glue(notes);
            case 11 -> new NoteVelocities(desk.ids).draw(notes, path);
            case 12 -> new NoteVelocities(desk.ids).ramp(notes);
            case 13 -> scale.transpose(notes, few * 5);
            case 14 -> scale.move(notes, far, few);
            case 15 -> scale.copy(notes.subList(0, Math.min(3, notes.size())), far, few);
            case 16 -> new ControlGestures(desk.ids).draw(content, controller, path);
            case 17 -> new ControlGestures(desk.ids).move(points, far, few * 20);
            case 18 -> new ControlGestures(desk.ids).remove(points.subList(0, Math.min(4, points.size())));
            default -> new Slides(desk.ids).slide(notes, 1 + random.nextInt(500));
        };
    }

    private List<Element> pick(Kind kind, Random random) {
        List<Element> picked = new ArrayList<>();
        for (Element element : desk.all(kind)) {
            if (random.nextInt(3) == 0 && picked.size() < 20) {
                picked.add(element);
            }
        }
        return picked;
    }
}
