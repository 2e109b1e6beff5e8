package studio.tutti.core.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.tutti.core.dsp.Functions;

/**
 * Finds resonances that come and go: harsh bursts, whistling noise. In each frame the lower levels about each frequency, which the partials of notes don't
 * reach, are compared with the octave about it, and with what stands out there usually. What is left over, is as wide as a resonance, and lasts for some
 * frames, is one. It keeps {@value #AN_OCTAVE} bytes an octave and frame.
 */
public final class FleetingFinder {

    static final int AN_OCTAVE = 24;

    private static final double LOWEST = 1800;
    private static final double HIGHEST = 14_000;

    /** Half of the width over which levels are gathered: the middle divided by this. */
    private static final double NARROW = 34;

    /** Least height, in dB over what is usual there. */
    private static final double LEAST = 8;

    /** How much it falls within a third of an octave to either side, in dB. */
    private static final double FALL = 5;

    /** Shorter is an attack, in seconds. */
    private static final double SHORTEST = 0.11;

    /** What is narrower is a note, as Q. */
    private static final double NARROWEST = 22;

    /** Where it has fallen to this, in dB, it begins and ends. */
    private static final double ENDS = 3;

    /** What is there longer than this part of the time is the sound's own. */
    private static final double OFTEN = 0.3;

    /** Where the loudest bins about a frequency stand out by more than this from the lower ones, a note sounds, in dB. */
    private static final double EVEN = 12;

    /** What lies this far below the loudest is not heard, in dB. */
    private static final double DEEP = 60;

    /** The octave about it is lifted by a resonance, too, and the gathering of levels flattens it: so much is made up for. */
    private static final float SEEN = 1.15f;

    private static final double STEP = 0.25;
    private static final double SOFT = 1e-6;

    private final double step;
    private final double seconds;
    private final int points;
    private final double[] hertz;
    private final List<byte[]> frames = new ArrayList<>();
    private final List<Double> sums = new ArrayList<>();
    private final double[] levels;
    private final double[] bins;
    private final boolean[] tonal;
    private double loudest;
    private double loudestBin = -200;

    /**
     * @param step Hz from bin to bin, about 11
     * @param bins of a frame
     * @param seconds from frame to frame
     */
    public FleetingFinder(double step, int bins, double seconds) {
        this.step = step;
        this.seconds = seconds;
        double top = Math.min(HIGHEST, 0.85 * step * (bins - 1));
        points = Math.max(1, (int) (AN_OCTAVE * Functions.log2(top / LOWEST)) + 1);
        hertz = new double[points];
        for (int i = 0; i < points; i++) {
            hertz[i] = LOWEST * Functions.exp2((double) i / AN_OCTAVE);
        }
        levels = new double[points];
        tonal = new boolean[points];
        this.bins = new double[bins];
    }

    /** Hears a frame: powers of the bins. */
    public void hear(double[] power) {
        double sum = 0;
        for (int k = 0; k < bins.length; k++) {
            sum += power[k];
            bins[k] = Persistence.level(power[k]);
        }
        for (int i = 0; i < points; i++) {
            double half = Math.max(3.5 * step, hertz[i] / NARROW);
            int from = Math.max(0, (int) Math.ceil((hertz[i] - half) / step));
            int to = Math.min(bins.length - 1, (int) Math.floor((hertz[i] + half) / step));
            double[] some = Arrays.copyOfRange(bins, from, Math.max(from, to) + 1);
            Arrays.sort(some);
            int low = some.length / 4;
            int high = Math.max(low + 1, some.length / 2);
            double mean = 0;
            for (int k = low; k < high; k++) {
                mean += some[k];
            }
            levels[i] = mean / (high - low);
            double top = 0;
            int quarter = some.length - Math.max(1, some.length / 4);
            for (int k = quarter; k < some.length; k++) {
                top += some[k] / (some.length - quarter);
            }
            loudestBin = Math.max(loudestBin, top);
            tonal[i] = top - levels[i] > EVEN || levels[i] < loudestBin - DEEP;
        }
        byte[] excess = new byte[points];
        int half = AN_OCTAVE / 2;
        for (int i = 0; i < points; i++) {
            double[] around = Arrays.copyOfRange(levels, Math.max(0, i - half), Math.min(points, i + half + 1));
            Arrays.sort(around);
            double out = levels[i] - around[around.length / 2];
            excess[i] = (byte) Math.max(-127, Math.min(127, (tonal[i] ? Math.min(0, out) : out) / STEP));
        }
        frames.add(excess);
        sums.add(sum);
        loudest = Math.max(loudest, sum);
    }

    /** What was found, in the order of their beginnings. */
    public List<Fleeting> find() {
        float[][] above = above();
        List<Track> going = new ArrayList<>();
        List<Track> done = new ArrayList<>();
        for (int t = 0; t < above.length; t++) {
            follow(above, t, going, done);
        }
        done.addAll(going);
        List<Fleeting> found = new ArrayList<>();
        for (Track track : done) {
            if (track.count * seconds >= SHORTEST) {
                Fleeting one = fitted(above, track);
                if (one.quality() < NARROWEST && !known(found, one)) {
                    found.add(one);
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return found;
    }

    /** Whether one at nearly the same time and place was found before. */
    private static boolean known(List<Fleeting> found, Fleeting one) {
        for (Fleeting each : found) {
            if (each.from() < one.to() && one.from() < each.to() && Math.abs(Functions.log2(each.hertz() / one.hertz())) < 1 / 6.0) {
                return true;
            }
        }
        return false;
    }

    /** A peak from frame to frame. */
    private static final class Track {
        final int from;
        int last;
        int count;
        int point;
        final List<Integer> places = new ArrayList<>();

        Track(int from, int point) {
            this.from = from;
            this.point = point;
            last = from - 1;
        }
    }

    private void follow(float[][] above, int t, List<Track> going, List<Track> done) {
        float[] now = above[t];
        for (int i = 1; i < points - 1; i++) {
            if (now[i] < LEAST || now[i] < now[i - 1] || now[i] <= now[i + 1] || !falls(now, i)) {
                continue;
            }
            Track nearest = null;
            for (Track track : going) {
                if (Math.abs(track.point - i) <= 2 && track.last < t) {
                    nearest = track;
                }
            }
            if (nearest == null) {
                nearest = new Track(t, i);
                going.add(nearest);
            }
            nearest.last = t;
            nearest.count++;
            nearest.point = i;
            nearest.places.add(i);
        }
        for (int n = going.size() - 1; n >= 0; n--) {
            if (going.get(n).last < t - 2) {
                done.add(going.remove(n));
            }
        }
    }

    private boolean falls(float[] now, int i) {
        int third = AN_OCTAVE / 3;
        float left = 100;
        float right = 100;
        for (int k = 1; k <= third; k++) {
            left = Math.min(left, now[Math.max(0, i - k)]);
            right = Math.min(right, now[Math.min(points - 1, i + k)]);
        }
        return left < now[i] - FALL && right < now[i] - FALL;
    }

    /** What stands out over what usually does, over three frames; 0 where it is soft, or where much stands out often. */
    private float[][] above() {
        int count = frames.size();
        float[][] above = new float[count][points];
        int[] counts = new int[256];
        for (int i = 0; i < points; i++) {
            Arrays.fill(counts, 0);
            int active = 0;
            for (int t = 0; t < count; t++) {
                if (sums.get(t) > SOFT * loudest) {
                    counts[frames.get(t)[i] + 128]++;
                    active++;
                }
            }
            int usual = quantile(counts, active, 0.5);
            boolean often = quantile(counts, active, 1 - OFTEN) - usual > LEAST / STEP;
            for (int t = 0; t < count && !often; t++) {
                if (sums.get(t) > SOFT * loudest) {
                    float sum = 0;
                    for (int k = -1; k <= 1; k++) {
                        sum += frames.get(Math.max(0, Math.min(count - 1, t + k)))[i];
                    }
                    above[t][i] = (float) ((sum / 3 - usual) * STEP);
                }
            }
        }
        return above;
    }

    private static int quantile(int[] counts, int all, double part) {
        int below = 0;
        for (int level = 0; level < counts.length; level++) {
            below += counts[level];
            if (below >= part * all) {
                return level - 128;
            }
        }
        return 127;
    }

    private Fleeting fitted(float[][] above, Track track) {
        int[] places = new int[track.places.size()];
        for (int n = 0; n < places.length; n++) {
            places[n] = track.places.get(n);
        }
        Arrays.sort(places);
        int middle = places[places.length / 2];
        double[] mean = new double[points];
        for (int t = track.from; t <= track.last; t++) {
            for (int i = 0; i < points; i++) {
                mean[i] += above[t][i] / (track.last - track.from + 1);
            }
        }
        double half = 0.5 * mean[middle];
        double low = middle - edge(mean, middle, -1, half);
        double high = middle + edge(mean, middle, 1, half);
        double octaves = (high - low) / AN_OCTAVE;
        // the gathering of levels widens what it sees by about its own width
        double own = 1 / NARROW;
        double width = Math.sqrt(Math.max(own * own, octaves * octaves * 0.48 - own * own));
        int from = track.from;
        int last = track.last;
        while (from > 0 && above[from - 1][middle] > ENDS) {
            from--;
        }
        while (last < above.length - 1 && above[last + 1][middle] > ENDS) {
            last++;
        }
        float[] heights = new float[last - from + 1];
        for (int t = 0; t < heights.length; t++) {
            float[] now = above[from + t];
            heights[t] = Math.max(0, SEEN * Math.max(now[middle], Math.max(now[middle - 1], now[middle + 1])));
        }
        double place = (low + high) / 2;
        return new Fleeting(from, heights, LOWEST * Functions.exp2(place / AN_OCTAVE),
                Math.max(3, 1 / width));
    }

    /** How many points away a curve falls to a value, in a direction. */
    private double edge(double[] mean, int middle, int direction, double half) {
        for (int k = 1; k <= AN_OCTAVE / 2; k++) {
            int i = middle + direction * k;
            if (i < 0 || i >= points) {
                return k - 1;
            }
            if (mean[i] < half) {
                double before = mean[i - direction];
                return k - 1 + (before - half) / Math.max(1e-6, before - mean[i]);
            }
        }
        return AN_OCTAVE / 2.0;
    }
}
