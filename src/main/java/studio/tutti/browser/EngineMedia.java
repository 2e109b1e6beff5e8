package studio.tutti.browser;

import org.teavm.jso.JSExport;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

/** Recordings in the audio worklet. A recording is named by the two halves of its {@link MediaKey}. */
public final class EngineMedia {

    private static final MediaIntake INTAKE =
            new MediaIntake(key -> EngineMain.engine().media(key), sound -> EngineMain.engine().addMedia(sound));

    private EngineMedia() {
    }

    /** {@link studio.tutti.core.engine.Score#media}. */
    @JSExport
    public static int[] media() {
        return EngineMain.engine().score().media();
    }

    /** {@link studio.tutti.core.engine.Score#stretches}. */
    @JSExport
    public static int[] stretches() {
        return EngineMain.engine().score().stretches();
    }

    /** Begins a recording; its blocks follow, as far as they are needed. */
    @JSExport
    public static void mediaBegins(int high, int low, int rate, int channels, int frames) {
        INTAKE.begin(MediaKey.of(high, low), rate, channels, frames);
    }

    /** {@link MediaSound#put}, so many bytes of {@link EngineMain#handOver}. */
    @JSExport
    public static boolean mediaBlock(int high, int low, int block, int bytes) {
        return INTAKE.take(MediaKey.of(high, low), block, HandOver.bytes(bytes));
    }

    /** Lets a block go. */
    @JSExport
    public static void mediaDrops(int high, int low, int block) {
        MediaSound sound = EngineMain.engine().media(MediaKey.of(high, low));
        if (sound != null) {
            sound.drop(block);
        }
    }

    /** Lets a recording go. */
    @JSExport
    public static void mediaEnds(int high, int low) {
        EngineMain.engine().removeMedia(MediaKey.of(high, low));
    }
}
