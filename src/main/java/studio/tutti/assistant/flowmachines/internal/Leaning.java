package studio.tutti.assistant.flowmachines.internal;

/**
 * How much more often something comes in a situation than at all: the ratio of its share there to its share everywhere, smoothed toward 1
 * where little was seen. These ratios are the fields that let a chain hear its surroundings.
 */
public final class Leaning {

    /** So many sights of a situation make it count by half. */
    private static final double DOUBT = 12;

    private final double[][] counts;
    private final double[] all;
    private double sum;

    public Leaning(int situations, int things) {
        counts = new double[situations][things];
        all = new double[things];
    }

    public void see(int situation, int thing) {
        counts[situation][thing]++;
        all[thing]++;
        sum++;
    }

    /** The ratios, each to a power: for each situation and thing a factor. */
    public double[][] factors(double power) {
        double[][] factors = new double[counts.length][all.length];
        for (int situation = 0; situation < counts.length; situation++) {
            double here = 0;
            for (double each : counts[situation]) {
                here += each;
            }
            for (int thing = 0; thing < all.length; thing++) {
                double share = (all[thing] + 0.5) / (sum + 0.5 * all.length);
                double there = (counts[situation][thing] + DOUBT * share) / (here + DOUBT);
                factors[situation][thing] = StrictMath.pow(there / share, power);
            }
        }
        return factors;
    }
}
