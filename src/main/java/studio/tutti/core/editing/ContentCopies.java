package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;

/** Copies of what clips play, one for each content, and which note became which. */
final class ContentCopies {

    private final Arrangement arrangement;
    private final Draft draft;
    private final BiConsumer<Element, Draft.New> touch;
    private final Map<Id, Id> contents = new HashMap<>();
    private final Map<Id, Id> notes = new HashMap<>();

    ContentCopies(Arrangement arrangement, Draft draft) {
        this(arrangement, draft, (note, copy) -> {});
    }

    /** @param touch changes the copy of each note */
    ContentCopies(Arrangement arrangement, Draft draft, BiConsumer<Element, Draft.New> touch) {
        this.arrangement = arrangement;
        this.draft = draft;
        this.touch = touch;
    }

    /** The copy of a content, the same one every time: what was shared stays shared. */
    Id of(Id content) {
        Id copy = contents.get(content);
        if (copy == null) {
            copy = another(content);
            contents.put(content, copy);
        }
        return copy;
    }

    /** One more copy of a content. It begins a family of its own. What was removed is silent and stays so. */
    Id another(Id original) {
        Element content = arrangement.alive(original);
        if (content == null) {
            return original;
        }
        return ContentCopy.of(draft, content, (note, copy) -> {
            touch.accept(note, copy);
            notes.put(note.id(), copy.id());
        }).id();
    }

    /** The latest copy of a note, or {@link Id#NONE} if it was not copied. */
    Id note(Id original) {
        return notes.getOrDefault(original, Id.NONE);
    }
}
