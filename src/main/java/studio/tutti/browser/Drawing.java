package studio.tutti.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.replica.Replica;

/**
 * What the page draws in numbers: clips, notes and controllers, packed. Everything is kept until a change touches it.
 *
 * <p>A change only notes which elements it touched; the work is done when somebody next looks.
 */
final class Drawing implements NoteRows.Eye {

    /** Numbers a clip: handle, track, content, start, length, offset, loop, colour, flags, reserved. */
    static final int CLIP_STRIDE = 10;

    static final int ALIAS = 4;
    /** Its notes are heard elsewhere than they lie, or more often: see {@link #heard}. */
    static final int HEARD_ELSEWHERE = 8;

    /** It plays recorded sound. */
    static final int RECORDED = 16;

    /** Numbers a controller value: handle, start, amount. */
    static final int CONTROL_STRIDE = 3;

    private final Handles handles;
    private final Map<Element, NoteRows> notes = new HashMap<>();
    private final Map<Element, List<Element>> changedNotes = new HashMap<>();
    /** The content whose rows hold a note, by the note's handle. */
    private @Nullable Element[] homes = new Element[0];
    private boolean[] marked = new boolean[0];
    private boolean[] pending = new boolean[0];
    private boolean pendingKnown;
    private int @Nullable [] clips;

    Drawing(Handles handles) {
        this.handles = handles;
    }

    /** Forgets everything: the song was loaded anew. */
    void clear() {
        notes.clear();
        changedNotes.clear();
        homes = new Element[0];
        marked = new boolean[0];
        clips = null;
        pendingKnown = false;
    }

    /** An element may look different. */
    void changed(Element element) {
        pendingKnown = false;
        switch (element.kind()) {
            case NOTE -> note(element);
            case CLIP, TRACK, ROW -> clips = null;
            default -> {}
        }
    }

    private void note(Element note) {
        Element content = note.parent();
        Element home = note.handle() < homes.length ? homes[note.handle()] : null;
        if (home != null && home != content) {
            notes.remove(home);
        }
        if (content == null || !notes.containsKey(content)) {
            return;
        }
        if (marked.length <= note.handle()) {
            marked = Arrays.copyOf(marked, Math.max(note.handle() + 1, marked.length * 2));
        }
        if (!marked[note.handle()]) {
            marked[note.handle()] = true;
            changedNotes.computeIfAbsent(content, nothing -> new ArrayList<>()).add(note);
        }
    }

    /** The notes of a content that sound within [from, to). */
    int[] notes(Replica replica, Element content, int from, int to) {
        findPending(replica);
        NoteRows rows = notes.get(content);
        List<Element> changed = changedNotes.remove(content);
        if (rows == null) {
            rows = new NoteRows(content, this);
            notes.put(content, rows);
        } else if (changed != null) {
            rows.update(changed);
        }
        if (changed != null) {
            for (Element note : changed) {
                marked[note.handle()] = false;
            }
        }
        return rows.within(from, to);
    }

    /** What a clip lets sound. */
    HeardNotes heard(Replica replica, Element clip) {
        findPending(replica);
        return new HeardNotes(clip, content(replica.arrangement(), clip), this);
    }

    /** All values of one controller in a content, by start. */
    int[] controls(Element content, int controller) {
        List<Element> chosen = new ArrayList<>();
        for (Element control : content.children(Kind.CONTROL)) {
            if (control.number(Property.CONTROLLER) == controller) {
                chosen.add(control);
            }
        }
        int[] packed = new int[chosen.size() * CONTROL_STRIDE];
        int at = 0;
        for (Element control : Elements.sorted(chosen)) {
            packed[at++] = handles.of(control);
            packed[at++] = (int) control.start();
            packed[at++] = control.integer(Property.AMOUNT);
        }
        return packed;
    }

    /** All clips, track by track and each track's by start. */
    int[] clips(Replica replica) {
        int[] known = clips;
        if (known != null) {
            return known;
        }
        findPending(replica);
        Arrangement arrangement = replica.arrangement();
        List<Element> all = new ArrayList<>();
        for (Element track : Elements.tracks(arrangement)) {
            for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
                all.add(clip);
            }
        }
        Set<Element> aliases = Aliases.among(all);
        int[] packed = new int[all.size() * CLIP_STRIDE];
        int at = 0;
        for (Element clip : all) {
            Element content = content(arrangement, clip);
            Element track = clip.parent();
            int colour = clip.integer(Property.COLOUR);
            packed[at] = handles.of(clip);
            packed[at + 1] = track == null ? Handles.NONE : handles.of(track);
            packed[at + 2] = handles.of(content);
            packed[at + 3] = (int) clip.start();
            packed[at + 4] = (int) clip.length();
            packed[at + 5] = clip.integer(Property.OFFSET);
            packed[at + 6] = clip.integer(Property.LOOP);
            packed[at + 7] = colour >= 0 || track == null ? colour : track.integer(Property.COLOUR);
            packed[at + 8] = (clip.flag(Property.MUTED) ? NoteRows.MUTED : 0)
                    | (isPending(clip) ? NoteRows.PENDING : 0)
                    | (aliases.contains(clip) ? ALIAS : 0)
                    | (new SoundingNotes(clip, content).isPlain() ? 0 : HEARD_ELSEWHERE)
                    | (content.kind() == Kind.CONTENT && content.flag(Property.FORM) ? RECORDED : 0);
            at += CLIP_STRIDE;
        }
        clips = packed;
        return packed;
    }

    private static Element content(Arrangement arrangement, Element clip) {
        Element content = arrangement.find(clip.reference(Property.CONTENT));
        return content == null ? arrangement.root() : content;
    }

    private void findPending(Replica replica) {
        if (!pendingKnown) {
            pendingKnown = true;
            pending = replica.pendingCount() == 0 ? new boolean[0] : new boolean[replica.arrangement().handles()];
            replica.forEachPendingElement(element -> pending[element.handle()] = true);
        }
    }

    @Override
    public int handle(Element note) {
        if (homes.length <= note.handle()) {
            homes = Arrays.copyOf(homes, Math.max(note.handle() + 1, homes.length * 2));
        }
        homes[note.handle()] = note.parent();
        return handles.of(note);
    }

    @Override
    public boolean isPending(Element element) {
        return element.handle() < pending.length && pending[element.handle()];
    }
}
