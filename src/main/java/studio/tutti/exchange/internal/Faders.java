package studio.tutti.exchange.internal;

/**
 * MIDI's channel volume and pan as the mixer has them, and back without loss.
 *
 * <p>Volume 100, where General MIDI begins, is 0 dB; the others follow its curve, 40·log₁₀(v ∕ 100) dB (General MIDI Level 2,
 * 3.3.2, "Volume").
 */
public final class Faders {

    /** The channel volume that is 0 dB. */
    public static final int FULL = 100;

    /** The channel pan that is the middle. */
    public static final int MIDDLE = 64;

    private static final int SILENCE = -9600;
    private static final int[] DECIBELS = new int[128];

    static {
        DECIBELS[0] = SILENCE;
        for (int value = 1; value < 128; value++) {
            DECIBELS[value] = (int) Math.round(4000 * Math.log10(value / (double) FULL));
        }
    }

    private Faders() {}

    /** Hundredths of a decibel of a channel volume, 0 to 127. */
    public static long volume(int value) {
        return DECIBELS[value];
    }

    /** The channel volume nearest to some hundredths of a decibel; 127 above its range. */
    public static int channelVolume(long hundredths) {
        int best = 0;
        for (int value = 1; value < 128; value++) {
            if (Math.abs(DECIBELS[value] - hundredths) < Math.abs(DECIBELS[best] - hundredths)) {
                best = value;
            }
        }
        return best;
    }

    /** The mixer's pan, −1000 to 1000, of a channel pan, 0 to 127. */
    public static long pan(int value) {
        return Math.round((value - MIDDLE) * 1000.0 / (value < MIDDLE ? 64 : 63));
    }

    /** The channel pan nearest to the mixer's. */
    public static int channelPan(long pan) {
        return (int) Math.round(MIDDLE + pan * (pan < 0 ? 64 : 63) / 1000.0);
    }
}
