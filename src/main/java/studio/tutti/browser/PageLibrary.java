package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.AudioGestures;
import studio.tutti.core.editing.LoopGestures;
import studio.tutti.core.music.KeyShift;

/** Loops and sounds of the library, for the open song. */
public final class PageLibrary {

    private PageLibrary() {}

    /** Semitones by which music in a key is moved to the song's key at a tick. */
    @JSExport
    public static int loopShift(int tonic, boolean minor, int tick) {
        Element song = Page.song().arrangement().root();
        int fifths = song.integer(Property.FIFTHS);
        for (Element step : TimeMaps.steps(Page.song().arrangement(), Kind.KEY)) {
            if (step.kind() == Kind.SONG || step.number(Property.START) <= tick) {
                fifths = step.integer(Property.FIFTHS);
            }
        }
        return KeyShift.semitones(tonic, minor, fifths);
    }

    /** {@link LoopGestures#place}; a track of −1 is none. Returns the clip. */
    @JSExport
    public static int placeLoop(int track, int start, int semitones, String name, boolean drums, int program, int length, int[] notes,
            String credit) {
        @Nullable Element row = track == Handles.NONE ? null : Page.element(track);
        LoopGestures gestures = new LoopGestures(Page.song().arrangement(), Page.song().ids());
        LoopGestures.Loop loop = new LoopGestures.Loop(name, drums, program, length, notes, credit);
        return Page.told(() -> Page.song().edit(gestures.place(loop, row, start, semitones)))[0];
    }

    /** {@link LoopGestures#sound}; a track or pad of −1 is none. */
    @JSExport
    public static void placeSound(int track, String name, String media, int pitch, String credit, int pad) {
        @Nullable Element row = track == Handles.NONE ? null : Page.element(track);
        LoopGestures gestures = new LoopGestures(Page.song().arrangement(), Page.song().ids());
        Page.told(() -> Page.song().edit(gestures.sound(name, media, pitch, credit, row, pad)));
    }

    /** {@link LoopGestures#clip}; a track of −1 is none. Returns the clip. */
    @JSExport
    public static int placeClip(int track, int start, String name, String media, double nanoseconds, String credit) {
        @Nullable Element row = track == Handles.NONE ? null : Page.element(track);
        LoopGestures gestures = new LoopGestures(Page.song().arrangement(), Page.song().ids());
        AudioGestures.Recording recording = new AudioGestures.Recording(media, name, Math.round(nanoseconds));
        return Page.told(() -> Page.song().edit(gestures.clip(recording, credit, row, start)))[0];
    }
}
