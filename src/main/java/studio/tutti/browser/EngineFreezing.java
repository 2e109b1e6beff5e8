package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.engine.Freezing;
import studio.tutti.core.media.MediaKey;

/** Making a track's frozen sound, in a worker that has the engine's build for itself. */
public final class EngineFreezing {

    private static @Nullable Freezing freezing;
    private static final PresetIntake INTAKE = new PresetIntake();
    private static final MediaIntake MEDIA = new MediaIntake(key -> freezing().media(key), sound -> freezing().addMedia(sound));

    private EngineFreezing() {
    }

    /** Begins with the score of one track that has come in, and returns the addresses of the presets that it asks for. */
    @JSExport
    public static int[] freezeBegins() {
        Freezing begun = new Freezing(EngineMain.taken());
        freezing = begun;
        return begun.missing();
    }

    /** {@link EngineMain#preset}, for the frozen track. */
    @JSExport
    public static void freezePreset(int address, int[] head) {
        INTAKE.begin(address, head);
    }

    /** {@link EngineMain#sampled}, for the frozen track. */
    @JSExport
    public static boolean freezeSampled(int bytes) {
        return INTAKE.take(HandOver.bytes(bytes), freezing()::addPreset);
    }

    /** {@link Freezing#media}. */
    @JSExport
    public static int[] freezeMedia() {
        return freezing().media();
    }

    /** {@link EngineMedia#mediaBegins}, for the frozen track. */
    @JSExport
    public static void freezeMediaBegins(int high, int low, int rate, int channels, int frames) {
        MEDIA.begin(MediaKey.of(high, low), rate, channels, frames);
    }

    /** {@link EngineMedia#mediaBlock}, for the frozen track. */
    @JSExport
    public static boolean freezeMediaBlock(int high, int low, int block, int bytes) {
        return MEDIA.take(MediaKey.of(high, low), block, HandOver.bytes(bytes));
    }

    /** {@link Freezing#make}: returns how many bytes lie in {@link EngineMain#handOver}. */
    @JSExport
    public static int freeze(int blocks) {
        return HandOver.give(freezing().make(blocks));
    }

    /** {@link Freezing#progress}. */
    @JSExport
    public static double freezeProgress() {
        return freezing().progress();
    }

    @JSExport
    public static boolean freezeIsOver() {
        return freezing().isOver();
    }

    /** {@link Freezing#frames}. */
    @JSExport
    public static int freezeFrames() {
        return freezing().frames();
    }

    /** {@link Freezing#fingerprint}, in hexadecimal. */
    @JSExport
    public static String freezeFingerprint() {
        return Long.toHexString(freezing().fingerprint());
    }

    private static Freezing freezing() {
        Freezing begun = freezing;
        if (begun == null) {
            throw new IllegalStateException("No track is being frozen.");
        }
        return begun;
    }
}
