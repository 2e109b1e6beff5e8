package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much a context leans on the shorter one: by its length, by how much it has seen and by how varied that was. Learned from songs that
 * were left out of the counting (deleted interpolation: Jelinek and Mercer, 1980), by expectation maximisation.
 */
final class Blend {

    private static final int AMOUNTS = 8;
    private static final int VARIETIES = 3;
    private static final int ROUNDS = 6;

    private final double[] escape;
    private final List<Seen> seen = new ArrayList<>();

    /** One that was learned from nothing: half. */
    Blend(int stages) {
        escape = new double[stages * AMOUNTS * VARIETIES];
        for (int stage = 0; stage < stages; stage++) {
            for (int bucket = 0; bucket < AMOUNTS * VARIETIES; bucket++) {
                // The less a context has seen, the more it leans.
                escape[stage * AMOUNTS * VARIETIES + bucket] = 0.85 - 0.07 * (bucket / VARIETIES);
            }
        }
    }

    /** Which contexts are alike. */
    static int bucket(int stage, double total, int types) {
        int amount = total < 2 ? 0 : total < 3 ? 1 : total < 4 ? 2 : total < 6 ? 3 : total < 10 ? 4 : total < 20 ? 5 : total < 50 ? 6 : 7;
        int variety = types >= 0.75 * total ? 2 : types >= 0.35 * total ? 1 : 0;
        return (stage * AMOUNTS + amount) * VARIETIES + variety;
    }

    double escape(int bucket) {
        return escape[bucket];
    }

    /**
     * Learns from a symbol that came.
     *
     * @param base its probability in the empty context
     * @param buckets of the contexts met, the shortest first
     * @param shares its share in each of them
     */
    void see(double base, int[] buckets, double[] shares, int count) {
        if (count > 0) {
            seen.add(new Seen(base, Arrays.copyOf(buckets, count), Arrays.copyOf(shares, count)));
        }
    }

    private record Seen(double base, int[] buckets, double[] shares) {}

    /** Works out what explains best what was seen; contexts that were hardly met keep near what they were. */
    void settle() {
        double[] mass = new double[64];
        for (int round = 0; round < ROUNDS; round++) {
            double[] escaped = new double[escape.length];
            double[] met = new double[escape.length];
            for (Seen each : seen) {
                int count = each.buckets.length;
                mass[0] = each.base;
                for (int i = 0; i < count; i++) {
                    double leans = escape[each.buckets[i]];
                    mass[i + 1] = (1 - leans) * each.shares[i] + leans * mass[i];
                }
                double reached = 1;
                for (int i = count - 1; i >= 0 && mass[i + 1] > 0; i--) {
                    double leaned = reached * escape[each.buckets[i]] * mass[i] / mass[i + 1];
                    met[each.buckets[i]] += reached;
                    escaped[each.buckets[i]] += leaned;
                    reached = leaned;
                }
            }
            for (int i = 0; i < escape.length; i++) {
                escape[i] = (escaped[i] + 4 * escape[i]) / (met[i] + 4);
            }
        }
        seen.clear();
    }
}
