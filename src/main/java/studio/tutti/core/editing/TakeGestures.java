package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.lock.Hold;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;

/**
 * Lays a take of a proposal into the song: what is heard of it before and what is written when somebody accepts it are these operations.
 *
 * <p>Where nothing is locked, the take's notes come in place of those that begin in its bars, or beside them; controllers and what
 * reaches in from before stay. A take that has {@linkplain RepeatedNotes all notes of a clip} again adds to them: pedals, bends and the
 * notes that it has just so stay as they are. Notes go into the clip that lies there if nothing else plays its content and it doesn't repeat; other
 * clips are cut for a new one. Locked places stay as they are, notes that reach into them too, and so do {@linkplain SameBars bars of
 * which the take has just what they play}.
 */
public final class TakeGestures {

    private final Arrangement arrangement;
    private final Draft draft;
    private final ChordGestures chords;
    private final Manner manner;
    private final List<Hold> holds;
    private final PlainClips plain;
    /** What is to be cut out of clips, in ticks of the song; a clip may be cut for several stretches at once. */
    private final Map<Element, List<long[]>> cuts = new LinkedHashMap<>();
    private boolean lies;

    /**
     * How a take is laid.
     *
     * @param over whether what is there stays
     * @param apart whether its notes get clips of their own everywhere, so that they can be louder by {@code gain} alone
     * @param gain hundredths of a decibel, −9600 to 2400
     */
    public record Manner(boolean over, boolean apart, int gain) {

        /** In place of what is there. */
        public static final Manner IN_PLACE = new Manner(false, false, 0);
        /** Beside what is there. */
        public static final Manner OVER = new Manner(true, false, 0);
    }

    private TakeGestures(Arrangement arrangement, IdSequence ids, Manner manner) {
        this.arrangement = arrangement;
        this.manner = manner;
        holds = Hold.of(arrangement);
        plain = new PlainClips(arrangement);
        draft = new Draft(ids);
        chords = new ChordGestures(arrangement, ids);
    }

    /**
     * @param ids where new elements take their ids from
     * @param from the first tick of the proposal's bars
     * @param to the tick where they end
     * @param label of the edit
     * @throws EditRefused with a sentence, if a place is not there any more, or all is locked
     */
    public static Gesture lay(Arrangement arrangement, IdSequence ids, Take take, long from, long to, Manner manner, String label) {
        TakeGestures gestures = new TakeGestures(arrangement, ids, manner);
        gestures.run(take, from, to);
        Gesture gesture = gestures.draft.as(label);
        if (gesture.isEmpty()) {
            throw new EditRefused(gestures.lies || take.isEmpty()
                    ? "There is nothing in this take that would change the song."
                    : "Everything that this take would change is locked.");
        }
        return gesture;
    }

    /**
     * What of clips that are not plain would be cut out if a take were accepted in place: by clip, stretches in ticks of the song.
     *
     * @throws EditRefused as {@link #lay} does
     */
    public static Map<Element, List<long[]>> cuts(Arrangement arrangement, Take take, long from, long to) {
        TakeGestures gestures = new TakeGestures(arrangement, new IdSequence(1, 1), Manner.IN_PLACE);
        gestures.run(take, from, to);
        return gestures.cuts;
    }

    /** The notes that a clip lets begin in some stretches, in ticks of the song. */
    public static List<Element> notesIn(Arrangement arrangement, Element clip, List<long[]> stretches) {
        Element content = arrangement.alive(clip.reference(Property.CONTENT));
        List<Element> found = new ArrayList<>();
        if (content == null || stretches.isEmpty()) {
            return found;
        }
        SoundingNotes sounding = new SoundingNotes(clip, content);
        for (Element note : content.children(Kind.NOTE)) {
            boolean[] within = new boolean[1];
            sounding.each(note, (start, end, repetition) -> {
                for (long[] stretch : stretches) {
                    within[0] |= start >= stretch[0] && start < stretch[1];
                }
                return !within[0];
            });
            if (within[0]) {
                found.add(note);
            }
        }
        return found;
    }

    private void run(Take take, long from, long to) {
        FreshTracks tracks = new FreshTracks(arrangement, draft);
        for (Part part : take.parts()) {
            Part.Fresh fresh = part.fresh();
            if (fresh == null) {
                Element track = track(part.track());
                List<long[]> free = FreeBars.of(arrangement, holds, track, from, to).stretches();
                List<long[]> other = SameBars.without(free, arrangement, track, part.notes(), from, to);
                lies |= !free.isEmpty() && other.isEmpty();
                lay(track, other, part.notes());
                continue;
            }
            FreeBars free = FreeBars.ofSong(holds, from, to);
            if (free.isEmpty()) {
                continue;
            }
            Id track = tracks.make(fresh);
            for (long[] stretch : free.stretches()) {
                afresh(track, stretch[0], stretch[1], within(part.notes(), stretch));
            }
        }
        if (!take.chords().isEmpty()) {
            List<long[]> free = FreeBars.ofSong(holds, from, to).stretches();
            List<long[]> other = SameBars.without(free, arrangement, take.chords(), from, to);
            lies |= !free.isEmpty() && other.isEmpty();
            for (long[] stretch : other) {
                chords(take.chords(), stretch[0], stretch[1]);
            }
        }
        cuts.forEach(this::cut);
        others(take.others());
    }

    private Element track(Id id) {
        Element track = arrangement.alive(id);
        if (track == null) {
            Element gone = arrangement.find(id);
            throw new EditRefused(gone == null
                    ? "This take is for a track that the song never had."
                    : "The track “" + gone.text(Property.NAME) + "” is not there any more: bring it back first, or ask again for another one.");
        }
        if (!Rows.holdsNotes(track)) {
            throw new EditRefused("The track “" + track.text(Property.NAME) + "” holds no notes any more.");
        }
        return track;
    }

    // --- one track ---

    private void lay(Element track, List<long[]> stretches, List<Take.Note> notes) {
        for (long[] stretch : stretches) {
            lay(track, stretch[0], stretch[1], within(notes, stretch));
        }
    }

    private void lay(Element track, long from, long to, List<Take.Note> notes) {
        lies = true;
        List<Element> clips = new ArrayList<>();
        List<Take.Note> fresh = new ArrayList<>(notes);
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content == null || clip.flag(Property.MUTED) || content.flag(Property.FORM) || clip.start() >= to || clip.end() <= from) {
                continue;
            }
            if (plain.has(clip, content)) {
                clips.add(clip);
                if (!manner.over()) {
                    clear(track, clip, content, new RepeatedNotes(clip, content, from, to), notes, fresh);
                }
            } else if (!manner.over() && !holdsLockedNotes(content)) {
                long end = safeEnd(track, clip, content, from, to);
                if (end > Math.max(from, clip.start())) {
                    cuts.computeIfAbsent(clip, each -> new ArrayList<>())
                            .add(new long[] {Math.max(from, clip.start()), Math.min(end, clip.end())});
                }
            }
        }
        List<long[]> empty = List.of(new long[] {from, to});
        if (!manner.apart()) {
            for (Element clip : clips) {
                for (long[] gap : empty) {
                    into(clip, clip.reference(Property.CONTENT), Math.max(gap[0], clip.start()), Math.min(gap[1], clip.end()), fresh);
                }
                empty = FreeBars.without(empty, clip.start(), clip.end());
            }
        }
        for (long[] gap : empty) {
            afresh(track.id(), gap[0], gap[1], within(fresh, gap));
        }
    }

    /** Takes out what is replaced. Where a take has all that is played, and more, what it has just so stays, and how it was played. */
    private void clear(Element track, Element clip, Element content, RepeatedNotes there, List<Take.Note> notes, List<Take.Note> fresh) {
        boolean repeated = there.allIn(notes);
        for (Element note : there.notes()) {
            if (repeated && !manner.apart() && (note.flag(Property.MUTED) || there.takeOut(note, fresh)) || !note.children(Kind.LOCK).isEmpty()) {
                continue;
            }
            long start = there.start(note);
            long end = there.end(note);
            // one that leaves the bars reaches into nothing of ours; one that reaches into a lock stays
            if (end <= there.to() || FreeBars.of(arrangement, holds, track, start, end).holds(start, end)) {
                draft.remove(note);
            }
        }
        if (!repeated) {
            PlayedControls.clear(draft, clip, content, there.first(), there.last());
        }
    }

    /** Up to where a clip can be cut out of free bars: what of it reaches into a lock behind them stays. */
    private long safeEnd(Element track, Element clip, Element content, long from, long to) {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        long[] safe = {to};
        for (Element note : content.children(Kind.NOTE)) {
            sounding.each(note, (start, end, repetition) -> {
                if (start < safe[0] && end > to) {
                    long begin = Math.max(start, from);
                    if (!FreeBars.of(arrangement, holds, track, begin, end).holds(begin, end)) {
                        safe[0] = begin;
                    }
                }
                return start < safe[0];
            });
        }
        return safe[0];
    }

    private static boolean holdsLockedNotes(Element content) {
        for (Element note : content.children(Kind.NOTE)) {
            if (!note.children(Kind.LOCK).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Cuts all that is to go out of a clip; what is left plays on as it did. */
    private void cut(Element clip, List<long[]> gone) {
        List<long[]> left = List.of(new long[] {clip.start(), clip.end()});
        for (long[] each : gone) {
            left = FreeBars.without(left, each[0], each[1]);
        }
        List<ClipPart> parts = new ArrayList<>();
        for (long[] each : left) {
            parts.addAll(ClipPart.within(clip, each[0] - clip.start(), each[1] - clip.start()));
        }
        if (parts.isEmpty()) {
            draft.remove(clip);
            return;
        }
        ClipPart first = parts.getFirst();
        long start = clip.start();
        for (ClipPart part : parts.subList(1, parts.size())) {
            part.lay(draft.copy(clip, clip.reference(Property.PARENT)), start + part.from());
        }
        first.lay(draft, clip, start + first.from());
        for (Element comment : Elements.sorted(clip.children(Kind.COMMENT))) {
            draft.set(comment, Property.START, Math.max(0, comment.start() - first.from()));
        }
    }

    private void into(Element clip, Id content, long from, long to, List<Take.Note> notes) {
        long origin = clip.start() - clip.number(Property.OFFSET);
        for (Take.Note note : notes) {
            if (note.start() >= from && note.start() < to) {
                fill(content, note, origin, note.length());
            }
        }
    }

    private void afresh(Id track, long from, long to, List<Take.Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        lies = true;
        Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT);
        for (Take.Note note : notes) {
            fill(content.id(), note, from, note.length());
        }
        draft.make(Kind.CLIP, track)
                .with(Property.CONTENT, content.id())
                .with(Property.START, from)
                .with(Property.LENGTH, to - from)
                .with(Property.GAIN, manner.gain());
    }

    private void fill(Id content, Take.Note note, long origin, long length) {
        long start = Leeway.within(note.start() - origin, 0, Ticks.LAST - 1);
        draft.make(Kind.NOTE, content)
                .with(Property.START, start)
                .with(Property.LENGTH, Leeway.within(length, 1, Ticks.LAST - start))
                .with(Property.PITCH, Leeway.within(note.pitch(), 0, 127))
                .with(Property.VELOCITY, Leeway.within(note.velocity(), 1, 127));
    }

    /** The notes that begin in a stretch, none of them longer than it. */
    private static List<Take.Note> within(List<Take.Note> notes, long[] stretch) {
        List<Take.Note> within = new ArrayList<>();
        for (Take.Note note : notes) {
            if (note.start() >= stretch[0] && note.start() < stretch[1]) {
                within.add(note.end() <= stretch[1] ? note : new Take.Note(note.start(), stretch[1] - note.start(), note.pitch(), note.velocity()));
            }
        }
        return within;
    }

    // --- beside the tracks ---

    private void chords(List<Take.Chord> all, long from, long to) {
        if (!manner.over()) {
            chords.clear(draft, from, to);
        }
        for (Take.Chord chord : all) {
            long start = Math.max(from, chord.start());
            long end = Math.min(to, chord.end());
            if (start < end && !(manner.over() && chords.hasChords(start, end))) {
                lies = true;
                draft.make(Kind.CHORD, Arrangement.ROOT)
                        .with(Property.START, start)
                        .with(Property.LENGTH, end - start)
                        .with(Property.SYMBOL, chord.symbol());
            }
        }
    }

    /** New elements get ids that the song never had, also when a take is accepted again. */
    private void others(List<Operation> others) {
        Map<Id, Id> fresh = new HashMap<>();
        for (Operation operation : others) {
            switch (operation) {
                case Operation.Add add -> {
                    Id parent = (Id) add.values().get(Property.PARENT);
                    require(parent, fresh);
                    if (add.kind() == Kind.MASTER) {
                        arrangement.root().children(Kind.MASTER).forEach(draft::remove); // a song has one
                    }
                    Draft.New made = draft.make(add.kind(), fresh.getOrDefault(parent, parent));
                    add.values().forEach((property, value) -> {
                        if (property != Property.PARENT) {
                            made.with(property, value instanceof Id id ? fresh.getOrDefault(id, id) : value);
                        }
                    });
                    fresh.put(add.element(), made.id());
                }
                case Operation.Set set -> {
                    require(set.element(), fresh);
                    draft.write(fresh.getOrDefault(set.element(), set.element()), set.property(),
                            set.value() instanceof Id id ? fresh.getOrDefault(id, id) : set.value());
                }
                default -> throw new EditRefused("A take removes nothing by name.");
            }
            lies = true;
        }
    }

    private void require(Id element, Map<Id, Id> fresh) {
        if (!fresh.containsKey(element) && arrangement.alive(element) == null) {
            throw new EditRefused("What this take would change is not there any more.");
        }
    }
}
