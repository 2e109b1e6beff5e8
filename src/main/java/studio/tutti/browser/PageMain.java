package studio.tutti.browser;

import org.teavm.jso.JSExport;
import studio.tutti.core.trial.Trial;

/** Entry of the page's build of the core: replica, edits and views. */
public final class PageMain {

    private PageMain() {
    }

    /** The version of this build's exports; the page refuses one that it was not written for. */
    @JSExport
    public static int version() {
        return 1;
    }

    /** The checksum, in hexadecimal, of a {@link Trial} with a seed of two halves: equal to the server's if the builds are one. */
    @JSExport
    public static String trialChecksum(int seedHigh, int seedLow, int edits) {
        return Long.toHexString(Trial.checksum((long) seedHigh << 32 | seedLow & 0xFFFFFFFFL, edits));
    }
}
