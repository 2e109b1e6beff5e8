package studio.tutti.browser;

import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Author;
import studio.tutti.core.editing.CommentGestures;
import studio.tutti.core.editing.Gesture;

/** What people say about places of the open song. A broken rule is an exception whose message is for the person. */
public final class PageComments {

    private PageComments() {}

    private static Comments all() {
        return new Comments(Page.song().arrangement(), Page.song().handles(), Page.song().room());
    }

    private static CommentGestures gestures() {
        return new CommentGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static Id me() {
        return Page.song().song().person();
    }

    private static Author author() {
        return Page.song().room().author(me());
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /** {@link Comments#all}. */
    @JSExport
    public static String comments() {
        return all().all(me());
    }

    /** {@link Comments#names}. */
    @JSExport
    public static String mentionable() {
        return all().names();
    }

    /** {@link Comments#mentions}. */
    @JSExport
    public static int[] mentions(String text) {
        return all().mentions(text);
    }

    /** {@link CommentGestures#comment}; a place of −1 is the song. */
    @JSExport
    public static int comment(int place, int start, int length, String text, double now) {
        return edit(() -> {
            Element on = place == Handles.NONE ? Page.song().arrangement().root() : Page.element(place);
            return gestures().comment(on, start, length, text, author(), (long) now);
        })[0];
    }

    /** {@link CommentGestures#answer}. */
    @JSExport
    public static int answerComment(int comment, String text, double now) {
        return edit(() -> gestures().answer(Page.element(comment), text, author(), (long) now))[0];
    }

    /** {@link CommentGestures#resolve}. */
    @JSExport
    public static void resolveComment(int comment, boolean resolved) {
        edit(() -> gestures().resolve(Page.element(comment), resolved));
    }

    /** {@link CommentGestures#rewrite}. */
    @JSExport
    public static void rewriteComment(int comment, String text) {
        edit(() -> gestures().rewrite(Page.element(comment), text, me()));
    }

    /** {@link CommentGestures#remove}. */
    @JSExport
    public static void removeComment(int comment) {
        edit(() -> gestures().remove(Page.element(comment), me()));
    }
}
