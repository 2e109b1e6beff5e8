package studio.tutti.browser;

import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.engine.ScoreCompiler;

/** What the page draws, read from the open song. Arrays are copies that the page owns. */
public final class PageReading {

    private PageReading() {}

    private static Lanes lanes() {
        return new Lanes(Page.song().arrangement(), Page.song().handles());
    }

    /** The song's name. (An export can't be called "name": functions in JavaScript have one.) */
    @JSExport
    public static String songName() {
        return Page.song().arrangement().root().text(Property.NAME);
    }

    @JSExport
    public static String tracks() {
        return lanes().tracks();
    }

    @JSExport
    public static int[] clips() {
        return Page.song().sight().drawing().clips(Page.song().song());
    }

    @JSExport
    public static String clipName(int clip) {
        Element element = Page.song().handles().at(clip);
        return element == null ? "" : element.text(Property.NAME);
    }

    @JSExport
    public static int[] notes(int content, int from, int to) {
        Element element = Page.song().handles().at(content);
        return element == null ? new int[0] : Page.song().sight().drawing().notes(Page.song().song(), element, from, to);
    }

    @JSExport
    public static int[] controls(int content, int controller) {
        Element element = Page.song().handles().at(content);
        return element == null ? new int[0] : Page.song().sight().drawing().controls(element, controller);
    }

    @JSExport
    public static String tempos() {
        return lanes().tempos();
    }

    @JSExport
    public static String metres() {
        return lanes().metres();
    }

    @JSExport
    public static String sections() {
        return lanes().sections();
    }

    @JSExport
    public static String chords() {
        return lanes().chords();
    }

    @JSExport
    public static String markers() {
        return lanes().markers();
    }

    /** {@link Lanes#key}. */
    @JSExport
    public static int key() {
        return lanes().key();
    }

    @JSExport
    public static int end() {
        return lanes().end();
    }

    @JSExport
    public static int[] grid(int from, int to) {
        return Page.song().sight().times().grid(from, to);
    }

    @JSExport
    public static String position(int tick) {
        return Page.song().sight().times().position(tick);
    }

    @JSExport
    public static double seconds(double tick) {
        return Page.song().sight().times().seconds(tick);
    }

    @JSExport
    public static double tick(double seconds) {
        return Page.song().sight().times().tick(seconds);
    }

    @JSExport
    public static int snap(int tick, int step) {
        return Page.song().sight().times().snap(tick, step);
    }

    /** The song for the engine, {@link studio.tutti.core.engine.Score#packed()}, its tracks by the page's handles. */
    @JSExport
    public static int[] score(int rate) {
        return Page.song().sight().score(rate).packed();
    }

    /** What each track of the score plays, in hexadecimal, in the score's order. */
    @JSExport
    public static String[] fingerprints(int rate) {
        long[] prints = Page.song().sight().score(rate).fingerprints();
        String[] words = new String[prints.length];
        for (int track = 0; track < prints.length; track++) {
            words[track] = Long.toHexString(prints[track]);
        }
        return words;
    }

    /** {@link studio.tutti.core.engine.Score#alone} of a track of the score, by its index there. */
    @JSExport
    public static int[] scoreAlone(int rate, int track) {
        return Page.song().sight().score(rate).alone(track).packed();
    }

    /** The strips of the score in its order, without the master: tracks that play notes first. */
    @JSExport
    public static int[] strips() {
        int[] strips = ScoreCompiler.strips(Page.song().arrangement());
        for (int at = 0; at < strips.length; at++) {
            strips[at] = Page.song().handles().of(Page.song().arrangement().at(strips[at]));
        }
        return strips;
    }

    /** The faders for the engine, {@link ScoreCompiler#mixer}, strips and sends by the page's handles. */
    @JSExport
    public static int[] mixer() {
        int[] mixer = ScoreCompiler.mixer(Page.song().arrangement());
        for (int at = 0; at < mixer.length; at += 4) {
            mixer[at] = Page.song().handles().of(Page.song().arrangement().at(mixer[at]));
        }
        return mixer;
    }
}
