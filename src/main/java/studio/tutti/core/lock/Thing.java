package studio.tutti.core.lock;

/** What of a locked place an edit would change. */
public enum Thing {
    NOTES("its notes"),
    CONTROLLERS("its controllers"),
    RECORDING("its recorded sound"),
    AUTOMATION("its automation"),
    /** How a whole track sounds: its instrument, effects, sends, volume and pan. */
    SOUND("its sound or mix"),
    CHORDS("its chords"),
    TEMPO("its tempo"),
    METRE("its metre"),
    KEY("its key"),
    WORDS("its words"),
    /** The lock itself. */
    LOCK("the lock itself");

    private final String words;

    Thing(String words) {
        this.words = words;
    }

    /** What people read, such as "its notes". */
    public String words() {
        return words;
    }
}
