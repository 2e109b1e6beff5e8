package studio.tutti.core.arrangement;

/**
 * The values of {@link Property#CONTROLLER}: 0 to 127 are MIDI's control changes (amount 0–127), above lie its other
 * channel messages.
 */
public final class Controllers {

    /** Modulation wheel. */
    public static final int MODULATION = 1;
    /** Channel volume. */
    public static final int VOLUME = 7;
    /** Pan, 64 is the middle. */
    public static final int PAN = 10;
    /** Expression. */
    public static final int EXPRESSION = 11;
    /** Sustain pedal, down from 64. */
    public static final int SUSTAIN = 64;
    /** Pitch bend, amount 0–16383, 8192 is the middle. */
    public static final int PITCH_BEND = 128;
    /** Channel pressure, amount 0–127. */
    public static final int CHANNEL_PRESSURE = 129;
    /** Change of program in the middle of a content, amount 0–127. */
    public static final int PROGRAM = 130;
    /** Pressure on one key, amount 0–127; {@link Property#PITCH} names the key. */
    public static final int KEY_PRESSURE = 131;

    private Controllers() {}
}
