package studio.tutti.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Named figures, printed as one JSON object. */
final class Figures {

    private final List<String> lines = new ArrayList<>();

    /** Adds a figure; three digits after the point are kept. */
    Figures add(String name, double value) {
        lines.add("  \"" + name + "\": " + (value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value)));
        return this;
    }

    /** The middle of several runs. */
    static double median(double[] runs) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return "{\n" + String.join(",\n", lines) + "\n}";
    }
}
