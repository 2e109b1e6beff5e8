package studio.tutti.browser;

import java.util.LinkedHashSet;
import java.util.Set;

/** What may look different on the page since it last asked. */
final class Changes {

    static final int ARRANGEMENT = 1;
    static final int PEOPLE = 2;
    static final int CHAT = 4;
    static final int CONNECTION = 8;
    static final int STEPS = 16;
    static final int REMOTE = 32;
    /** Pending edits were made or settled: what must survive a reload is different. */
    static final int PENDING = 64;
    /** What the engine plays is different, beyond what tracks say. */
    static final int SOUND = 128;
    /** Tracks look or sound different. */
    static final int TRACKS = 256;
    /** Somebody shows what they see, asks everyone to come, or goes with this page. */
    static final int LOOKING = 1024;
    /** Something about the tray is different: proposals, takes, who listens to what. */
    static final int TRAY = 2048;

    private final Set<Integer> contents = new LinkedHashSet<>();
    private int mask;

    void note(int flags) {
        mask |= flags;
    }

    void content(int handle) {
        contents.add(handle);
    }

    /** The flags, then the handles of the contents whose notes changed; empty if nothing did. Begins anew. */
    int[] take() {
        if (mask == 0 && contents.isEmpty()) {
            return new int[0];
        }
        int[] taken = new int[1 + contents.size()];
        taken[0] = mask;
        int at = 1;
        for (int content : contents) {
            taken[at++] = content;
        }
        contents.clear();
        mask = 0;
        return taken;
    }
}
