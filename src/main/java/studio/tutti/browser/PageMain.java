package studio.tutti.browser;

import org.teavm.jso.JSExport;

/** Entry of the page's build of the core: replica, edits and views. */
public final class PageMain {

    private PageMain() {
    }

    /** The version of this build's exports; the page refuses one that it was not written for. */
    @JSExport
    public static int version() {
        return 1;
    }
}
