package studio.tutti.browser;

import org.teavm.jso.JSExport;

/** Entry of the audio worklet's build of the core: the engine. */
public final class EngineMain {

    private EngineMain() {
    }

    /** The version of this build's exports; the worklet refuses one that it was not written for. */
    @JSExport
    public static int version() {
        return 1;
    }
}
