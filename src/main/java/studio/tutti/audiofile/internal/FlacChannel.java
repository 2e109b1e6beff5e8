package studio.tutti.audiofile.internal;

/** Finds the shortest way to write one channel of a block (RFC 9639, 9.2): constant, plain, fixed or linear predictor. */
final class FlacChannel {

    private enum Way { CONSTANT, PLAIN, FIXED, LINEAR }

    private final LinearPrediction prediction = new LinearPrediction();
    private final RicePartitions fixedRice = new RicePartitions();
    private final RicePartitions linearRice = new RicePartitions();
    private int[] sound = new int[0];
    private int[] fixedLeft = new int[0];
    private int[] linearLeft = new int[0];
    private int length;
    private int depth;
    private int wasted;
    private int precision;
    private int fixedOrder;
    private Way way = Way.PLAIN;

    /**
     * Looks at a channel.
     *
     * @param depth bits a sample
     * @return about how many bits it will take
     */
    long weigh(int[] values, int count, int bits) {
        if (sound.length < count) {
            sound = new int[count];
            fixedLeft = new int[count];
            linearLeft = new int[count];
        }
        length = count;
        int all = 0;
        boolean constant = true;
        for (int i = 0; i < count; i++) {
            all |= values[i];
            constant &= values[i] == values[0];
        }
        wasted = constant || all == 0 ? 0 : Math.min(bits - 1, Integer.numberOfTrailingZeros(all));
        depth = bits - wasted;
        for (int i = 0; i < count; i++) {
            sound[i] = values[i] >> wasted;
        }
        if (constant) {
            way = Way.CONSTANT;
            return 8 + depth;
        }
        way = Way.PLAIN;
        long fewest = (long) depth * count;
        fixedOrder = fixed();
        fixedRice.choose(fixedLeft, count, fixedOrder);
        long bitsFixed = 6 + fixedRice.bits + (long) fixedOrder * depth;
        if (bitsFixed < fewest) {
            fewest = bitsFixed;
            way = Way.FIXED;
        }
        precision = count < 512 ? 10 : depth <= 17 ? 14 : 15;
        if (prediction.find(sound, count, precision) && prediction.residual(sound, count, linearLeft)) {
            linearRice.choose(linearLeft, count, prediction.order);
            long bitsLinear = 15 + linearRice.bits + (long) prediction.order * (depth + precision);
            if (bitsLinear < fewest) {
                fewest = bitsLinear;
                way = Way.LINEAR;
            }
        }
        return fewest + 8 + wasted;
    }

    /** The best of the five fixed predictors, by the sum of what they leave over; that is left in {@link #fixedLeft}. */
    private int fixed() {
        if (length <= 4) {
            System.arraycopy(sound, 0, fixedLeft, 0, length);
            return 0;
        }
        long[] sums = sums();
        int best = 0;
        for (int order = 1; order < 5; order++) {
            if (sums[order] < sums[best]) {
                best = order;
            }
        }
        for (int i = best; i < length; i++) {
            fixedLeft[i] = switch (best) {
                case 0 -> sound[i];
                case 1 -> sound[i] - sound[i - 1];
                case 2 -> sound[i] - 2 * sound[i - 1] + sound[i - 2];
                case 3 -> sound[i] - 3 * sound[i - 1] + 3 * sound[i - 2] - sound[i - 3];
                default -> sound[i] - 4 * sound[i - 1] + 6 * sound[i - 2] - 4 * sound[i - 3] + sound[i - 4];
            };
        }
        return best;
    }

    /** What each of the fixed predictors leaves over, in all. */
    private long[] sums() {
        long zero = 0;
        long one = 0;
        long two = 0;
        long three = 0;
        long four = 0;
        int[] values = sound;
        int one1 = values[3] - values[2];
        int two1 = one1 - (values[2] - values[1]);
        int three1 = two1 - (values[2] - 2 * values[1] + values[0]);
        int last = values[3];
        for (int i = 4; i < length; i++) {
            int value = values[i];
            int one0 = value - last;
            int two0 = one0 - one1;
            int three0 = two0 - two1;
            zero += Math.abs(value);
            one += Math.abs(one0);
            two += Math.abs(two0);
            three += Math.abs(three0);
            four += Math.abs(three0 - three1);
            last = value;
            one1 = one0;
            two1 = two0;
            three1 = three0;
        }
        return new long[] {zero, one, two, three, four};
    }

    /** Writes the channel that was looked at last. */
    void write(FlacOutput out) {
        out.put(0, 1);
        out.put(switch (way) {
            case CONSTANT -> 0;
            case PLAIN -> 1;
            case FIXED -> 8 + fixedOrder;
            case LINEAR -> 31 + prediction.order;
        }, 6);
        if (wasted > 0) {
            out.put(1, 1);
            out.unary(wasted - 1);
        } else {
            out.put(0, 1);
        }
        switch (way) {
            case CONSTANT -> out.put(sound[0], depth);
            case PLAIN -> plain(out, length);
            case FIXED -> {
                plain(out, fixedOrder);
                fixedRice.write(out, fixedLeft, length, fixedOrder);
            }
            case LINEAR -> {
                plain(out, prediction.order);
                out.put(precision - 1, 4);
                out.put(prediction.shift, 5);
                for (int i = 0; i < prediction.order; i++) {
                    out.put(prediction.coefficients[i], precision);
                }
                linearRice.write(out, linearLeft, length, prediction.order);
            }
        }
    }

    private void plain(FlacOutput out, int count) {
        for (int i = 0; i < count; i++) {
            out.put(sound[i], depth);
        }
    }
}
