package studio.tutti.cli.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Median and spread of sounds, band by band, where no kit counts more than some sounds and recordings together as much as what was rendered. */
final class Statistics {

    /** Sounds that a kit counts at most. */
    private static final double MOST = 8;

    /** A spread is no smaller than this, in dB: a third octave's level strays that much in one and the same piece of music. */
    private static final double LEAST_SPREAD = 1.5;

    private Statistics() {}

    record Curves(double[] median, double[] spread) {}

    private record Weighed(double level, double weight) {}

    static Curves of(List<Heard> sounds) {
        double[] weights = weights(sounds);
        int bands = sounds.getFirst().levels().length;
        double[] median = new double[bands];
        double[] spread = new double[bands];
        for (int band = 0; band < bands; band++) {
            List<Weighed> column = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                column.add(new Weighed(sounds.get(i).levels()[band], weights[i]));
            }
            column.sort(Comparator.comparingDouble(Weighed::level));
            median[band] = quantile(column, 0.5);
            spread[band] = 0.5 * (quantile(column, 0.84) - quantile(column, 0.16));
        }
        double[] smooth = new double[bands];
        for (int band = 0; band < bands; band++) {
            int below = Math.max(0, band - 1);
            int above = Math.min(bands - 1, band + 1);
            smooth[band] = tenth(Math.max(LEAST_SPREAD, 0.25 * spread[below] + 0.5 * spread[band] + 0.25 * spread[above]));
            median[band] = tenth(median[band]);
        }
        return new Curves(median, smooth);
    }

    private static double tenth(double value) {
        return Math.rint(10 * value) / 10;
    }

    private static double[] weights(List<Heard> sounds) {
        Map<String, Integer> kits = new HashMap<>();
        sounds.forEach(each -> kits.merge(each.kit(), 1, Integer::sum));
        double[] sums = new double[2];
        double[] weights = new double[sounds.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(1, MOST / kits.get(sounds.get(i).kit()));
            sums[sounds.get(i).rendered() ? 1 : 0] += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sums[sounds.get(i).rendered() ? 1 : 0];
        }
        return weights;
    }

    /** Between the middles of the sounds' shares one goes in straight lines. */
    private static double quantile(List<Weighed> column, double part) {
        double all = column.stream().mapToDouble(Weighed::weight).sum();
        double before = 0;
        double lastPlace = 0;
        double lastLevel = column.getFirst().level();
        for (Weighed each : column) {
            double place = (before + 0.5 * each.weight()) / all;
            if (place >= part) {
                return place == lastPlace ? each.level()
                        : lastLevel + (each.level() - lastLevel) * Math.max(0, (part - lastPlace) / (place - lastPlace));
            }
            before += each.weight();
            lastPlace = place;
            lastLevel = each.level();
        }
        return lastLevel;
    }
}
