package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Welch;

/** The levels of the third octaves from 50 Hz to 16 kHz of a recording, in dB. */
final class BandLevels {

    /** The first band, 50 Hz, and the one behind the last. */
    static final int FIRST = 4;
    static final int END = 30;

    private static final int POINTS = 8192;

    private BandLevels() {}

    static double[] of(Recording sound) throws IOException {
        Welch heard = Welch.of(sound, POINTS);
        return Arrays.copyOfRange(ThirdOctaves.levels(heard.mean(), (double) heard.rate() / POINTS), FIRST, END);
    }
}
