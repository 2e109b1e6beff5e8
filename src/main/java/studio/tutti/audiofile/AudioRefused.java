package studio.tutti.audiofile;

import java.io.IOException;

/** A file that can't be read as sound, or sound that can't be written so. */
public final class AudioRefused extends IOException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence that a musician understands */
    public AudioRefused(String reason) {
        super(reason);
    }
}
