package studio.tutti.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Likelihood;
import studio.tutti.assistant.flowmachines.Palette;

/**
 * Which of many palettes a song is nearest to, by its chords or by its melody: the palette in whose chain it is most probable, metre included. Palettes
 * foresee songs at all more or less well; how well on average, over songs of another split, is left out of account.
 */
final class NearestPalette {

    private static final Likelihood.Model MODEL = new Likelihood.Model(Likelihood.Model.FULL.order(), true, false);

    private final Likelihood.Part part;
    private final Map<String, Likelihood> styles = new LinkedHashMap<>();
    private final Map<String, Palette> palettes = new LinkedHashMap<>();
    private final Map<String, Double> usual = new LinkedHashMap<>();

    /**
     * @param palettes by their names
     * @param others songs of all palettes that are not asked about
     */
    NearestPalette(Likelihood.Part part, Map<String, Palette> palettes, List<LeadSheet> others) {
        this.part = part;
        this.palettes.putAll(palettes);
        palettes.forEach((name, palette) -> styles.put(name, new Likelihood(palette.sheets(), MODEL)));
        for (String name : styles.keySet()) {
            List<Double> all = new ArrayList<>();
            for (LeadSheet song : new LinkedHashSet<>(others)) {
                double each = each(name, song);
                if (!Double.isNaN(each)) {
                    all.add(each);
                }
            }
            usual.put(name, all.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }
    }

    /** Nats an event. */
    private double each(String name, LeadSheet song) {
        return styles.get(name).walk(song, part).map(sum -> sum.nats() / sum.events()).orElse(Double.NaN);
    }

    private double metre(String name, LeadSheet song) {
        List<LeadSheet> sheets = palettes.get(name).sheets();
        long same = sheets.stream().filter(sheet -> sheet.metre().equals(song.metre())).count();
        return Math.log((same + 0.5) / (sheets.size() + 5));
    }

    /** The name of the nearest; empty if the song has none of what is looked at. */
    String of(LeadSheet song) {
        int events = part == Likelihood.Part.CHORDS ? song.chords().size() : song.melody().size();
        String nearest = "";
        double most = Double.NEGATIVE_INFINITY;
        for (String name : styles.keySet()) {
            double score = events == 0 ? Double.NaN : (each(name, song) - usual.get(name)) * events + metre(name, song);
            if (score > most) {
                most = score;
                nearest = name;
            }
        }
        return nearest;
    }

    /** What came of it. */
    record Result(int songs, int right, double chance) {

        double share() {
            return (double) right / songs;
        }
    }

    /**
     * Asks about songs.
     *
     * @param held for each palette its songs; one that several have counts once, and each of these is right
     */
    Result over(Map<String, List<LeadSheet>> held) {
        Map<LeadSheet, Set<String>> homes = new LinkedHashMap<>();
        held.forEach((name, songs) -> songs.forEach(song -> homes.computeIfAbsent(song, none -> new LinkedHashSet<>()).add(name)));
        int songs = 0;
        int right = 0;
        double chance = 0;
        for (Map.Entry<LeadSheet, Set<String>> each : homes.entrySet()) {
            String nearest = of(each.getKey());
            if (!nearest.isEmpty()) {
                songs++;
                right += each.getValue().contains(nearest) ? 1 : 0;
                chance += each.getValue().size() / (double) styles.size();
            }
        }
        return new Result(songs, right, chance / songs);
    }
}
