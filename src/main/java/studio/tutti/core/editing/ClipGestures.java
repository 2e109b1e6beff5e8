package studio.tutti.core.editing;

import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with clips. Shifts are relative and clamped for the whole group. Removing a clip leaves its content
 * alone, since another person may be making an alias of it at this moment.
 */
public final class ClipGestures {

    /** The shortest clip that an edge can be dragged to, in ticks. */
    public static final int SHORTEST = 60;

    private final Arrangement arrangement;
    private final IdSequence ids;
    private final Recorded recorded;

    public ClipGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
        recorded = new Recorded(arrangement);
    }

    /** Draws an empty clip with a content of its own. */
    public Gesture add(Element track, long start, long length) {
        if (!Rows.holdsNotes(track)) {
            throw new EditRefused("Clips with notes lie on instrument and drum tracks only.");
        }
        Draft draft = new Draft(ids);
        Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT);
        long begin = Leeway.within(start, 0, Ticks.LAST - SHORTEST);
        draft.make(Kind.CLIP, track.id())
                .with(Property.CONTENT, content.id())
                .with(Property.START, begin)
                .with(Property.LENGTH, Leeway.within(length, SHORTEST, Ticks.LAST - begin));
        return draft.as(Labels.CLIPS_DRAW);
    }

    /**
     * Moves clips in time and across tracks.
     *
     * @param tracks rows down; as many of them as leave every clip on a track that can hold it
     */
    public Gesture move(List<Element> clips, long ticks, int tracks) {
        List<Element> chosen = alive(clips);
        Rows rows = new Rows(arrangement);
        int down = rows.clamp(chosen, tracks);
        long later = time(chosen).clamp(ticks);
        Draft draft = new Draft(ids);
        for (Element clip : chosen) {
            draft.set(clip, Property.START, clip.start() + later);
            draft.set(clip, Property.PARENT, rows.below(clip, down).id());
        }
        return draft.as(Labels.CLIPS_MOVE);
    }

    /**
     * Copies clips.
     *
     * @param alias whether the copies play the same content, and change with it, or contents of their own; clips that
     *     shared one content share its copy
     */
    public Gesture copy(List<Element> clips, long ticks, int tracks, boolean alias) {
        List<Element> chosen = alive(clips);
        Rows rows = new Rows(arrangement);
        int down = rows.clamp(chosen, tracks);
        long later = time(chosen).clamp(ticks);
        Draft draft = new Draft(ids);
        ContentCopies copies = new ContentCopies(arrangement, draft);
        for (Element clip : chosen) {
            Id content = clip.reference(Property.CONTENT);
            Id plays = alias ? content : copies.of(content);
            draft.make(draft.copy(clip, rows.below(clip, down).id())
                    .with(Property.START, clip.start() + later)
                    .with(Property.CONTENT, plays));
        }
        return draft.as(alias ? Labels.CLIPS_ALIAS : Labels.CLIPS_COPY);
    }

    /**
     * Drags the beginnings of clips; the content stays in place under them. A clip can't begin before its content does,
     * and one that repeats loses or gains whole repetitions.
     */
    public Gesture moveBeginnings(List<Element> clips, long ticks) {
        List<Element> chosen = alive(clips);
        Leeway leeway = new Leeway();
        for (Element clip : chosen) {
            boolean repeats = repeats(clip);
            long earliest = repeats ? 0 : recorded.is(clip) ? recorded.earliest(clip)
                    : Math.max(0, clip.start() - clip.number(Property.OFFSET));
            leeway.keep(clip.start(), earliest, Math.max(clip.start(), clip.end() - SHORTEST));
        }
        long later = leeway.clamp(ticks);
        Draft draft = new Draft(ids);
        for (Element clip : chosen) {
            long loop = clip.number(Property.LOOP);
            long by = repeats(clip) ? later / loop * loop : later;
            draft.set(clip, Property.START, clip.start() + by);
            draft.set(clip, Property.LENGTH, clip.length() - by);
            if (!repeats(clip) && by != 0 && recorded.is(clip)) {
                draft.set(clip, Property.POSITION, recorded.position(clip, clip.start() + by));
                draft.set(clip, Property.LOOP, 0);
            } else if (!repeats(clip) && by != 0) {
                draft.set(clip, Property.OFFSET, clip.number(Property.OFFSET) + by);
                draft.set(clip, Property.LOOP, 0);
            }
        }
        return draft.as(Labels.CLIPS_RESIZE);
    }

    /** Drags the ends of clips. */
    public Gesture moveEnds(List<Element> clips, long ticks) {
        List<Element> chosen = alive(clips);
        Leeway leeway = new Leeway();
        for (Element clip : chosen) {
            boolean once = recorded.is(clip) && clip.number(Property.LOOP) == 0;
            leeway.keep(clip.end(), clip.start() + SHORTEST, once ? recorded.latest(clip) : Ticks.LAST);
        }
        long longer = leeway.clamp(ticks);
        Draft draft = new Draft(ids);
        for (Element clip : chosen) {
            draft.set(clip, Property.LENGTH, clip.length() + longer);
        }
        return draft.as(Labels.CLIPS_RESIZE);
    }

    /** Writes some properties of clips. Numbers out of range are brought into it; a text that is too long is refused. */
    public Gesture change(List<Element> clips, Map<Property, Object> values) {
        Draft draft = new Draft(ids);
        for (Element clip : alive(clips)) {
            Changes.write(draft, Kind.CLIP, clip, values);
        }
        return draft.as(Labels.CLIPS_CHANGE);
    }

    /**
     * Cuts the clips that lie across a tick in two; both go on playing the same content. A repeating clip cut within a
     * repetition becomes three: before, the rest of the repetition, and the repetitions after it.
     */
    public Gesture split(List<Element> clips, long tick) {
        Draft draft = new Draft(ids);
        for (Element clip : alive(clips)) {
            long before = tick - clip.start();
            if (before <= 0 || before >= clip.length()) {
                continue;
            }
            draft.set(clip, Property.LENGTH, before);
            if (recorded.is(clip)) {
                splitRecorded(draft, clip, before);
                continue;
            }
            for (ClipPart part : ClipPart.within(clip, before, clip.length())) {
                draft.make(part.lay(draft.copy(clip, clip.reference(Property.PARENT)), clip.start() + part.from()));
            }
        }
        return draft.as(Labels.CLIPS_SPLIT);
    }

    /** The fade in stays with the first part, the fade out with the last. */
    private void splitRecorded(Draft draft, Element clip, long before) {
        draft.set(clip, Property.FADE_OUT, 0);
        for (ClipPart part : ClipPart.within(clip, before, clip.length())) {
            draft.make(draft.copy(clip, clip.reference(Property.PARENT))
                    .with(Property.START, clip.start() + part.from())
                    .with(Property.LENGTH, part.length())
                    .with(Property.LOOP, part.loop())
                    .with(Property.POSITION, recorded.position(clip, part))
                    .with(Property.FADE_IN, 0)
                    .with(Property.FADE_OUT, part.from() + part.length() == clip.length() ? clip.number(Property.FADE_OUT) : 0));
        }
    }

    /** Removes clips. */
    public Gesture remove(List<Element> clips) {
        Draft draft = new Draft(ids);
        alive(clips).forEach(draft::remove);
        return draft.as(Labels.CLIPS_REMOVE);
    }

    private static boolean repeats(Element clip) {
        long loop = clip.number(Property.LOOP);
        return loop > 0 && clip.length() > loop;
    }

    private static Leeway time(List<Element> clips) {
        Leeway leeway = new Leeway();
        for (Element clip : clips) {
            leeway.keep(clip.start(), 0, Ticks.LAST - clip.length());
        }
        return leeway;
    }

    private static List<Element> alive(List<Element> clips) {
        return Chosen.of(Kind.CLIP, clips);
    }
}
