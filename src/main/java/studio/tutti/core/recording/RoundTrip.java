package studio.tutti.core.recording;

import java.util.Arrays;

/** How late sound comes back that went out through a loudspeaker and in through a microphone. */
public final class RoundTrip {

    /** How much louder than what is heard otherwise a knock must come, as a factor. */
    private static final double STANDS_OUT = 6;

    /** How far apart the knocks may seem, in seconds. */
    private static final double APART = 0.002;

    private RoundTrip() {}

    /**
     * Finds knocks that were made in even steps.
     *
     * @param sound what was heard from the moment on at which the first knock was made
     * @param rate frames a second
     * @param period seconds from one knock to the next; all of the way must be shorter
     * @return the median of the ways, in seconds, or −1 if no two thirds of the knocks stand out and agree
     */
    public static double seconds(float[] sound, double rate, double period) {
        int knocks = (int) (sound.length / rate / period);
        double[] ways = new double[knocks];
        int found = 0;
        for (int knock = 0; knock < knocks; knock++) {
            int from = (int) (knock * period * rate);
            int to = (int) ((knock + 1) * period * rate);
            double sum = 0;
            double most = 0;
            for (int i = from; i < to; i++) {
                double loud = sound[i] < 0 ? -sound[i] : sound[i];
                sum += loud;
                most = Math.max(most, loud);
            }
            double usual = sum / (to - from);
            if (most > STANDS_OUT * usual && most > 0.001) {
                int begin = from;
                while (Math.abs(sound[begin]) < most / 2) {
                    begin++;
                }
                ways[found++] = (begin - knock * period * rate) / rate;
            }
        }
        if (found == 0 || found * 3 < knocks * 2) {
            return -1;
        }
        double[] sorted = Arrays.copyOf(ways, found);
        Arrays.sort(sorted);
        double median = sorted[found / 2];
        int agree = 0;
        for (double way : sorted) {
            agree += Math.abs(way - median) <= APART ? 1 : 0;
        }
        return agree * 3 >= knocks * 2 ? median : -1;
    }
}
