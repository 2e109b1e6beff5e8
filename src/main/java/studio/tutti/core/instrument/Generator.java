package studio.tutti.core.instrument;

/**
 * The parameters of a zone, numbered and measured as in SoundFont 2.04, section 8.1.
 *
 * <p>Times are timecents (0 is one second), pitches cents, filter and LFO frequencies absolute cents (0 is
 * 8.176 Hz), attenuations centibels, pan and effect sends tenths of a per cent.
 */
public final class Generator {

    public static final int START_OFFSET = 0;
    public static final int END_OFFSET = 1;
    public static final int LOOP_START_OFFSET = 2;
    public static final int LOOP_END_OFFSET = 3;
    public static final int START_OFFSET_COARSE = 4;
    public static final int MOD_LFO_TO_PITCH = 5;
    public static final int VIBRATO_LFO_TO_PITCH = 6;
    public static final int MOD_ENVELOPE_TO_PITCH = 7;
    public static final int FILTER_CUTOFF = 8;
    public static final int FILTER_Q = 9;
    public static final int MOD_LFO_TO_FILTER = 10;
    public static final int MOD_ENVELOPE_TO_FILTER = 11;
    public static final int END_OFFSET_COARSE = 12;
    public static final int MOD_LFO_TO_VOLUME = 13;
    public static final int CHORUS_SEND = 15;
    public static final int REVERB_SEND = 16;
    public static final int PAN = 17;
    public static final int MOD_LFO_DELAY = 21;
    public static final int MOD_LFO_FREQUENCY = 22;
    public static final int VIBRATO_LFO_DELAY = 23;
    public static final int VIBRATO_LFO_FREQUENCY = 24;
    public static final int MOD_ENVELOPE_DELAY = 25;
    public static final int MOD_ENVELOPE_ATTACK = 26;
    public static final int MOD_ENVELOPE_HOLD = 27;
    public static final int MOD_ENVELOPE_DECAY = 28;
    public static final int MOD_ENVELOPE_SUSTAIN = 29;
    public static final int MOD_ENVELOPE_RELEASE = 30;
    public static final int KEY_TO_MOD_ENVELOPE_HOLD = 31;
    public static final int KEY_TO_MOD_ENVELOPE_DECAY = 32;
    public static final int VOLUME_ENVELOPE_DELAY = 33;
    public static final int VOLUME_ENVELOPE_ATTACK = 34;
    public static final int VOLUME_ENVELOPE_HOLD = 35;
    public static final int VOLUME_ENVELOPE_DECAY = 36;
    public static final int VOLUME_ENVELOPE_SUSTAIN = 37;
    public static final int VOLUME_ENVELOPE_RELEASE = 38;
    public static final int KEY_TO_VOLUME_ENVELOPE_HOLD = 39;
    public static final int KEY_TO_VOLUME_ENVELOPE_DECAY = 40;
    public static final int INSTRUMENT = 41;
    public static final int KEY_RANGE = 43;
    public static final int VELOCITY_RANGE = 44;
    public static final int LOOP_START_OFFSET_COARSE = 45;
    public static final int KEY = 46;
    public static final int VELOCITY = 47;
    public static final int ATTENUATION = 48;
    public static final int LOOP_END_OFFSET_COARSE = 50;
    public static final int COARSE_TUNE = 51;
    public static final int FINE_TUNE = 52;
    public static final int SAMPLE_ID = 53;
    public static final int SAMPLE_MODES = 54;
    public static final int SCALE_TUNING = 56;
    public static final int EXCLUSIVE_CLASS = 57;
    public static final int ROOT_KEY = 58;

    /**
     * Not a generator of a file: the pitch in cents that the default pitch-wheel modulator drives (called
     * "initial pitch" in section 8.4.10).
     */
    public static final int PITCH = 59;

    // Beyond SoundFont: what SFZ kits say of their regions. In SoundFonts these stay as they are.

    /** How much louder the zone is, in tenths of a decibel. */
    public static final int GAIN = 60;
    /** Notes of a key after which a sequence of takes begins again; 0 or 1 is no sequence. */
    public static final int SEQUENCE_LENGTH = 61;
    /** Which note of the sequence the zone plays, from 1. */
    public static final int SEQUENCE_POSITION = 62;
    /** The zone plays where a note's chance, 0 … 9,999, is at least this … */
    public static final int LOW_CHANCE = 63;
    /** … and below this; 10,000 unless said. */
    public static final int HIGH_CHANCE = 64;
    /** 1 if the zone plays when a key is let go. */
    public static final int ON_RELEASE = 65;
    /** Tenths of a decibel that such a zone is quieter for each second that the key was held. */
    public static final int RELEASE_DECAY = 66;
    /** The exclusive class that silences the zone; 0 is its own, −1 none. */
    public static final int OFF_BY = 67;
    /** 1 if a zone that is silenced is let go instead. */
    public static final int OFF_GENTLY = 68;
    /** Velocities between which the zone fades in, and out; −1 where it does not. */
    public static final int FADE_IN_LOW_VELOCITY = 69;
    public static final int FADE_IN_HIGH_VELOCITY = 70;
    public static final int FADE_OUT_LOW_VELOCITY = 71;
    public static final int FADE_OUT_HIGH_VELOCITY = 72;
    /** Keys between which the zone fades in, and out; −1 where it does not. */
    public static final int FADE_IN_LOW_KEY = 73;
    public static final int FADE_IN_HIGH_KEY = 74;
    public static final int FADE_OUT_LOW_KEY = 75;
    public static final int FADE_OUT_HIGH_KEY = 76;

    /** Of {@link #SAMPLE_MODES}: the sample plays to its end, whether or not the key is held. */
    public static final int ONE_SHOT = 4;

    /** One more than the highest number. */
    public static final int COUNT = 77;

    private static final int[] DEFAULTS = defaults();

    private Generator() {
    }

    /** The values that hold where neither zone says anything; a fresh array. */
    public static int[] defaultValues() {
        return DEFAULTS.clone();
    }

    /**
     * Whether a preset's zone may add to this generator. Sample addresses, ranges, key and velocity overrides,
     * loop mode, exclusive class and root key belong to the instrument alone (section 8.5).
     */
    public static boolean addsInPreset(int generator) {
        return switch (generator) {
            case START_OFFSET, END_OFFSET, LOOP_START_OFFSET, LOOP_END_OFFSET, START_OFFSET_COARSE,
                    END_OFFSET_COARSE, LOOP_START_OFFSET_COARSE, LOOP_END_OFFSET_COARSE, INSTRUMENT, KEY_RANGE,
                    VELOCITY_RANGE, KEY, VELOCITY, SAMPLE_ID, SAMPLE_MODES, EXCLUSIVE_CLASS, ROOT_KEY -> false;
            default -> generator >= 0 && generator < PITCH;
        };
    }

    private static int[] defaults() {
        int[] values = new int[COUNT];
        values[FILTER_CUTOFF] = 13500;
        for (int generator = MOD_LFO_DELAY; generator <= VOLUME_ENVELOPE_RELEASE; generator++) {
            values[generator] = -12000;
        }
        values[MOD_LFO_FREQUENCY] = 0;
        values[VIBRATO_LFO_FREQUENCY] = 0;
        values[MOD_ENVELOPE_SUSTAIN] = 0;
        values[VOLUME_ENVELOPE_SUSTAIN] = 0;
        values[KEY_TO_MOD_ENVELOPE_HOLD] = 0;
        values[KEY_TO_MOD_ENVELOPE_DECAY] = 0;
        values[KEY] = -1;
        values[VELOCITY] = -1;
        values[SCALE_TUNING] = 100;
        values[ROOT_KEY] = -1;
        values[HIGH_CHANCE] = 10_000;
        for (int generator = FADE_IN_LOW_VELOCITY; generator <= FADE_OUT_HIGH_KEY; generator++) {
            values[generator] = -1;
        }
        return values;
    }
}
