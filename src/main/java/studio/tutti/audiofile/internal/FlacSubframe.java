package studio.tutti.audiofile.internal;

import java.io.IOException;
import java.util.Arrays;

/** One channel of a FLAC frame (RFC 9639, 9.2): a constant, plain numbers, or what a predictor left over. */
final class FlacSubframe {

    private final FlacBits bits;
    private final long[] coefficients = new long[32];

    FlacSubframe(FlacBits bits) {
        this.bits = bits;
    }

    void read(long[] into, int length, int depth) throws IOException {
        if (bits.unsigned(1) != 0) {
            throw FlacReader.damaged();
        }
        int type = (int) bits.unsigned(6);
        int wasted = 0;
        if (bits.unsigned(1) != 0) {
            wasted = bits.unary() + 1;
        }
        int kept = depth - wasted;
        if (kept < 1) {
            throw FlacReader.damaged();
        }
        if (type == 0) {
            Arrays.fill(into, 0, length, bits.signed(kept));
        } else if (type == 1) {
            plain(into, length, kept);
        } else if (type >= 8 && type <= 12) {
            fixed(into, length, kept, type - 8);
        } else if (type >= 32) {
            linear(into, length, kept, type - 31);
        } else {
            throw FlacReader.damaged();
        }
        if (wasted > 0) {
            for (int i = 0; i < length; i++) {
                into[i] <<= wasted;
            }
        }
    }

    private void plain(long[] into, int length, int depth) throws IOException {
        for (int i = 0; i < length; i++) {
            into[i] = bits.signed(depth);
        }
    }

    private void fixed(long[] into, int length, int depth, int order) throws IOException {
        begin(into, length, depth, order);
        residual(into, length, order);
        for (int i = order; i < length; i++) {
            into[i] += switch (order) {
                case 1 -> into[i - 1];
                case 2 -> 2 * into[i - 1] - into[i - 2];
                case 3 -> 3 * into[i - 1] - 3 * into[i - 2] + into[i - 3];
                case 4 -> 4 * into[i - 1] - 6 * into[i - 2] + 4 * into[i - 3] - into[i - 4];
                default -> 0;
            };
        }
        withinRange(into, length, depth);
    }

    private void linear(long[] into, int length, int depth, int order) throws IOException {
        begin(into, length, depth, order);
        int precision = (int) bits.unsigned(4) + 1;
        int shift = (int) bits.signed(5);
        if (precision == 16 || shift < 0) {
            throw FlacReader.damaged();
        }
        for (int i = 0; i < order; i++) {
            coefficients[i] = bits.signed(precision);
        }
        residual(into, length, order);
        for (int i = order; i < length; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += coefficients[j] * into[i - 1 - j];
            }
            into[i] += sum >> shift;
        }
        withinRange(into, length, depth);
    }

    private void begin(long[] into, int length, int depth, int order) throws IOException {
        if (order > length) {
            throw FlacReader.damaged();
        }
        plain(into, order, depth);
    }

    private void residual(long[] into, int length, int order) throws IOException {
        int method = (int) bits.unsigned(2);
        int partitions = 1 << bits.unsigned(4);
        int each = length / partitions;
        if (method > 1 || each * partitions != length || each < order) {
            throw FlacReader.damaged();
        }
        int width = method == 0 ? 4 : 5;
        int escape = (1 << width) - 1;
        int at = order;
        for (int partition = 0; partition < partitions; partition++) {
            int end = (partition + 1) * each;
            int parameter = (int) bits.unsigned(width);
            if (parameter == escape) {
                int raw = (int) bits.unsigned(5);
                for (; at < end; at++) {
                    into[at] = bits.signed(raw);
                }
            } else {
                for (; at < end; at++) {
                    into[at] = bits.rice(parameter);
                }
            }
        }
    }

    /** A predictor that runs away is a damaged file, not noise at full scale. */
    private static void withinRange(long[] values, int length, int depth) throws IOException {
        long most = 1L << depth - 1;
        for (int i = 0; i < length; i++) {
            if (values[i] < -most || values[i] >= most) {
                throw FlacReader.damaged();
            }
        }
    }
}
