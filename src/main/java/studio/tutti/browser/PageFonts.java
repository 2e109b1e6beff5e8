package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.editing.InstrumentGestures;
import studio.tutti.core.mixer.OwnFont;

/** SoundFonts and kits of one's own as what tracks play. */
public final class PageFonts {

    private PageFonts() {}

    /** Which preset of the song's own files an address of the score stands for, as hash/bank/program; nothing if none. */
    @JSExport
    public static @Nullable String ownPreset(int address) {
        OwnFont font = OwnFont.at(Page.song().arrangement().root(), address);
        return font == null ? null : font.media() + "/" + font.bank() + "/" + font.program();
    }

    /** {@link InstrumentGestures#font}. */
    @JSExport
    public static void chooseFont(int track, String media, int bank, int program) {
        Page.told(() -> Page.song().edit(new InstrumentGestures(Page.song().ids()).font(Page.element(track), media, bank, program)));
    }
}
