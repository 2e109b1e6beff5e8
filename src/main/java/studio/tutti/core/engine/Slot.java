package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Compressor;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Limiter;
import studio.tutti.core.effect.ReductionTrace;
import studio.tutti.core.effect.ToneEffect;
import studio.tutti.core.instrument.Sampler;

/**
 * A place in a channel's chain, with its effect. Coming, going and being bypassed, it is faded between the effect's sound and what
 * went in, which is delayed as the effect delays; so nothing clicks, and nothing jumps when it is bypassed. While it is bypassed
 * it does not compute. When it is wanted again it begins with silence behind it, and hears the sound swell before it is heard
 * itself, so that no echo of it begins with a click.
 *
 * <p>Once what goes in has been silent for its latency and tail, it sleeps: nothing is computed and silence comes out. What was
 * set meanwhile is there at once when sound comes again.
 */
final class Slot {

    /** The song's name for the device. */
    final int name;
    final EffectType type;
    final Effect effect;
    /** What its side-chain listens to. */
    final Pair key = new Pair();
    /** How many ways lead into its side-chain. */
    int keys;
    /** Whether the present score has it. */
    boolean wanted = true;

    private static final int LONG = 1 << 30;

    private final int rate;
    private final int fadeCells;
    private final Pair dry = new Pair();
    private final Delay delay;
    private boolean bypassed;
    private boolean running;
    private boolean asleep;
    /** Frames since anything went in. */
    private int quiet;
    /** How many of them the effect may sound on. */
    private int hold = LONG;
    /** Cells of the swell that a beginning effect has heard. */
    private int swollen;
    /** Frames until that has come through. */
    private int warming;
    /** Cells of the fade that are over; all of them: its sound alone, none: what went in alone. */
    private int faded;
    /** Cells of the trace that were read. */
    private int read;

    /** @param effect a fresh one of the type, prepared for the rate */
    Slot(int name, EffectType type, Effect effect, int rate, int fadeCells) {
        this.name = name;
        this.type = type;
        this.effect = effect;
        this.rate = rate;
        this.fadeCells = fadeCells;
        delay = new Delay(fadeCells);
    }

    void bypass(boolean on) {
        bypassed = on;
    }

    /** Frames by which it delays sound, bypassed or not; none once it is on its way out. */
    int latency() {
        return wanted ? effect.latency() : 0;
    }

    /** Puts the delay beside the effect where its latency is, and knows how long it may sound on. */
    void aim() {
        delay.aim(latency());
        double frames = effect.tail() * rate + effect.latency() + Sampler.CELL;
        hold = frames < LONG ? (int) frames : LONG;
    }

    /** Whether it computes nothing, for nothing would be heard. */
    boolean isAsleep() {
        return asleep;
    }

    /** Seconds that it may sound on, beyond its latency. */
    double tail() {
        return wanted && !bypassed ? effect.tail() : 0;
    }

    /** The deepest gain reduction since last read, in dB, 0 or less; 0 of an effect that has none, or does not compute. */
    double readReduction() {
        ReductionTrace trace = trace();
        double deepest = 0;
        if (trace != null) {
            int cells = trace.written() < read ? trace.written() : trace.written() - read;
            for (int back = Math.min(cells, ReductionTrace.CELLS) - 1; back >= 0; back--) {
                deepest = Math.min(deepest, trace.reduction(back));
            }
            read = trace.written();
        }
        return deepest;
    }

    /** {@link ToneEffect#read} of its effect; false if it is another one. */
    boolean readTone(float[] into) {
        if (effect instanceof ToneEffect tone) {
            tone.read(into);
            return true;
        }
        return false;
    }

    private @Nullable ReductionTrace trace() {
        return effect instanceof Compressor compressor ? compressor.trace()
                : effect instanceof Limiter limiter ? limiter.trace() : null;
    }

    private boolean isOn() {
        return wanted && !bypassed;
    }

    /** Whether it has gone. */
    boolean isOver() {
        return !wanted && faded == 0 && !delay.isNeeded();
    }

    /** Nothing sounds: it stands where it shall be. */
    void rest() {
        delay.rest();
        if (isOn() != running) {
            running = isOn();
            effect.reset();
        }
        effect.settle();
        asleep = false;
        quiet = 0;
        faded = running ? fadeCells : 0;
        swollen = fadeCells;
        warming = 0;
        key.clear();
    }

    /** Changes a cell in place. */
    void run(double[] left, double[] right, boolean heard) {
        if (isOn() && !running) {
            running = true;
            effect.reset();
            effect.settle();
            swollen = 0;
            warming = effect.latency() + fadeCells * Sampler.CELL;
        }
        boolean whole = isOn() && faded == fadeCells;
        if (whole) {
            delay.skip(left, right, heard);
        } else {
            System.arraycopy(left, 0, dry.left, 0, Sampler.CELL);
            System.arraycopy(right, 0, dry.right, 0, Sampler.CELL);
            delay.pass(dry.left, dry.right, heard);
        }
        if (running) {
            work(left, right);
        }
        key.clear();
        if (!whole) {
            blend(left, right);
        }
    }

    private void work(double[] left, double[] right) {
        quiet = keys == 0 && isSilent(left) && isSilent(right) ? Math.min(quiet + Sampler.CELL, LONG) : 0;
        if (quiet > hold) {
            asleep = true;
            return;
        }
        if (asleep) {
            asleep = false;
            effect.settle();
        }
        if (swollen < fadeCells) {
            swell(left, right);
        }
        boolean listens = keys > 0;
        effect.process(left, right, listens ? key.left : null, listens ? key.right : null, 0, Sampler.CELL);
    }

    private static boolean isSilent(double[] sound) {
        for (int i = 0; i < Sampler.CELL; i++) {
            if (sound[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void swell(double[] left, double[] right) {
        double gain = (double) swollen / fadeCells;
        double step = 1.0 / (fadeCells * Sampler.CELL);
        for (int i = 0; i < Sampler.CELL; i++) {
            gain += step;
            left[i] *= gain;
            right[i] *= gain;
        }
        swollen++;
    }

    private void blend(double[] left, double[] right) {
        if (warming > 0) {
            warming -= Sampler.CELL;
        }
        int next = !isOn() ? faded - 1 : warming > 0 ? faded : faded + 1;
        next = Math.max(0, Math.min(fadeCells, next));
        double weight = (double) faded / fadeCells;
        double step = (double) (next - faded) / (fadeCells * Sampler.CELL);
        for (int i = 0; i < Sampler.CELL; i++) {
            weight += step;
            left[i] = left[i] * weight + dry.left[i] * (1 - weight);
            right[i] = right[i] * weight + dry.right[i] * (1 - weight);
        }
        faded = next;
        if (faded == 0 && !isOn()) {
            running = false;
        }
    }
}
