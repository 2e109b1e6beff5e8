package studio.tutti.core.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all effects share: parameters that glide, cells, and a guard against what is no number. */
abstract class CellEffect implements Effect {

    private final List<Parameter> parameters;
    private final Glide[] values;
    private int rate;
    private int place;
    /** How many pieces of its memory were made. */
    private int pieces;

    /** What the frames being processed are judged by instead, for an effect with a side-chain. */
    double @Nullable [] sideLeft;
    double @Nullable [] sideRight;

    CellEffect(List<Parameter> parameters) {
        this.parameters = parameters;
        values = new Glide[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Glide(parameters.get(i));
        }
    }

    /** Makes what the rate asks for; {@link #rate} is known. Silence and parameters follow. */
    abstract void build();

    /** Makes a piece of the memory that {@link #build} finds then, and says whether there was still one to make. */
    boolean reserve(int piece) {
        return false;
    }

    /** Begins a cell: parameters have moved, {@code changed} says whether any did. */
    abstract void begin(boolean changed);

    /** Changes frames {@code from} to before {@code to}, of which the first is frame {@code at} of the cell. */
    abstract void run(double[] left, double[] right, int from, int to, int at);

    /** Ends a cell. */
    abstract void end();

    /** Forgets every sound. */
    abstract void clear();

    /** Puts everything that moves where the parameters stand. */
    abstract void arrive();

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final void prepare(int framesASecond) {
        if (framesASecond < 8_000 || framesASecond > 192_000) {
            throw new IllegalArgumentException("Effects run at 8 to 192 kHz, not at " + framesASecond + " Hz.");
        }
        rate = framesASecond;
        for (Glide value : values) {
            value.at(rate);
        }
        build();
        settle();
        reset();
    }

    @Override
    public final boolean prepareNext(int framesASecond) {
        rate = framesASecond;
        if (reserve(pieces)) {
            pieces++;
            return true;
        }
        prepare(framesASecond);
        return false;
    }

    @Override
    public final void set(int parameter, double value) {
        values[parameter].aim(value);
    }

    @Override
    public final double get(int parameter) {
        return values[parameter].goal();
    }

    @Override
    public final void settle() {
        for (Glide value : values) {
            value.settle();
        }
        if (rate > 0) {
            arrive();
        }
    }

    @Override
    public final void reset() {
        place = 0;
        clear();
    }

    @Override
    public final void process(double[] left, double[] right, double @Nullable [] keyLeft, double @Nullable [] keyRight,
            int from, int frames) {
        clean(left, right, from, from + frames);
        if (keyLeft != null && keyRight != null) {
            clean(keyLeft, keyRight, from, from + frames);
        }
        sideLeft = keyLeft;
        sideRight = keyRight;
        int at = from;
        int end = from + frames;
        while (at < end) {
            if (place == 0) {
                boolean changed = false;
                for (Glide value : values) {
                    changed |= value.advance();
                }
                begin(changed);
            }
            int some = Math.min(CELL - place, end - at);
            run(left, right, at, at + some, place);
            at += some;
            place += some;
            if (place == CELL) {
                place = 0;
                end();
                double last = left[at - 1] + right[at - 1];
                if (last - last != 0) {
                    clear();
                }
            }
        }
    }

    /** Cells that a fade takes. */
    final int fadeCells() {
        return (int) (FADE_SECONDS * rate / CELL) + 1;
    }

    /** Frames a second. */
    final int rate() {
        return rate;
    }

    /** The parameter as the present cell begins. */
    final double from(int parameter) {
        return values[parameter].from;
    }

    /** The parameter as the present cell ends. */
    final double to(int parameter) {
        return values[parameter].to;
    }

    final boolean on(int parameter) {
        return values[parameter].to >= 0.5;
    }

    final int choice(int parameter) {
        return (int) values[parameter].to;
    }

    private static void clean(double[] left, double[] right, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += left[i] * 0 + right[i] * 0;
        }
        if (sum != 0) {
            for (int i = from; i < to; i++) {
                left[i] = left[i] - left[i] == 0 ? left[i] : 0;
                right[i] = right[i] - right[i] == 0 ? right[i] : 0;
            }
        }
    }
}
