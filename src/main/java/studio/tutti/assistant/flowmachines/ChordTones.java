package studio.tutti.assistant.flowmachines;

/** Whether notes that begin on strong places belong to their chord. */
public enum ChordTones {
    /** Chords aren't heard at all. */
    FREE,
    /** As often as in the style. */
    STYLE,
    /** Always. */
    ALWAYS
}
