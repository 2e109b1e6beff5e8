package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;

/** Recordings that the song plays. */
public final class PageMedia {

    private PageMedia() {}

    /** The whole hash of a file of the song that begins with some hexadecimal digits, or nothing. */
    @JSExport
    public static @Nullable String mediaHash(String digits) {
        Arrangement arrangement = Page.song().arrangement();
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element element = arrangement.at(handle);
            if (element.kind().slot(Property.MEDIA) >= 0 && element.text(Property.MEDIA).startsWith(digits)) {
                return element.text(Property.MEDIA);
            }
        }
        return null;
    }
}
