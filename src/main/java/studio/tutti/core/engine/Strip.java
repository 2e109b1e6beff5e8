package studio.tutti.core.engine;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.instrument.VoicePool;

/**
 * A track's way to the master: its sampler, volume, pan, mute and meter.
 *
 * <p>Pan is a balance: the side that is turned away from is lowered by the cosine of the turn, the other stays at 0 dB,
 * so nothing gets louder by panning. Movements take one cell.
 */
final class Strip {

    final Sampler sampler;
    final LiveControls moved = new LiveControls();
    int name;
    /** Whether the present score has this track. */
    boolean used;
    boolean drums;
    double peakLeft;
    double peakRight;

    private final double[] left = new double[Sampler.CELL];
    private final double[] right = new double[Sampler.CELL];
    private int volume = Integer.MIN_VALUE;
    private int pan;
    private boolean sounds;
    private double gainLeft;
    private double gainRight;
    private double targetLeft;
    private double targetRight;

    Strip(VoicePool pool) {
        sampler = new Sampler(pool);
    }

    /**
     * @param hundredths volume in hundredths of a dB; −9,600 is silence
     * @param permille −1,000 left … 1,000 right
     * @param on false if muted
     */
    void set(int hundredths, int permille, boolean on) {
        if (hundredths == volume && permille == pan && on == sounds) {
            return;
        }
        volume = hundredths;
        pan = permille;
        sounds = on;
        double gain = on && hundredths > -9600 ? Decibels.gain(hundredths * 0.01) : 0;
        double away = Functions.cos(Math.abs(permille) * (Math.PI / 2000));
        targetLeft = permille > 0 ? gain * away : gain;
        targetRight = permille < 0 ? gain * away : gain;
    }

    /** Puts the faders where they shall be at once, for a strip that makes no sound yet. */
    void settle() {
        gainLeft = targetLeft;
        gainRight = targetRight;
    }

    boolean silent() {
        return sampler.sounding() == 0;
    }

    /** Renders a cell and adds it to the master. */
    void render(double[] masterLeft, double[] masterRight) {
        if (silent()) {
            settle();
            return;
        }
        for (int i = 0; i < Sampler.CELL; i++) {
            left[i] = 0;
            right[i] = 0;
        }
        sampler.render(left, right);
        double g1 = gainLeft;
        double g2 = gainRight;
        double slope1 = (targetLeft - g1) / Sampler.CELL;
        double slope2 = (targetRight - g2) / Sampler.CELL;
        double high1 = peakLeft;
        double high2 = peakRight;
        for (int i = 0; i < Sampler.CELL; i++) {
            double a = left[i] * g1;
            double b = right[i] * g2;
            masterLeft[i] += a;
            masterRight[i] += b;
            a = a < 0 ? -a : a;
            b = b < 0 ? -b : b;
            high1 = a > high1 ? a : high1;
            high2 = b > high2 ? b : high2;
            g1 += slope1;
            g2 += slope2;
        }
        peakLeft = high1;
        peakRight = high2;
        settle();
    }
}
