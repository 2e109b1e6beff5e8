package studio.tutti.browser;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** What happens to the song, edit for edit, for those who hear it told. Whoever does not ask misses the oldest. */
final class News {

    /** How many edits are remembered. */
    private static final int MOST = 32;

    private final Queue<Heard> heard = new ArrayDeque<>();

    /**
     * One edit.
     *
     * @param author the person
     * @param undoes whether it takes another back
     * @param label its key in the catalogue
     * @param track the track that its first operation is about, or "" for what lies on none
     */
    record Heard(Id author, boolean undoes, String label, String track) {}

    /** An edit was applied. */
    void note(Edit edit, Arrangement song) {
        if (heard.size() == MOST) {
            heard.remove();
        }
        heard.add(new Heard(edit.author(), edit.isUndo(), edit.label(), track(edit, song)));
    }

    @Nullable Heard next() {
        return heard.poll();
    }

    private static String track(Edit edit, Arrangement song) {
        if (edit.operations().isEmpty()) {
            return "";
        }
        Element element = song.find(switch (edit.operations().getFirst()) {
            case Operation.Add add -> add.element();
            case Operation.Set set -> set.element();
            case Operation.Remove remove -> remove.element();
            case Operation.Restore restore -> restore.element();
        });
        while (element != null && element.kind() != Kind.TRACK) {
            element = element.kind() == Kind.CONTENT ? playerOf(element, song) : element.parent();
        }
        return element == null ? "" : element.text(Property.NAME);
    }

    private static @Nullable Element playerOf(Element content, Arrangement song) {
        for (Element track : song.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                if (clip.reference(Property.CONTENT).equals(content.id())) {
                    return clip;
                }
            }
        }
        return null;
    }
}
