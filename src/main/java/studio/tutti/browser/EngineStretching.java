package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.core.media.TimeStretch;

/** Stretching a recording, in a worker that has the engine's build for itself. */
public final class EngineStretching {

    private static @Nullable MediaSound source;
    private static @Nullable TimeStretch stretch;

    private EngineStretching() {
    }

    /** Begins with a recording; {@link #stretchBlock} follows. */
    @JSExport
    public static void stretchBegins(int rate, int channels, int frames) {
        source = new MediaSound(new MediaKey(0), rate, channels, frames);
        stretch = null;
    }

    /** {@link MediaSound#put}, so many bytes of {@link EngineMain#handOver}. */
    @JSExport
    public static void stretchBlock(int block, int bytes) {
        source().put(block, HandOver.bytes(bytes));
    }

    /** All that is needed is there: by which map. Returns the frames that will be made. */
    @JSExport
    public static int stretchMap(int[] in, int[] out) {
        TimeStretch begun = new TimeStretch(source(), in, out);
        stretch = begun;
        return begun.frames();
    }

    /** {@link TimeStretch#next}: returns how many bytes lie in {@link EngineMain#handOver}, 0 once all are made. */
    @JSExport
    public static int stretchNext() {
        TimeStretch begun = stretch;
        if (begun == null) {
            throw new IllegalStateException("No recording is being stretched.");
        }
        byte[] made = begun.next();
        return made == null ? 0 : HandOver.give(made);
    }

    private static MediaSound source() {
        MediaSound begun = source;
        if (begun == null) {
            throw new IllegalStateException("No recording is being stretched.");
        }
        return begun;
    }
}
