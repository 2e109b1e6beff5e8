package studio.tutti.core.instrument;

/** Where a track's controllers stand: 128 MIDI controllers, pitch wheel and its range, channel pressure. */
public final class Controllers {

    public static final int MODULATION = 1;
    public static final int DATA = 6;
    public static final int VOLUME = 7;
    public static final int PAN = 10;
    public static final int EXPRESSION = 11;
    public static final int SUSTAIN = 64;
    public static final int SOUND_OFF = 120;
    public static final int RESET = 121;
    public static final int NOTES_OFF = 123;

    private static final int RPN_LOW = 100;
    private static final int RPN_HIGH = 101;

    private final int[] values = new int[128];
    private int bend;
    private int bendRange;
    private int pressure;
    private int change;

    public Controllers() {
        restore();
    }

    /** Everything to where an instrument stands when it is chosen: volume 100, pan 64, expression 127, wheel 8,192. */
    public void restore() {
        for (int i = 0; i < values.length; i++) {
            values[i] = 0;
        }
        values[VOLUME] = 100;
        values[PAN] = 64;
        values[EXPRESSION] = 127;
        values[RPN_LOW] = 127;
        values[RPN_HIGH] = 127;
        values[91] = 40;
        bend = 8192;
        bendRange = 2;
        pressure = 0;
        change++;
    }

    /**
     * Moves a controller. Data entry after RPN 0 sets the range of the pitch wheel; 121 resets the playing
     * controllers and leaves volume, pan and bend range alone, as MIDI's recommended practice RP-015 says.
     *
     * @param number 0 … 127
     * @param value 0 … 127
     */
    public void set(int number, int value) {
        if (number == RESET) {
            values[MODULATION] = 0;
            values[EXPRESSION] = 127;
            values[SUSTAIN] = 0;
            bend = 8192;
            pressure = 0;
        } else {
            values[number] = value;
            if (number == DATA && values[RPN_LOW] == 0 && values[RPN_HIGH] == 0) {
                bendRange = value > 24 ? 24 : value;
            }
        }
        change++;
    }

    /** Moves the pitch wheel, 0 … 16,383; 8,192 is the middle. */
    public void bend(int value) {
        bend = value;
        change++;
    }

    /** Presses the channel, 0 … 127. */
    public void pressure(int value) {
        pressure = value;
        change++;
    }

    public int value(int number) {
        return values[number];
    }

    public int bend() {
        return bend;
    }

    /** The wheel's range in semitones each way. */
    public int bendRange() {
        return bendRange;
    }

    public int pressure() {
        return pressure;
    }

    /** Whether the sustain pedal is down. */
    public boolean sustaining() {
        return values[SUSTAIN] >= 64;
    }

    /** Grows with every movement; a voice compares it to know whether to look again. */
    int change() {
        return change;
    }
}
