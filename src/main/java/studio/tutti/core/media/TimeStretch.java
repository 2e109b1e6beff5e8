package studio.tutti.core.media;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Fft;
import studio.tutti.core.dsp.Functions;

/**
 * A recording made longer or shorter without another pitch: a phase vocoder whose peaks keep the phases around them (identity
 * phase locking, Laroche and Dolson 1999), and that takes sounds over unchanged where they begin, with phases set anew there (after
 * Röbel 2003).
 *
 * <p>Windows of 4,096 frames (8,192 above 50 kHz, 16,384 above 100 kHz) under a Hann window, four of them over each frame. How far
 * a phase turns is measured over the very step that is synthesised, so pitch is exact. Both channels turn alike. Around each
 * onset, up to half a window to either side and 35 % of the way to the next, the recording goes by at its own speed; what lies
 * between makes up for it, so onsets come exactly where the map says.
 *
 * <p>Arithmetic is {@code double} and the same on the JVM and in the browser.
 */
public final class TimeStretch {

    /** A second in the units of the map. */
    public static final double UNITS = 100_000;

    private static final double REACH = 0.35;

    private final MediaSound source;
    private final int size;
    private final int hop;
    private final int frames;
    private final double[] ins;
    private final double[] outs;
    private final boolean[] locks;
    private final Fft fft;
    private final double[] window;
    private final double[] re;
    private final double[] im;
    private final double[] beforeRe;
    private final double[] beforeIm;
    private final double[] spectrum;
    private final double[] before;
    private final double[] previous;
    private final double[] power;
    private final double[] sumLeft;
    private final double[] sumRight;
    private final double[] left;
    private final double[] right;
    private int step;
    private int point;
    private boolean begun;
    private boolean locked;
    private int block;
    private int ready;

    /**
     * @param source whole, as far as the map reaches
     * @param in places in the recording, rising, in hundred-thousandths of a second
     * @param out where they come to lie, rising from 0, as many
     */
    public TimeStretch(MediaSound source, int[] in, int[] out) {
        if (in.length < 2 || in.length != out.length) {
            throw new IllegalArgumentException("A map has two ends.");
        }
        this.source = source;
        size = source.rate() > 100_000 ? 16_384 : source.rate() > 50_000 ? 8192 : 4096;
        hop = size / 4;
        double scale = source.rate() / UNITS;
        double[] mapIn = new double[in.length];
        double[] mapOut = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            mapIn[i] = in[i] * scale;
            mapOut[i] = out[i] * scale;
        }
        frames = (int) (mapOut[in.length - 1] + 0.5);
        Map map = new Map(mapIn, mapOut, size / 2.0, Onsets.of(source));
        ins = map.ins;
        outs = map.outs;
        locks = map.locks;
        fft = new Fft(size);
        window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Functions.cos(2 * Math.PI * i / size);
        }
        re = new double[size];
        im = new double[size];
        beforeRe = new double[size];
        beforeIm = new double[size];
        int bins = size / 2 + 1;
        spectrum = new double[4 * bins];
        before = new double[4 * bins];
        previous = new double[4 * bins];
        power = new double[bins];
        sumLeft = new double[size];
        sumRight = new double[size];
        left = new double[size];
        right = new double[size];
    }

    /** The stretched recording, still empty. */
    public MediaSound made(MediaKey key) {
        return new MediaSound(key, source.rate(), source.channels(), frames);
    }

    /** The map with a stretch at the recording's own speed around each onset. */
    private static final class Map {
        double[] ins;
        double[] outs;
        boolean[] locks;
        private int count;

        Map(double[] in, double[] out, double reach, int[] onsets) {
            ins = new double[in.length + 2 * onsets.length];
            outs = new double[ins.length];
            locks = new boolean[ins.length];
            add(in[0], out[0], false);
            int next = 1;
            for (int i = 0; i < onsets.length; i++) {
                double onset = onsets[i];
                while (next < in.length - 1 && in[next] <= onset) {
                    next++;
                }
                if (onset <= in[0] || onset >= in[in.length - 1]) {
                    continue;
                }
                double slope = (out[next] - out[next - 1]) / (in[next] - in[next - 1]);
                double at = out[next - 1] + (onset - in[next - 1]) * slope;
                double smaller = Math.min(1, slope);
                double early = Math.min(reach, REACH * smaller * (onset - (i > 0 ? onsets[i - 1] : in[0])));
                double late = Math.min(reach, REACH * smaller * ((i + 1 < onsets.length ? onsets[i + 1] : in[in.length - 1]) - onset));
                // a step of the given map within would be lost: it is kept by staying before it
                early = Math.min(early, onset - ins[count - 1] - 1);
                if (early > 0 && at - early > outs[count - 1]) {
                    add(onset - early, at - early, true);
                    add(onset + late, at + late, false);
                }
            }
            add(in[in.length - 1], out[out.length - 1], false);
            ins = java.util.Arrays.copyOf(ins, count);
            outs = java.util.Arrays.copyOf(outs, count);
        }

        private void add(double in, double out, boolean lock) {
            if (count > 0 && (in <= ins[count - 1] || out <= outs[count - 1])) {
                return;
            }
            ins[count] = in;
            outs[count] = out;
            locks[count++] = lock;
        }
    }

    /** Frames altogether. */
    public int frames() {
        return frames;
    }

    /** How much is made, 0 … 1. */
    public double progress() {
        return frames == 0 ? 1 : Math.min(1, (double) block * MediaSound.BLOCK / frames);
    }

    /** Makes the next block as {@link MediaSound#put} takes it; null once all are made. */
    public byte @Nullable [] next() {
        int from = block * MediaSound.BLOCK;
        int count = Math.min(MediaSound.BLOCK, frames - from);
        if (count <= 0) {
            return null;
        }
        boolean stereo = source.channels() == 2;
        byte[] bytes = new byte[2 * source.channels() * count];
        int to = 0;
        for (int i = 0; i < count; i++) {
            if (ready == 0) {
                advance();
            }
            int place = hop - ready;
            to = write(bytes, to, left[place]);
            if (stereo) {
                to = write(bytes, to, right[place]);
            }
            ready--;
        }
        block++;
        return bytes;
    }

    private static int write(byte[] bytes, int at, double sample) {
        double rounded = Math.floor(sample + 0.5);
        int value = rounded > 32_767 ? 32_767 : rounded < -32_768 ? -32_768 : (int) rounded;
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        return at + 2;
    }

    /** Makes windows until the next hop of frames is whole. */
    private void advance() {
        do {
            window(step++);
            System.arraycopy(sumLeft, 0, left, 0, hop);
            System.arraycopy(sumRight, 0, right, 0, hop);
            System.arraycopy(sumLeft, hop, sumLeft, 0, size - hop);
            System.arraycopy(sumRight, hop, sumRight, 0, size - hop);
            for (int i = size - hop; i < size; i++) {
                sumLeft[i] = 0;
                sumRight[i] = 0;
            }
            // the first two windows' beginnings lie before the first frame
        } while (step <= 2);
        ready = hop;
    }

    /** Adds the window whose middle lies at a multiple of the hop. */
    private void window(int number) {
        double middle = (double) number * hop;
        while (point < outs.length - 2 && outs[point + 1] <= middle) {
            point++;
        }
        double slope = (ins[point + 1] - ins[point]) / (outs[point + 1] - outs[point]);
        int place = (int) Math.floor(ins[point] + (middle - outs[point]) * slope + 0.5);
        boolean lock = locks[point] && middle >= outs[point];
        analyse(place, spectrum);
        if (begun && !(lock && !locked)) {
            analyse(place - hop, before);
            turn();
        }
        locked = lock;
        begun = true;
        System.arraycopy(spectrum, 0, previous, 0, spectrum.length);
        synthesise();
    }

    /** The spectrum of both channels around a frame: real and imaginary part of the left, then the right, bin by bin. */
    private void analyse(int place, double[] to) {
        source.lay(0, place - size / 2, re, size);
        source.lay(1, place - size / 2, im, size);
        for (int i = 0; i < size; i++) {
            re[i] *= window[i];
            im[i] *= window[i];
        }
        fft.forward(re, im);
        for (int bin = 0; bin <= size / 2; bin++) {
            int mirror = bin == 0 ? 0 : size - bin;
            to[4 * bin] = 0.5 * (re[bin] + re[mirror]);
            to[4 * bin + 1] = 0.5 * (im[bin] - im[mirror]);
            to[4 * bin + 2] = 0.5 * (im[bin] + im[mirror]);
            to[4 * bin + 3] = 0.5 * (re[mirror] - re[bin]);
        }
    }

    /** Turns what lies around each peak as far as its peak must be turned to go on from the window before. */
    private void turn() {
        int last = size / 2;
        for (int bin = 0; bin <= last; bin++) {
            int at = 4 * bin;
            power[bin] = spectrum[at] * spectrum[at] + spectrum[at + 1] * spectrum[at + 1]
                    + spectrum[at + 2] * spectrum[at + 2] + spectrum[at + 3] * spectrum[at + 3];
        }
        int from = 0;
        int peak = nextPeak(0);
        while (from <= last) {
            int following = nextPeak(peak + 1);
            int to = following > last ? last : (peak + following) / 2;
            turn(peak > last ? from : peak, from, to);
            from = to + 1;
            peak = following;
        }
    }

    private int nextPeak(int from) {
        int last = size / 2;
        for (int bin = from; bin <= last; bin++) {
            double here = power[bin];
            boolean peak = here > 0
                    && (bin < 1 || here > power[bin - 1]) && (bin < 2 || here > power[bin - 2])
                    && (bin + 1 > last || here >= power[bin + 1]) && (bin + 2 > last || here >= power[bin + 2]);
            if (peak) {
                return bin;
            }
        }
        return last + 1;
    }

    private void turn(int peak, int from, int to) {
        int at = 4 * peak;
        // both channels turn by the sum of their turns, weighted by how loud they are
        double c = previous[at] * before[at] + previous[at + 1] * before[at + 1]
                + previous[at + 2] * before[at + 2] + previous[at + 3] * before[at + 3];
        double s = previous[at + 1] * before[at] - previous[at] * before[at + 1]
                + previous[at + 3] * before[at + 2] - previous[at + 2] * before[at + 3];
        double length = Math.sqrt(c * c + s * s);
        if (length < 1e-9) {
            return;
        }
        c /= length;
        s /= length;
        for (int bin = from; bin <= to; bin++) {
            for (int part = 4 * bin; part < 4 * bin + 4; part += 2) {
                double x = spectrum[part];
                double y = spectrum[part + 1];
                spectrum[part] = x * c - y * s;
                spectrum[part + 1] = x * s + y * c;
            }
        }
    }

    private void synthesise() {
        for (int bin = 0; bin <= size / 2; bin++) {
            int at = 4 * bin;
            beforeRe[bin] = spectrum[at] - spectrum[at + 3];
            beforeIm[bin] = spectrum[at + 1] + spectrum[at + 2];
            if (bin > 0 && bin < size / 2) {
                beforeRe[size - bin] = spectrum[at] + spectrum[at + 3];
                beforeIm[size - bin] = spectrum[at + 2] - spectrum[at + 1];
            }
        }
        beforeIm[0] = spectrum[2];
        beforeRe[0] = spectrum[0];
        int middle = size / 2;
        beforeRe[middle] = spectrum[4 * middle];
        beforeIm[middle] = spectrum[4 * middle + 2];
        fft.inverse(beforeRe, beforeIm);
        for (int i = 0; i < size; i++) {
            double weight = window[i] / 1.5;
            sumLeft[i] += beforeRe[i] * weight;
            sumRight[i] += beforeIm[i] * weight;
        }
    }
}
