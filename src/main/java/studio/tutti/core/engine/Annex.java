package studio.tutti.core.engine;

/** A part of a score that a class of its own writes and reads; an empty one takes no room. */
enum Annex {
    /** What tracks play that is no preset of a SoundFont. */
    INSTRUMENTS,
    /** How parameters move. */
    AUTOMATION,
    /** Stretches of recorded sound. */
    REGIONS;

    static final int COUNT = values().length;
}
