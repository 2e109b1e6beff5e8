package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The chords of a style in one mode: what follows what, and how they lean by length, weight of the place and bar of the phrase. */
public final class LabelStyle {

    private static final int PHRASE = 8;

    private final List<Reading> readings;
    private final int order;
    private final double power;
    private final boolean views;
    private final List<Label> labels = new ArrayList<>();
    private final Map<Label, Integer> symbols = new LinkedHashMap<>();
    private final Map<Label, Label> simplified = new LinkedHashMap<>();
    private final Tones tones;
    private final double[][] byPlace;
    private final double[][] byPhrase;

    private LabelStyle(List<Reading> readings, Set<Label> more, int order, double power, boolean views) {
        this.views = views;
        this.readings = readings;
        this.order = order;
        this.power = power;
        simplify();
        more.forEach(this::know);
        List<int[]> songs = new ArrayList<>();
        List<int[]> lengths = new ArrayList<>();
        Leaning place = new Leaning(12, labels.size());
        Leaning phrase = new Leaning(PHRASE, labels.size());
        for (Reading reading : readings) {
            int[] song = new int[reading.labels().size()];
            for (int i = 0; i < song.length; i++) {
                song[i] = symbols.get(known(reading.labels().get(i)));
                Span span = reading.harmony().get(i);
                place.see(place(span, reading), song[i]);
                phrase.see(phrase(span.start(), Slots.of(reading.metre().bar())), song[i]);
            }
            songs.add(song);
            lengths.add(reading.harmony().stream().mapToInt(Span::length).toArray());
        }
        tones = new Tones(labels.size(), songs, lengths, order, views ? new RootSteps(labels) : Viewpoint.NONE);
        byPlace = place.factors(power);
        byPhrase = phrase.factors(power);
    }

    public static LabelStyle learn(List<Reading> readings, int order, boolean views) {
        List<Reading> chords = readings.stream().filter(reading -> !reading.labels().isEmpty()).toList();
        return new LabelStyle(chords, Set.of(), order, 0.7, views);
    }

    /** The same with chords that it may never have seen. */
    public LabelStyle with(List<Label> more) {
        return symbols.keySet().containsAll(more) ? this : new LabelStyle(readings, new LinkedHashSet<>(more), order, power, views);
    }

    /** Chords that only one song has are read as the simpler chord that they stand for, if there are enough songs to say so. */
    private void simplify() {
        Map<Label, Integer> songs = new LinkedHashMap<>();
        for (Reading reading : readings) {
            new LinkedHashSet<>(reading.labels()).forEach(label -> songs.merge(label, 1, Integer::sum));
        }
        int enough = readings.size() < 8 ? 1 : 2;
        for (Label label : songs.keySet()) {
            Label kept = label;
            for (int step = 0; step < 2 && songs.getOrDefault(kept, 0) < enough; step++) {
                kept = kept.simpler();
            }
            simplified.put(label, kept);
            know(kept);
        }
    }

    private void know(Label label) {
        if (symbols.putIfAbsent(label, labels.size()) == null) {
            labels.add(label);
        }
    }

    /** The label that stands for another in this style. */
    public Label known(Label label) {
        if (symbols.containsKey(label)) {
            return label;
        }
        Label kept = simplified.getOrDefault(label, label.simpler());
        return symbols.containsKey(kept) ? kept : kept.simpler();
    }

    public boolean isEmpty() {
        return readings.isEmpty();
    }

    public Tones tones() {
        return tones;
    }

    public List<Label> labels() {
        return labels;
    }

    /** The symbol of a label, −1 if it isn't known. */
    public int symbol(Label label) {
        return symbols.getOrDefault(label, -1);
    }

    /** The factors of each symbol for a chord at a place. */
    public double[] weights(Span span, int firstBar, studio.tutti.assistant.flowmachines.Metre metre) {
        double[] weights = byPlace[place(span, metre)].clone();
        int bar = Slots.of(metre.bar());
        double[] more = byPhrase[phrase(firstBar * bar + span.start(), bar)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= more[i];
        }
        return weights;
    }

    private static int place(Span span, Reading reading) {
        return place(span, reading.metre());
    }

    private static int place(Span span, studio.tutti.assistant.flowmachines.Metre metre) {
        int bar = Slots.of(metre.bar());
        int length = span.length() < bar ? 0 : span.length() == bar ? 1 : 2;
        return 3 * metre.strength(Slots.ticks(span.start())) + length;
    }

    private static int phrase(int slot, int bar) {
        return Math.floorMod(Math.floorDiv(slot, bar), PHRASE);
    }
}
