package studio.tutti.core.arrangement;

/** What a track is. */
public enum TrackType {
    /** Plays notes with a pitched instrument. */
    INSTRUMENT,
    /** Plays notes with a drum kit, one drum a key. */
    DRUMS,
    /** Plays recordings. */
    AUDIO,
    /** Holds other tracks. */
    FOLDER,
    /** Receives the sound of other tracks. */
    BUS;

    /** The value that {@link Property#TYPE} holds. */
    public long code() {
        return ordinal();
    }

    /** The type with a code of {@link Property#TYPE}. */
    public static TrackType of(long code) {
        return values()[(int) code];
    }
}
