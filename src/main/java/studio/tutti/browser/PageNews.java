package studio.tutti.browser;

import org.teavm.jso.JSExport;
import studio.tutti.core.editing.Labels;

/** What happens to the song, told to those who can't see it. */
public final class PageNews {

    private PageNews() {}

    /**
     * The edits that were applied since this was last asked, one's own too, the latest 32 at most, as a JSON array of objects:
     * {@code person} in hexadecimal, {@code undoes}, {@code label} in English, {@code track} or "".
     */
    @JSExport
    public static String news() {
        Json told = new Json();
        for (News.Heard each = Page.song().heard(); each != null; each = Page.song().heard()) {
            told.next().with("person", each.author().toString()).with("undoes", each.undoes())
                    .with("label", Labels.words(each.label())).with("track", each.track());
        }
        return told.toString();
    }
}
