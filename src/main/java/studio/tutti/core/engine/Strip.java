package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
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

    private @Nullable FrozenTrack frozen;
    private @Nullable FrozenReader reader;
    private boolean isFrozen;
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
        return sampler.sounding() == 0 && (reader == null || !reader.sounds());
    }

    /** Takes the track's sound to be played in place of its notes while the score says what it was made from, or nothing. */
    void freeze(@Nullable FrozenTrack track, int rate) {
        frozen = track;
        if (track != null && reader == null) {
            reader = new FrozenReader(rate);
        }
    }

    /** Whether a sound was given, of these notes or others. */
    boolean hasFrozen() {
        return frozen != null;
    }

    /** Whether its notes are played from a frozen sound now. */
    boolean isFrozen() {
        return isFrozen;
    }

    /** Compares the frozen sound with what the score says, and returns whether that changes what is played. */
    boolean compare(long fingerprint) {
        boolean was = isFrozen;
        isFrozen = frozen != null && frozen.fingerprint() == fingerprint;
        return was != isFrozen;
    }

    /** Begins a cell. */
    void begin() {
        if (reader != null) {
            reader.begin();
        }
    }

    /** Plays a stretch of the frozen sound, as {@link FrozenReader#play}. */
    void read(int from, int to, int at, int frames) {
        if (isFrozen && reader != null && frozen != null) {
            reader.play(frozen, from, to, at, frames);
        }
    }

    /** Renders a cell and adds it to the master. */
    void render(double[] masterLeft, double[] masterRight) {
        if (reader != null) {
            reader.rest(Sampler.CELL);
        }
        if (silent()) {
            settle();
            return;
        }
        if (reader != null && reader.sounds()) {
            System.arraycopy(reader.left, 0, left, 0, Sampler.CELL);
            System.arraycopy(reader.right, 0, right, 0, Sampler.CELL);
        } else {
            for (int i = 0; i < Sampler.CELL; i++) {
                left[i] = 0;
                right[i] = 0;
            }
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
