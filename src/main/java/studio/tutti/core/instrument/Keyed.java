package studio.tutti.core.instrument;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.effect.Glide;
import studio.tutti.core.effect.Parameter;

/**
 * What instruments with voices of their own share: parameters that glide, keys and pedal, {@value #POLYPHONY} voices of which the least
 * heard makes room, and MIDI's volume, pan and expression, which follow the squares that General MIDI recommends.
 */
public abstract class Keyed implements Instrument {

    /** Voices that sound at once; more make room within 6 ms. */
    public static final int POLYPHONY = 64;

    private static final int SPARE = 24;
    private static final int STEAL_FRAMES = 4 * Sampler.CELL;

    /** A tone of full scale in the middle comes out like one of the SoundFont's. */
    private static final double FULL = Sampler.HEADROOM * 0.7071067811865476;

    private final List<Parameter> parameters;
    private final Glide[] values;
    private final int rate;
    private final Controllers controllers = new Controllers();
    private final KeyVoice[] voices = new KeyVoice[POLYPHONY + SPARE];
    private final double[] sumLeft = new double[Sampler.CELL];
    private final double[] sumRight = new double[Sampler.CELL];
    private final double[] madeLeft = new double[Sampler.CELL];
    private final double[] madeRight = new double[Sampler.CELL];
    private int sounding;
    private int serial;
    private int change = -1;
    private double gainLeft;
    private double gainRight;
    private double aimLeft;
    private double aimRight;

    /**
     * @param parameters in the order of {@link #set}
     * @param rate frames a second
     */
    protected Keyed(List<Parameter> parameters, int rate) {
        this.parameters = parameters;
        this.rate = rate;
        values = new Glide[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Glide(parameters.get(i));
            values[i].at(rate);
        }
    }

    /** Makes the voices; the last thing that a constructor does. */
    protected final void voices(Supplier<? extends KeyVoice> maker) {
        for (int i = 0; i < voices.length; i++) {
            voices[i] = maker.get();
        }
    }

    /** Parameters have moved: what the voices have in common is put where it shall be at the end of the coming cell. */
    protected abstract void parametersMoved();

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final void set(int parameter, double value) {
        if (parameter >= 0 && parameter < values.length) {
            values[parameter].aim(value);
        }
    }

    /** The value of a parameter that was set last, reached or not. */
    public final double get(int parameter) {
        return values[parameter].goal();
    }

    @Override
    public final void arrive() {
        for (Glide value : values) {
            value.settle();
        }
        parametersMoved();
    }

    /** Frames a second. */
    protected final int rate() {
        return rate;
    }

    /** The parameter as the coming cell ends. */
    protected final double value(int parameter) {
        return values[parameter].to;
    }

    protected final int choice(int parameter) {
        return (int) values[parameter].to;
    }

    protected final boolean on(int parameter) {
        return values[parameter].to >= 0.5;
    }

    @Override
    public final Controllers controllers() {
        return controllers;
    }

    @Override
    public final int sounding() {
        return sounding;
    }

    /** A voice that sounds, 0 … {@link #sounding()} − 1. */
    protected final KeyVoice voice(int index) {
        return voices[index];
    }

    /** A voice for a new note, begun; null if all that could make room still sound. What it shall sound like is told next. */
    protected final @Nullable KeyVoice begin(int note, int key, int frame) {
        if (sounding == 0) {
            arrive();
        }
        int counting = 0;
        KeyVoice least = null;
        for (int i = 0; i < sounding; i++) {
            if (voices[i].counts()) {
                counting++;
                if (least == null || voices[i].importance() < least.importance()) {
                    least = voices[i];
                }
            }
        }
        if (counting >= POLYPHONY && least != null) {
            least.fade(frame, STEAL_FRAMES);
        }
        if (sounding == voices.length) {
            return null;
        }
        KeyVoice voice = voices[sounding++];
        voice.start(note, key, frame, ++serial);
        return voice;
    }

    /** Lets a sounding key go, as if it were pressed again. */
    protected final void letKeyGo(int key, int frame) {
        for (int i = 0; i < sounding; i++) {
            if (voices[i].key == key && !voices[i].isReleased()) {
                voices[i].release(frame);
            }
        }
    }

    /** Lets a voice fade over some frames. */
    protected final void fade(KeyVoice voice, int frame, int frames) {
        voice.fade(frame, frames);
    }

    @Override
    public void noteOff(int note, int frame) {
        for (int i = 0; i < sounding; i++) {
            if (voices[i].note == note && voices[i].held) {
                up(voices[i], frame);
            }
        }
    }

    /** The key of a voice goes up; the pedal holds it on. */
    protected final void up(KeyVoice voice, int frame) {
        if (controllers.sustaining()) {
            voice.held = false;
            voice.sustained = true;
        } else {
            voice.release(frame);
        }
    }

    @Override
    public final void control(int number, int value, int frame) {
        if (number == Controllers.SOUND_OFF) {
            silence(frame);
        } else if (number == Controllers.NOTES_OFF) {
            releaseAll(frame);
        } else {
            controllers.set(number, value);
            settle(frame);
        }
    }

    @Override
    public final void settle(int frame) {
        if (!controllers.sustaining()) {
            for (int i = 0; i < sounding; i++) {
                if (voices[i].sustained) {
                    voices[i].release(frame);
                }
            }
        }
    }

    @Override
    public void releaseAll(int frame) {
        for (int i = 0; i < sounding; i++) {
            if (!voices[i].isReleased()) {
                voices[i].release(frame);
            }
        }
    }

    @Override
    public void silence(int frame) {
        for (int i = 0; i < sounding; i++) {
            voices[i].fade(frame, STEAL_FRAMES);
        }
    }

    @Override
    public final void render(double[] left, double[] right) {
        if (sounding == 0) {
            change = -1;
            return;
        }
        boolean moved = false;
        for (Glide value : values) {
            moved |= value.advance();
        }
        if (moved) {
            parametersMoved();
        }
        for (int i = 0; i < Sampler.CELL; i++) {
            sumLeft[i] = 0;
            sumRight[i] = 0;
        }
        int kept = 0;
        for (int i = 0; i < sounding; i++) {
            KeyVoice voice = voices[i];
            if (voice.render(sumLeft, sumRight, madeLeft, madeRight)) {
                voices[i] = voices[kept];
                voices[kept++] = voice;
            }
        }
        sounding = kept;
        out(left, right);
    }

    /** Adds the voices' sum at the level that the controllers say. */
    private void out(double[] left, double[] right) {
        boolean first = change < 0;
        if (change != controllers.change()) {
            change = controllers.change();
            double loud = controllers.value(Controllers.VOLUME) * controllers.value(Controllers.EXPRESSION) * (1.0 / 16129);
            double pan = controllers.value(Controllers.PAN);
            double angle = (pan <= 64 ? pan * (0.5 / 64) : 0.5 + (pan - 64) * (0.5 / 63)) * (Math.PI / 2);
            double gain = loud * loud * FULL * 1.4142135623730951;
            aimLeft = gain * Functions.cos(angle);
            aimRight = gain * Functions.sin(angle);
        }
        if (first) {
            gainLeft = aimLeft;
            gainRight = aimRight;
        }
        double most = Sampler.HEADROOM / (Sampler.SWING_SECONDS * rate);
        double slopeLeft = Parameters.within((aimLeft - gainLeft) / Sampler.CELL, -most, most);
        double slopeRight = Parameters.within((aimRight - gainRight) / Sampler.CELL, -most, most);
        double l = gainLeft;
        double r = gainRight;
        for (int i = 0; i < Sampler.CELL; i++) {
            l += slopeLeft;
            r += slopeRight;
            left[i] += sumLeft[i] * l;
            right[i] += sumRight[i] * r;
        }
        gainLeft = slopeLeft == most || slopeLeft == -most ? l : aimLeft;
        gainRight = slopeRight == most || slopeRight == -most ? r : aimRight;
    }
}
