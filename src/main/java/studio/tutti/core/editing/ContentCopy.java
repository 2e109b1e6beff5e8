package studio.tutti.core.editing;

import java.util.function.BiConsumer;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/** Copies a content with all that lies in it. */
final class ContentCopy {

    private ContentCopy() {}

    /** A copy that goes its own way: without a name, in no family. */
    static Draft.New of(Draft draft, Element content) {
        return of(draft, content, (note, copy) -> {});
    }

    /**
     * A copy that goes its own way.
     *
     * @param touch receives each note with its copy
     */
    static Draft.New of(Draft draft, Element content, BiConsumer<Element, Draft.New> touch) {
        Draft.New copy = draft.copy(content, Arrangement.ROOT)
                .with(Property.NAME, "")
                .with(Property.FAMILY, Property.FAMILY.type().initial());
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            touch.accept(note, draft.copy(note, copy.id()));
        }
        for (Element control : Elements.sorted(content.children(Kind.CONTROL))) {
            draft.copy(control, copy.id());
        }
        for (Element row : Elements.byId(content.children(Kind.ROW))) {
            draft.copy(row, copy.id());
        }
        return copy;
    }
}
