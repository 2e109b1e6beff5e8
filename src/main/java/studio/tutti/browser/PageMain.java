package studio.tutti.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;
import studio.tutti.core.trial.Trial;

/**
 * Entry of the page's build of the core. What is returned as an array is a copy that the page owns; an exception's
 * message is for the person. Handles are those of {@link Handles}, −1 stands for nothing.
 */
@JSExportClasses({
    PageConnecting.class,
    PageReading.class,
    PageEditing.class,
    PageArranging.class,
    PageLyrics.class,
    PageNoteShapes.class,
    PageComments.class,
    PageLocks.class,
    PageAlternatives.class,
    PageTogether.class,
    PagePatterns.class,
    PagePlaying.class,
    PageNews.class,
    PageMixing.class,
    PageTone.class,
    PageInstruments.class,
    PageMedia.class,
    PageFonts.class,
    PageLibrary.class,
    PageAutomation.class,
    PageTray.class,
})
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
