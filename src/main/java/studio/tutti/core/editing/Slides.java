package studio.tutti.core.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * Slides from note to note: the end of each bends until it meets the pitch of the next. The bend is the wheel's, so it takes
 * along whatever else the track plays then. Where the interval is wider than the wheel reaches, its range is widened for as
 * long as the slide lasts (registered parameter 0 of MIDI 1.0) and then set back.
 */
public final class Slides {

    /** Semitones of the widest slide. */
    public static final int WIDEST = 24;

    private static final int OCTAVE = 12;
    private static final int USUAL = 2;
    private static final int MIDDLE = 8192;
    /** Ticks between two positions of the wheel. */
    private static final int STEP = 20;

    private static final int DATA = 6;
    private static final int RPN_LOW = 100;
    private static final int RPN_HIGH = 101;

    private final IdSequence ids;

    public Slides(IdSequence ids) {
        this.ids = ids;
    }

    /**
     * Lets each of some notes slide to the next of them in time; it goes on until that one begins.
     *
     * @param ticks how long the slide takes, cut to the length of the note; at least 1
     */
    public Gesture slide(List<Element> notes, long ticks) {
        List<Element> sorted = Elements.sorted(Chosen.of(Kind.NOTE, notes));
        Draft draft = new Draft(ids);
        Set<Element> removed = new HashSet<>();
        boolean any = false;
        for (int i = 1; i < sorted.size(); i++) {
            Element from = sorted.get(i - 1);
            Element to = sorted.get(i);
            if (from.parent() == to.parent() && from.start() < to.start()) {
                any = true;
                draft.set(from, Property.LENGTH, to.start() - from.start());
                slide(draft, removed, from, to, Math.max(from.start(), to.start() - Math.max(1, ticks)));
            }
        }
        if (!any) {
            throw new EditRefused("Choose notes one after the other: each slides to the next.");
        }
        return draft.as(Labels.NOTES_SLIDE);
    }

    private static void slide(Draft draft, Set<Element> removed, Element note, Element next, long begin) {
        Element content = Objects.requireNonNull(note.parent());
        int interval = next.integer(Property.PITCH) - note.integer(Property.PITCH);
        int distance = Math.abs(interval);
        if (distance > WIDEST) {
            throw new EditRefused("A slide reaches two octaves at most.");
        }
        List<Element> controls = Elements.sorted(content.children(Kind.CONTROL));
        long end = next.start();
        int before = range(controls, begin - 1);
        int after = range(controls, end);
        for (Element control : controls) {
            if (control.start() >= begin && control.start() <= end && isOfWheel(control) && removed.add(control)) {
                draft.remove(control);
            }
        }
        int range = distance <= before ? before : distance <= OCTAVE ? OCTAVE : WIDEST;
        setRange(draft, content, begin, before, range);
        long moves = Math.max(1, (end - begin) / STEP - 1);
        for (long move = 0; move <= moves; move++) {
            long bend = MIDDLE + Math.round((double) (MIDDLE - 1) * interval / range * move / moves);
            ControlGestures.add(draft, content, Controllers.PITCH_BEND, begin + Math.min(end - begin - 1, move * STEP), bend);
        }
        ControlGestures.add(draft, content, Controllers.PITCH_BEND, end, MIDDLE);
        setRange(draft, content, end, range, after);
    }

    private static boolean isOfWheel(Element control) {
        int controller = control.integer(Property.CONTROLLER);
        return controller == Controllers.PITCH_BEND || controller == DATA || controller == RPN_LOW || controller == RPN_HIGH;
    }

    private static void setRange(Draft draft, Element content, long tick, int from, int to) {
        if (from != to) {
            ControlGestures.add(draft, content, RPN_HIGH, tick, 0);
            ControlGestures.add(draft, content, RPN_LOW, tick, 0);
            ControlGestures.add(draft, content, DATA, tick, to);
        }
    }

    /** The semitones that the wheel reaches after a tick, as the content sets them. */
    private static int range(List<Element> controls, long tick) {
        int range = USUAL;
        long high = -1;
        long low = -1;
        for (Element control : controls) {
            if (control.start() > tick) {
                break;
            }
            long amount = control.number(Property.AMOUNT);
            switch (control.integer(Property.CONTROLLER)) {
                case RPN_HIGH -> high = amount;
                case RPN_LOW -> low = amount;
                case DATA -> range = high == 0 && low == 0 ? (int) Leeway.within(amount, 1, WIDEST) : range;
                default -> {}
            }
        }
        return range;
    }
}
