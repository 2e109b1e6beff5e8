package studio.tutti.browser;

import java.util.function.Supplier;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;

/** The song that is open on this page: every page loads an instance of the core of its own. */
final class Page {

    private static OpenSong song = new OpenSong(new Id(0, 1), new IdSequence(0, 1));

    private Page() {}

    static OpenSong song() {
        return song;
    }

    static void begin(OpenSong next) {
        song = next;
    }

    /** The element with one of the page's handles. */
    static Element element(int handle) {
        Element element = song.handles().at(handle);
        if (element == null) {
            throw new EditRefused("This is not part of the song any more.");
        }
        return element;
    }

    /** Does something; a broken rule becomes an exception that JavaScript can read, which one without a trace is not. */
    static <T> T told(Supplier<T> action) {
        try {
            return action.get();
        } catch (EditRefused refused) {
            throw new IllegalStateException(refused.getMessage());
        }
    }
}
