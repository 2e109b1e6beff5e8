package studio.tutti.exchange;

import java.io.IOException;

/** A file that can't be read as a song, or a song that can't be written as a file. Nothing was imported or written. */
public final class SongRefused extends IOException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence that a musician understands */
    public SongRefused(String reason) {
        super(reason);
    }
}
