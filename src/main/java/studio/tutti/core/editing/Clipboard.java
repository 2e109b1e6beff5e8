package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/** Copies notes or clips into a text and pastes them from one, into this song or another. */
public final class Clipboard {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public Clipboard(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /** A text that holds the clips of a selection with what they play, or, if there are none, its notes. */
    public String copy(List<Element> selection) {
        List<Element> clips = Elements.sorted(Chosen.of(Kind.CLIP, selection));
        if (!clips.isEmpty()) {
            return copyClips(clips);
        }
        List<Element> notes = Elements.sorted(Chosen.of(Kind.NOTE, selection));
        if (notes.isEmpty()) {
            throw new EditRefused("Only notes and clips can be copied.");
        }
        StringBuilder out = new StringBuilder(ClipboardText.NOTES);
        for (Element note : notes) {
            ClipboardText.write(out, 'n', note);
        }
        return out.toString();
    }

    private String copyClips(List<Element> clips) {
        List<Element> tracks = Elements.tracks(arrangement);
        int top = tracks.size();
        for (Element clip : clips) {
            top = Math.min(top, tracks.indexOf(clip.parent()));
        }
        StringBuilder out = new StringBuilder(ClipboardText.CLIPS);
        Map<Id, Integer> contents = new HashMap<>();
        for (Element clip : clips) {
            Id id = clip.reference(Property.CONTENT);
            if (!contents.containsKey(id) && arrangement.find(id) instanceof Element content) {
                contents.put(id, contents.size());
                ClipboardText.write(out, 'k', content);
                if (content.flag(Property.FORM)) {
                    ClipboardText.write(out, 'l', content, ClipboardText.LASTING);
                }
                for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
                    ClipboardText.write(out, 'n', note);
                }
                for (Element control : Elements.sorted(content.children(Kind.CONTROL))) {
                    ClipboardText.write(out, 'c', control);
                }
                for (Element row : content.children(Kind.ROW)) {
                    ClipboardText.write(out, 'r', row);
                }
            }
            ClipboardText.write(out, 'p', clip, tracks.indexOf(clip.parent()) - top, contents.get(id));
            if (new Recorded(arrangement).is(clip)) {
                ClipboardText.write(out, 'a', clip, ClipboardText.RECORDING);
            }
            if (clip.flag(Property.QUANTISE)) {
                ClipboardText.write(out, 'q', clip, ClipboardText.GRID);
            }
        }
        return out.toString();
    }

    /**
     * Pastes notes, the first of them at a tick.
     *
     * @param text what {@link #copy} wrote
     * @param tick of the content
     */
    public Gesture pasteNotes(String text, Element content, long tick) {
        List<String> lines = ClipboardText.lines(text, ClipboardText.NOTES);
        if (lines == null) {
            throw new EditRefused("The clipboard holds no notes.");
        }
        if (content.kind() != Kind.CONTENT || !content.isAlive()) {
            throw new EditRefused("There is nothing here any more that could hold notes.");
        }
        Draft draft = new Draft(ids);
        List<Draft.New> notes = new ArrayList<>();
        for (String each : lines) {
            ClipboardText.Line line = new ClipboardText.Line(each);
            if (line.letter() != 'n') {
                throw ClipboardText.damaged();
            }
            Draft.New note = draft.make(Kind.NOTE, content.id());
            line.fill(note, Kind.NOTE);
            notes.add(note);
        }
        shift(notes, tick);
        return draft.as(Labels.NOTES_PASTE);
    }

    /**
     * Pastes clips with contents of their own, the first at a tick, the uppermost on a track and the others as far below
     * as they were.
     *
     * @param text what {@link #copy} wrote
     */
    public Gesture pasteClips(String text, Element track, long tick) {
        List<String> lines = ClipboardText.lines(text, ClipboardText.CLIPS);
        if (lines == null) {
            throw new EditRefused("The clipboard holds no clips.");
        }
        List<Element> tracks = Elements.tracks(arrangement);
        int top = tracks.indexOf(track);
        Draft draft = new Draft(ids);
        List<Draft.New> contents = new ArrayList<>();
        List<Draft.New> clips = new ArrayList<>();
        boolean[] audio = new boolean[lines.size()];
        for (String each : lines) {
            ClipboardText.Line line = new ClipboardText.Line(each);
            switch (line.letter()) {
                case 'k' -> {
                    Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT);
                    line.fill(content, Kind.CONTENT);
                    audio[contents.size()] = (Long) content.get(Property.FORM) != 0;
                    contents.add(content);
                }
                case 'n' -> line.fill(draft.add(Kind.NOTE, last(contents)), Kind.NOTE);
                case 'c' -> line.fill(draft.add(Kind.CONTROL, last(contents)), Kind.CONTROL);
                case 'r' -> line.fill(draft.add(Kind.ROW, last(contents)), Kind.ROW);
                case 'l' -> {
                    last(contents);
                    line.fill(contents.getLast(), ClipboardText.LASTING);
                }
                case 'a' -> {
                    if (clips.isEmpty()) {
                        throw ClipboardText.damaged();
                    }
                    line.fill(clips.getLast(), ClipboardText.RECORDING);
                }
                case 'q' -> {
                    if (clips.isEmpty()) {
                        throw ClipboardText.damaged();
                    }
                    line.fill(clips.getLast(), ClipboardText.GRID);
                }
                case 'p' -> {
                    long row = top + line.number();
                    long content = line.number();
                    if (content < 0 || content >= contents.size()) {
                        throw ClipboardText.damaged();
                    }
                    Element onto = row < 0 || row >= tracks.size() ? track : tracks.get((int) row);
                    if (audio[(int) content] ? !Rows.holdsAudio(onto) : !Rows.holdsNotes(onto)) {
                        throw new EditRefused("The tracks here can't hold these clips: choose a track of the same kind.");
                    }
                    Draft.New clip = draft.make(Kind.CLIP, onto.id());
                    line.fill(clip, Kind.CLIP);
                    clips.add(clip.with(Property.CONTENT, contents.get((int) content).id()));
                }
                default -> throw ClipboardText.damaged();
            }
        }
        shift(clips, tick);
        return draft.as(Labels.CLIPS_PASTE);
    }

    private static Id last(List<Draft.New> contents) {
        if (contents.isEmpty()) {
            throw ClipboardText.damaged();
        }
        return contents.getLast().id();
    }

    /** Brings the first to a tick and the others after it, as far as the song is long. */
    private static void shift(List<Draft.New> pasted, long tick) {
        long first = Ticks.LAST;
        Leeway leeway = new Leeway();
        for (Draft.New each : pasted) {
            first = Math.min(first, (Long) each.get(Property.START));
            leeway.keep((Long) each.get(Property.START), 0, Ticks.LAST - (Long) each.get(Property.LENGTH));
        }
        long later = leeway.clamp(tick - first);
        for (Draft.New each : pasted) {
            each.with(Property.START, (Long) each.get(Property.START) + later);
        }
    }
}
