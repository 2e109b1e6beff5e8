package studio.tutti.core.editing;

import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/** What hands do above the tracks: tempo, metre, key, sections, chords and markers, and the song's name. */
public final class LaneGestures {

    private static final double MICROSECONDS_A_MINUTE = 60_000_000;

    private final Arrangement arrangement;
    private final IdSequence ids;

    public LaneGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Sets the tempo from a tick on: changes the change of tempo that is there, or makes one.
     *
     * @param bpm quarters a minute; brought into 3.58 to 6000
     */
    public Gesture tempo(long start, double bpm) {
        if (!(bpm > 0)) {
            throw new EditRefused("A tempo is more than 0 quarters a minute.");
        }
        Object tempo = Changes.fitting(Property.TEMPO, Math.round(MICROSECONDS_A_MINUTE / bpm));
        return step(Kind.TEMPO, start, Map.of(Property.TEMPO, tempo), Labels.TEMPO);
    }

    /**
     * Sets the metre from a tick on, as {@link #tempo} does.
     *
     * @param numerator beats in a bar, 1 to 255
     * @param denominator the note value of a beat: 1, 2, 4, 8, 16, 32, 64 or 128
     */
    public Gesture metre(long start, int numerator, int denominator) {
        if (Integer.bitCount(denominator) != 1 || denominator < 1 || denominator > 128 || numerator < 1 || numerator > 255) {
            throw new EditRefused("A metre has 1 to 255 beats of a whole, a half, a quarter, an eighth … or a 128th note.");
        }
        return step(
                Kind.METRE,
                start,
                Map.of(
                        Property.NUMERATOR, (long) numerator,
                        Property.DENOMINATOR, (long) Integer.numberOfTrailingZeros(denominator)),
                Labels.METRE);
    }

    /**
     * Sets the key signature at the start of the song.
     *
     * @param fifths sharps, or flats if negative; brought into −7 to 7
     */
    public Gesture key(int fifths, boolean minor) {
        return step(
                Kind.KEY,
                0,
                Map.of(Property.FIFTHS, Leeway.within(fifths, -7, 7), Property.MODE, minor ? 1L : 0L),
                Labels.KEY);
    }

    private Gesture step(Kind kind, long start, Map<Property, Object> values, String label) {
        Draft draft = new Draft(ids);
        long tick = Leeway.within(start, 0, Ticks.LAST);
        Element there = tick == 0 ? arrangement.root() : null;
        for (Element change : arrangement.root().children(kind)) {
            // Of several at one tick the one with the last id holds, and at the start it hides the song's own.
            if (change.start() == tick
                    && (there == null || there == arrangement.root() || there.id().compareTo(change.id()) < 0)) {
                there = change;
            }
        }
        if (there == null) {
            Draft.New added = draft.make(kind, Arrangement.ROOT).with(Property.START, tick);
            values.forEach(added::with);
        } else {
            for (Map.Entry<Property, Object> value : values.entrySet()) {
                draft.set(there, value.getKey(), value.getValue());
            }
        }
        return draft.as(label);
    }

    /** Adds a named stretch of the song; without a length, one of a tick. */
    public Gesture section(long start, long length, String name) {
        int turn = arrangement.root().children(Kind.SECTION).size();
        Draft draft = new Draft(ids);
        stretch(draft, Kind.SECTION, start, length).with(Property.NAME, name).with(Property.COLOUR, Palette.colour(turn));
        return draft.as(Labels.SECTION_ADD);
    }

    /** Adds a chord to the chord lane. */
    public Gesture chord(long start, long length, String symbol) {
        Draft draft = new Draft(ids);
        stretch(draft, Kind.CHORD, start, length).with(Property.SYMBOL, symbol);
        return draft.as(Labels.CHORD_ADD);
    }

    private static Draft.New stretch(Draft draft, Kind kind, long start, long length) {
        long begin = Leeway.within(start, 0, Ticks.LAST - 1);
        return draft.make(kind, Arrangement.ROOT)
                .with(Property.START, begin)
                .with(Property.LENGTH, Leeway.within(length, 1, Ticks.LAST - begin));
    }

    /** Adds a named moment. */
    public Gesture marker(long start, String text) {
        Draft draft = new Draft(ids);
        draft.make(Kind.MARKER, Arrangement.ROOT)
                .with(Property.START, Leeway.within(start, 0, Ticks.LAST))
                .with(Property.TEXT, text);
        return draft.as(Labels.MARKER_ADD);
    }

    /** Writes some properties of a section, a chord or a marker; numbers out of range are brought into it. */
    public Gesture change(Element element, Map<Property, Object> values) {
        Draft draft = new Draft(ids);
        String label = switch (element.kind()) {
            case SECTION -> Labels.SECTION_CHANGE;
            case CHORD -> Labels.CHORD_CHANGE;
            case MARKER -> Labels.MARKER_CHANGE;
            default -> throw new EditRefused("Only sections, chords and markers are changed this way.");
        };
        Changes.write(draft, element.kind(), element, values);
        return draft.as(label);
    }

    /**
     * Moves a change of tempo, metre or key in time. Of one that is there already it takes the place; the song's own, at its
     * start, stays where it is.
     */
    public Gesture moveStep(Element step, long start) {
        Draft draft = new Draft(ids);
        String label = switch (step.kind()) {
            case TEMPO -> Labels.TEMPO;
            case METRE -> Labels.METRE;
            case KEY -> Labels.KEY;
            default -> throw new EditRefused("Only changes of tempo, metre and key are moved this way.");
        };
        if (step.isAlive()) {
            long tick = Leeway.within(start, 0, Ticks.LAST);
            for (Element other : Elements.byId(arrangement.root().children(step.kind()))) {
                if (other != step && other.start() == tick) {
                    draft.remove(other);
                }
            }
            draft.set(step, Property.START, tick);
        }
        return draft.as(label);
    }

    /** Removes what lies in the lanes. The song's own tempo and metre, at its start, stay. */
    public Gesture remove(List<Element> elements) {
        Draft draft = new Draft(ids);
        for (Kind kind : new Kind[] {Kind.TEMPO, Kind.METRE, Kind.KEY, Kind.SECTION, Kind.CHORD, Kind.MARKER, Kind.LYRIC}) {
            Chosen.of(kind, elements).forEach(draft::remove);
        }
        return draft.as(Labels.LANE_REMOVE);
    }

    /** Names the song. */
    public Gesture rename(String name) {
        Draft draft = new Draft(ids);
        draft.set(arrangement.root(), Property.NAME, (Object) name);
        return draft.as(Labels.NAME);
    }
}
