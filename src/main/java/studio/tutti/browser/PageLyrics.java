package studio.tutti.browser;

import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LineGestures;
import studio.tutti.core.editing.LyricGestures;
import studio.tutti.core.lyrics.LyricSheet;
import studio.tutti.core.lyrics.Melody;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.SyllableText.Break;

/** The words of the open song: what is drawn of them, and the gestures that change them. */
public final class PageLyrics {

    private PageLyrics() {}

    private static LyricLanes lanes() {
        return new LyricLanes(Page.song().arrangement(), Page.song().handles());
    }

    private static LyricGestures gestures() {
        return new LyricGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static LineGestures lineGestures() {
        return new LineGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /** {@link LyricLanes#syllables}. */
    @JSExport
    public static String lyrics() {
        return lanes().syllables();
    }

    /** {@link LyricLanes#lines}. */
    @JSExport
    public static String lyricLines() {
        return lanes().lines();
    }

    /** {@link LyricSheet}. */
    @JSExport
    public static String lyricSheet() {
        return LyricSheet.of(Page.song().arrangement());
    }

    /** The track that sings, {@link Melody#singer}. */
    @JSExport
    public static int singer() {
        Arrangement arrangement = Page.song().arrangement();
        Element singer = Melody.singer(arrangement, new Places(arrangement));
        return singer == null ? Handles.NONE : Page.song().handles().of(singer);
    }

    @JSExport
    public static int[] typeLyrics(String text, int track, int from) {
        return edit(() -> gestures().type(text, Page.element(track), from));
    }

    @JSExport
    public static void writeLyric(int lyric, String text) {
        edit(() -> gestures().write(Page.element(lyric), text));
    }

    @JSExport
    public static int[] insertLyric(int before, String text) {
        return edit(() -> gestures().insert(Page.element(before), text));
    }

    @JSExport
    public static void shiftLyrics(int lyric, int by) {
        edit(() -> gestures().shift(Page.element(lyric), by));
    }

    @JSExport
    public static void nudgeLyrics(int[] lyrics, int by) {
        edit(() -> gestures().nudge(Page.song().handles().all(lyrics), by));
    }

    @JSExport
    public static void moveLyric(int lyric, int tick) {
        edit(() -> gestures().move(Page.element(lyric), tick));
    }

    /** What begins with a syllable: 0 nothing, 1 a line, 2 a paragraph. */
    @JSExport
    public static void beginWithLyric(int lyric, int what) {
        edit(() -> gestures().begin(Page.element(lyric), Break.values()[what]));
    }

    @JSExport
    public static void removeLyrics(int[] lyrics) {
        edit(() -> gestures().remove(Page.song().handles().all(lyrics)));
    }

    @JSExport
    public static void rewriteLine(int first, String text) {
        edit(() -> lineGestures().rewrite(Page.element(first), text));
    }

    @JSExport
    public static int[] addLine(String text, int track, int from, int until, boolean paragraph) {
        return edit(() -> lineGestures().add(text, Page.element(track), from, until, paragraph));
    }

    /** Where the next note of a track begins after a tick; −1 if there is none. */
    @JSExport
    public static int nextNote(int track, int after) {
        Arrangement arrangement = Page.song().arrangement();
        Melody melody = Melody.of(arrangement, Page.element(track), new Places(arrangement));
        int place = melody.from(after + 1L);
        return place < melody.moments().size() ? (int) melody.moments().get(place).start() : -1;
    }
}
