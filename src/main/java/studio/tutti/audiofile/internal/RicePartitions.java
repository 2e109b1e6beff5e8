package studio.tutti.audiofile.internal;

/**
 * How a residual is cut into parts with a Rice parameter each (RFC 9639, 9.2.7): all powers of two up to 64 parts are compared by what they
 * would take, counted from the sums of the folded numbers.
 */
final class RicePartitions {

    private static final int HIGHEST_ORDER = 6;
    private static final int WIDEST = 30;

    private final long[] sums = new long[1 << HIGHEST_ORDER];
    private final int[] trial = new int[1 << HIGHEST_ORDER];
    final int[] parameters = new int[1 << HIGHEST_ORDER];
    /** Parts as a power of two. */
    int order;
    /** Bits of the whole residual, nearly. */
    long bits;

    /** Looks at a residual; the first {@code skip} values of the block aren't in it. */
    void choose(int[] residual, int length, int skip) {
        int finest = HIGHEST_ORDER;
        while (finest > 0 && (length % (1 << finest) != 0 || length >> finest <= skip)) {
            finest--;
        }
        int each = length >> finest;
        for (int part = 0, at = skip; part < 1 << finest; part++) {
            long sum = 0;
            for (int end = (part + 1) * each; at < end; at++) {
                int value = residual[at];
                sum += (value << 1 ^ value >> 31) & 0xFFFFFFFFL;
            }
            sums[part] = sum;
        }
        bits = Long.MAX_VALUE;
        for (int tried = finest; tried >= 0; tried--) {
            weigh(length, skip, tried);
            for (int i = 0; i < 1 << tried - 1 && tried > 0; i++) {
                sums[i] = sums[2 * i] + sums[2 * i + 1];
            }
        }
    }

    private void weigh(int length, int skip, int tried) {
        int parts = 1 << tried;
        long total = 0;
        int widest = 0;
        for (int part = 0; part < parts; part++) {
            long count = (length >> tried) - (part == 0 ? skip : 0);
            long sum = sums[part];
            int parameter = count == 0 || sum < count ? 0 : Math.min(WIDEST, 63 - Long.numberOfLeadingZeros(sum / count));
            long cost = cost(count, sum, parameter);
            if (parameter < WIDEST && cost(count, sum, parameter + 1) < cost) {
                cost = cost(count, sum, ++parameter);
            }
            if (parameter > 0 && cost(count, sum, parameter - 1) < cost) {
                cost = cost(count, sum, --parameter);
            }
            trial[part] = parameter;
            widest = Math.max(widest, parameter);
            total += cost;
        }
        total += (long) parts * (widest > 14 ? 5 : 4);
        if (total < bits) {
            bits = total;
            order = tried;
            System.arraycopy(trial, 0, parameters, 0, parts);
        }
    }

    private static long cost(long count, long sum, int parameter) {
        // on average half a step is cut off each folded number
        return count * (parameter + 1) + Math.max(0, sum - (count * ((1L << parameter) - 1) >> 1) >> parameter);
    }

    /** Writes the residual so. */
    void write(FlacOutput out, int[] residual, int length, int skip) {
        int widest = 0;
        for (int part = 0; part < 1 << order; part++) {
            widest = Math.max(widest, parameters[part]);
        }
        boolean wide = widest > 14;
        out.put(wide ? 1 : 0, 2);
        out.put(order, 4);
        int each = length >> order;
        for (int part = 0, at = skip; part < 1 << order; part++) {
            int parameter = parameters[part];
            out.put(parameter, wide ? 5 : 4);
            for (int end = (part + 1) * each; at < end; at++) {
                out.rice(residual[at], parameter);
            }
        }
    }
}
