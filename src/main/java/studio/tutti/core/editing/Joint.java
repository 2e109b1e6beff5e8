package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.clip.Window;

/**
 * Clips of one track becoming one. Every note that sounds is written out where it is heard, on the clip's grid and in all
 * repetitions of its loop and its drum's row, and ends where it ended; controllers too, and where a clip's end lifted the
 * pedal there is now a controller that does.
 */
final class Joint {

    private final Arrangement arrangement;
    private final Draft draft;
    private final List<Element> clips;
    private final Element first;
    private final long start;
    private final long end;
    private final boolean silent;
    private final Map<Id, Id> notes = new HashMap<>();
    private int written;

    /** @param clips of one track, at least one, by start */
    Joint(Arrangement arrangement, Draft draft, List<Element> clips) {
        this.arrangement = arrangement;
        this.draft = draft;
        this.clips = clips;
        first = clips.getFirst();
        start = first.start();
        end = clips.stream().mapToLong(Element::end).max().orElse(start);
        silent = clips.stream().allMatch(clip -> clip.flag(Property.MUTED));
    }

    void make() {
        mayBeOne();
        Draft.New whole = draft.add(Kind.CONTENT, Arrangement.ROOT);
        for (Element clip : clips) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content != null && clip.length() > 0) {
                notes(clip, content, whole.id());
                if (silent || !clip.flag(Property.MUTED)) {
                    controls(clip, content, whole.id());
                }
            }
        }
        rows(whole.id());
        draft.change(first);
        draft.set(first, Property.CONTENT, whole.id());
        draft.set(first, Property.LENGTH, end - start);
        draft.set(first, Property.OFFSET, 0);
        draft.set(first, Property.LOOP, 0);
        draft.set(first, Property.QUANTISE, 0);
        draft.set(first, Property.MUTED, silent ? 1 : 0);
        for (Element clip : clips.subList(1, clips.size())) {
            for (Element comment : Elements.sorted(clip.children(Kind.COMMENT))) {
                draft.set(comment, Property.PARENT, first.id());
                draft.set(comment, Property.START, comment.start() + clip.start() - start);
            }
            draft.remove(clip);
        }
        for (Element lyric : arrangement.root().children(Kind.LYRIC)) {
            Id note = notes.get(lyric.reference(Property.NOTE));
            if (note != null && lyric.start() >= start && lyric.start() < end) {
                draft.set(lyric, Property.NOTE, note);
            }
        }
    }

    private void mayBeOne() {
        for (Element clip : clips) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content != null && content.flag(Property.FORM)) {
                throw new EditRefused("Notes and recordings can't become one clip.");
            }
            if (!clip.get(Property.GAIN).equals(first.get(Property.GAIN))) {
                throw new EditRefused("These clips can't become one: one is louder than another.");
            }
        }
    }

    private void notes(Element clip, Element content, Id whole) {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        boolean muted = clip.flag(Property.MUTED) && !silent;
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            sounding.each(note, (from, to, repetition) -> {
                count();
                Draft.New copy = draft.copy(note, whole).with(Property.START, from - start).with(Property.LENGTH, to - from);
                if (muted) {
                    copy.with(Property.MUTED, 1);
                }
                notes.putIfAbsent(note.id(), copy.id());
                return true;
            });
        }
    }

    private void controls(Element clip, Element content, Id whole) {
        Window window = new Window(clip);
        List<Element> controls = Elements.sorted(content.children(Kind.CONTROL));
        boolean any = controls.stream().anyMatch(control -> window.holds(control.start()));
        for (long turn = 0; any && turn < window.turns(); turn++) {
            boolean pedal = false;
            for (Element control : controls) {
                long at = window.at(control.start(), turn);
                if (window.holds(control.start()) && at < window.end()) {
                    count();
                    draft.copy(control, whole).with(Property.START, at - start);
                    if (control.number(Property.CONTROLLER) == Controllers.SUSTAIN) {
                        pedal = control.number(Property.AMOUNT) >= 64;
                    }
                }
            }
            if (pedal && window.end(turn) < end) {
                draft.add(Kind.CONTROL, whole)
                        .with(Property.START, window.end(turn) - start)
                        .with(Property.CONTROLLER, Controllers.SUSTAIN);
            }
        }
    }

    /** The drums that had steps of their own, each once; what they repeated is written out. */
    private void rows(Id whole) {
        Map<Long, Element> rows = new HashMap<>();
        for (Element clip : clips) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content != null) {
                for (Element row : Elements.byId(content.children(Kind.ROW))) {
                    if (rows.putIfAbsent(row.number(Property.PITCH), row) == null) {
                        draft.copy(row, whole).with(Property.LENGTH, 0);
                    }
                }
            }
        }
    }

    private void count() {
        if (++written > Kind.NOTE.most()) {
            throw new EditRefused("These clips repeat so often that they would have too many notes as one.");
        }
    }
}
