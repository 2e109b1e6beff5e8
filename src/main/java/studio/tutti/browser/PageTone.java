package studio.tutti.browser;

import org.teavm.jso.JSExport;
import studio.tutti.core.tone.Following;
import studio.tutti.core.tone.ReferenceLevels;
import studio.tutti.core.tone.ThirdCurve;
import studio.tutti.core.tone.ThirdOctaves;

/** What panels of the audio tools ask of the core. */
public final class PageTone {

    private PageTone() {}

    /** The curve through a value for each third of an octave, at {@link Following#BANDS} twelfths: {@link ThirdCurve}. */
    @JSExport
    public static double[] curveThrough(double[] thirds) {
        ThirdCurve curve = ThirdCurve.twelfths();
        curve.take(thirds);
        double[] values = new double[curve.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = curve.at(i);
        }
        return values;
    }

    /** {@link ReferenceLevels} of a recording: those of all of it, of its middle and of its sides, one after the other. */
    @JSExport
    public static double[] referenceLevels(float[] left, float[] right, double rate) {
        ReferenceLevels levels = new ReferenceLevels(left, right, rate);
        double[] all = new double[3 * ThirdOctaves.BANDS];
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            all[band] = levels.whole[band];
            all[ThirdOctaves.BANDS + band] = levels.middle[band];
            all[2 * ThirdOctaves.BANDS + band] = levels.sides[band];
        }
        return all;
    }
}
