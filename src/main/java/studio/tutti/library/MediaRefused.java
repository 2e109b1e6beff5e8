package studio.tutti.library;

import java.io.IOException;

/** A file that can't be taken in; nothing of it is kept. */
public final class MediaRefused extends IOException {

    private static final long serialVersionUID = 1;

    /** Whether the reason lies with the studio, which has no room, and not with the file. */
    private final boolean full;

    /** @param reason one sentence that a musician understands */
    public MediaRefused(String reason) {
        this(reason, false);
    }

    MediaRefused(String reason, boolean full) {
        super(reason);
        this.full = full;
    }

    /** That there is no room for it. */
    public static MediaRefused full() {
        return new MediaRefused("The studio's disk is full: make room there, then try again; nothing of this file was kept.", true);
    }

    public boolean isFull() {
        return full;
    }
}
