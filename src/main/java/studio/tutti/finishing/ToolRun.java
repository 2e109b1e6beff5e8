package studio.tutti.finishing;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.tutti.mastering.Colour;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Passes;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.TruePeakLimiter;
import studio.tutti.mastering.multibandphase.MultibandPhase;
import studio.tutti.mastering.profileeq.GraphicEq;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.resonanceeq.ResonanceEq;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

/**
 * A tool at work: the sound that comes out, and what is told of it.
 *
 * @param sound null for the meter
 * @param report what was done or measured; null for nothing to tell
 */
record ToolRun(@Nullable Recording sound, @Nullable Object report) {

    /** The tools by the names of their commands, and how often each listens to its sound, about. */
    static final Map<String, Integer> TOOLS = Map.of("profile-eq", 2, "resonance-eq", 2, "multiband-phase", 4, "xspecmatch", 3, "limit", 3,
            "loudness", 1, "master", 11);

    /** The options that each of them knows. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "profile-eq", List.of("amount", "gains", "keep-level", "linked", "phase", "profile", "range", "resolution", "tilt"),
            "resonance-eq", List.of("amount"),
            "multiband-phase", List.of(),
            "xspecmatch", List.of("amount", "range", "speed"),
            "limit", List.of("ceiling"),
            "loudness", List.of(),
            "master", List.of("ceiling", "compress", "drive", "multiband", "profile", "target", "width"));

    /**
     * Looks whether an order can be, without doing it.
     *
     * @throws IllegalArgumentException with a sentence
     */
    static void check(ToolOrder order) {
        known(order);
        boolean reference = order.reference() != null;
        switch (order.tool()) {
            case "profile-eq" -> {
                if (!reference && !order.has("profile") && !order.has("gains")) {
                    throw new IllegalArgumentException("profile-eq wants a reference, a profile or gains.");
                }
                equaliser(order);
                profile(order);
                gains(order);
            }
            case "resonance-eq" -> order.number("amount", -1, 1, -1);
            case "xspecmatch" -> {
                if (!reference) {
                    throw new IllegalArgumentException("xspecmatch wants a reference.");
                }
                following(order);
            }
            case "limit" -> order.number("ceiling", -24, 0, -1);
            case "master" -> mastering(order);
            default -> { }
        }
    }

    /** A name that is misspelt would leave its option as it is, and nobody would know. */
    private static void known(ToolOrder order) {
        List<String> options = OPTIONS.get(order.tool());
        if (options == null) {
            throw new IllegalArgumentException("There is no tool \"" + order.tool() + "\"; there are "
                    + String.join(", ", TOOLS.keySet().stream().sorted().toList()) + ".");
        }
        for (String name : order.settings().keySet().stream().sorted().toList()) {
            if (!options.contains(name)) {
                throw new IllegalArgumentException(order.tool() + " knows no option \"" + name + "\" here; "
                        + (options.isEmpty() ? "it has none." : "there " + (options.size() == 1 ? "is " : "are ") + String.join(", ", options) + "."));
            }
        }
    }

    /** Does it; everything is listened to before this returns. */
    static ToolRun of(ToolOrder order, Recording in, @Nullable Recording reference, Passes passes) throws IOException {
        return switch (order.tool()) {
            case "profile-eq" -> profileEq(order, in, reference);
            case "resonance-eq" -> {
                ResonanceEq.Result result = ResonanceEq.apply(in, order.number("amount", -1, 1, -1));
                yield new ToolRun(result.sound(), result.resonances());
            }
            case "multiband-phase" -> {
                MultibandPhase.Result result = reference == null ? MultibandPhase.channels(in) : MultibandPhase.to(in, reference);
                yield new ToolRun(result.sound(), result.report());
            }
            case "xspecmatch" -> new ToolRun(XSpecMatch.match(in, Objects.requireNonNull(reference), following(order)), null);
            case "limit" -> new ToolRun(TruePeakLimiter.apply(in, 0, order.number("ceiling", -24, 0, -1), passes), null);
            case "loudness" -> new ToolRun(null, loudness(Loudness.of(in)));
            default -> {
                Mastering.Result result = Mastering.apply(in, reference, mastering(order), passes);
                yield new ToolRun(result.sound(), result.report());
            }
        };
    }

    private static ToolRun profileEq(ToolOrder order, Recording in, @Nullable Recording reference) throws IOException {
        double[][] gains = gains(order);
        if (gains != null) {
            return new ToolRun(GraphicEq.apply(in, gains[0], gains[1], order.settings().getOrDefault("phase", "linear").equals("minimum")), null);
        }
        Profile profile = profile(order);
        ProfileEq.Match match = reference != null ? ProfileEq.match(in, reference, equaliser(order))
                : ProfileEq.match(in, Objects.requireNonNull(profile), equaliser(order));
        return new ToolRun(match.sound(), match.report());
    }

    private static ProfileEq.Settings equaliser(ToolOrder order) {
        return new ProfileEq.Settings(order.number("amount", 0, 1, 1), order.number("tilt", -12, 12, 0), order.number("range", 0.1, 60, 30),
                order.number("resolution", 0.08, 1, 1 / 6.0), !order.flag("linked"), order.settings().getOrDefault("phase", "linear").equals("minimum"),
                !order.flag("keep-level"));
    }

    private static XSpecMatch.Settings following(ToolOrder order) {
        return new XSpecMatch.Settings(order.number("amount", 0, 1, 1), order.number("speed", 0.05, 10, 0.25), order.number("range", 0.1, 60, 30));
    }

    static Mastering.Settings mastering(ToolOrder order) {
        return new Mastering.Settings(order.has("target") ? Double.valueOf(order.number("target", -60, 0, Mastering.USUAL)) : null,
                order.number("ceiling", -24, 0, -1), new Colour(order.number("compress", 1, 10, 1), order.flag("multiband"),
                order.number("width", 0, 200, 100), order.number("drive", 0, 36, 0)), profile(order));
    }

    private static @Nullable Profile profile(ToolOrder order) {
        String name = order.settings().getOrDefault("profile", "");
        return name.isEmpty() ? null : Profile.named(name);
    }

    /** Frequencies and gains, given as 100:3,1000:-2; null for none. */
    private static double @Nullable [][] gains(ToolOrder order) {
        String told = order.settings().get("gains");
        if (told == null) {
            return null;
        }
        try {
            List<double[]> rows = Arrays.stream(told.split(",")).map(row -> Arrays.stream(row.split(":")).mapToDouble(Double::parseDouble).toArray())
                    .sorted((a, b) -> Double.compare(a[0], b[0])).toList();
            for (int i = 0; i < rows.size(); i++) {
                double[] row = rows.get(i);
                if (row.length != 2 || !(row[0] > 0 && row[0] < 1e6) || !(Math.abs(row[1]) <= 60) || i > 0 && row[0] == rows.get(i - 1)[0]) {
                    throw new NumberFormatException();
                }
            }
            return new double[][] {rows.stream().mapToDouble(row -> row[0]).toArray(), rows.stream().mapToDouble(row -> row[1]).toArray()};
        } catch (RuntimeException mistake) {
            throw new IllegalArgumentException("gains are frequencies in Hz and decibels within 60, each once, such as 100:3,1000:-2.");
        }
    }

    private static Map<String, @Nullable Double> loudness(Loudness loudness) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("I", told(loudness.integrated()));
        figures.put("M", told(loudness.momentary()));
        figures.put("S", told(loudness.shortTerm()));
        figures.put("LRA", told(loudness.range()));
        figures.put("TP", told(loudness.truePeak()));
        return figures;
    }

    private static @Nullable Double told(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : null;
    }
}
