package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import studio.tutti.assistant.flowmachines.Metre;

/** The rhythms of a style in one metre: what follows what, and how it leans by the bar's place among four. */
public final class RhythmStyle {

    /** Bars of a phrase that rhythms lean by. */
    private static final int PHRASE = 4;

    private static final int MANY = 20;
    /** Tilts that are remembered. */
    private static final int MOST_TILTS = 200;

    private final Metre metre;
    private final List<List<Span>> lines;
    private final int order;
    private final double power;
    private final boolean views;
    private final List<Beat> beats = new ArrayList<>();
    private final Map<Beat, Integer> symbols = new LinkedHashMap<>();
    private final ContextGraph graph;
    private final double[][] leaning;
    private final int[] length;
    private final int[] classOfPlace;
    private final Map<String, Double> tilts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > MOST_TILTS;
        }
    };
    private double onsets;

    private RhythmStyle(Metre metre, List<List<Span>> lines, Set<Beat> more, int order, double power, boolean views) {
        this.views = views;
        this.metre = metre;
        this.lines = lines;
        this.order = order;
        this.power = power;
        int bar = bar();
        Map<Beat, Integer> usual = new LinkedHashMap<>();
        for (List<Span> line : lines) {
            Set<Beat> here = new LinkedHashSet<>();
            line.forEach(span -> here.add(beat(span)));
            here.forEach(beat -> usual.merge(beat, 1, Integer::sum));
        }
        // Where there are many songs, what hardly any of them does is an oddity of its writing.
        int least = lines.size() >= MANY ? 3 : 1;
        usual.forEach((beat, songs) -> {
            if (songs >= least) {
                know(beat);
            }
        });
        more.forEach(this::know);
        classOfPlace = new int[bar];
        Alphabet alphabet = alphabet();
        length = beats.stream().mapToInt(Beat::length).toArray();
        ContextLearner learner = new ContextLearner(alphabet, order, false, views ? new Lengths(beats, bar, Slots.of(metre.beat())) : Viewpoint.NONE);
        Leaning phrase = new Leaning(PHRASE, beats.size());
        double bars = 0;
        for (List<Span> line : lines) {
            int from = 0;
            for (int i = 0; i <= line.size(); i++) {
                if (i == line.size() || !symbols.containsKey(beat(line.get(i)))) {
                    int[] sequence = line.subList(from, i).stream().mapToInt(span -> symbols.get(beat(span))).toArray();
                    learner.add(new ContextLearner.Sequence(sequence, from == 0, i == line.size()));
                    from = i + 1;
                }
            }
            for (Span span : line) {
                bars += (double) span.length() / bar;
                onsets += span.rest() ? 0 : 1;
                if (symbols.containsKey(beat(span))) {
                    phrase.see(phrase(span.start()), symbols.get(beat(span)));
                }
            }
        }
        onsets /= Math.max(1, bars);
        graph = learner.graph();
        leaning = phrase.factors(power);
    }

    /** Learns from lines, each without gaps. */
    public static RhythmStyle learn(Metre metre, List<List<Span>> lines, int order, boolean views) {
        return new RhythmStyle(metre, lines, Set.of(), order, 0.8, views);
    }

    /** The same with beats that it may never have seen, and ways on from them to the next beat and bar. */
    public RhythmStyle with(List<Beat> more) {
        Set<Beat> added = new LinkedHashSet<>(more);
        int beat = Slots.of(metre.beat());
        for (Beat each : more) {
            for (int place : new int[] {each.place(), (each.place() + each.length()) % bar()}) {
                int toBeat = beat - place % beat;
                added.add(new Beat(place, toBeat, true));
                added.add(new Beat(place, toBeat, false));
                added.add(new Beat(place, bar() - place, true));
            }
            // And a way from the beat before to where it begins.
            int before = each.place() / beat * beat;
            if (before < each.place()) {
                added.add(new Beat(before, each.place() - before, true));
                added.add(new Beat(before, each.place() - before, false));
            }
        }
        return symbols.keySet().containsAll(added) ? this : new RhythmStyle(metre, lines, added, order, power, views);
    }

    private void know(Beat beat) {
        if (symbols.putIfAbsent(beat, beats.size()) == null) {
            beats.add(beat);
        }
    }

    private Alphabet alphabet() {
        java.util.Arrays.fill(classOfPlace, -1);
        int classes = 0;
        int[] classOf = new int[beats.size()];
        int[] nextClass = new int[beats.size()];
        for (int each = 0; each < beats.size(); each++) {
            int place = beats.get(each).place();
            int next = (place + beats.get(each).length()) % bar();
            classes = open(place, classes);
            classes = open(next, classes);
            classOf[each] = classOfPlace[place];
            nextClass[each] = classOfPlace[next];
        }
        classes = open(0, classes);
        return new Alphabet(classOf, nextClass, classes);
    }

    private int open(int place, int classes) {
        if (classOfPlace[place] < 0) {
            classOfPlace[place] = classes;
            return classes + 1;
        }
        return classes;
    }

    /** How onsets must be favoured to come at a rate, worked out once. */
    synchronized double tilt(double rate, int least, int most, double odds, DoubleSupplier working) {
        String name = rate + " " + least + " " + most + " " + odds;
        Double known = tilts.get(name);
        if (known == null) {
            known = working.getAsDouble();
            tilts.put(name, known);
        }
        return known;
    }

    /** Whether anything was learned. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public ContextGraph graph() {
        return graph;
    }

    /** Slots of a bar. */
    public int bar() {
        return Slots.of(metre.bar());
    }

    /** Slots of a beat. */
    int beat() {
        return Slots.of(metre.beat());
    }

    /** The beats by symbol. */
    public List<Beat> beats() {
        return beats;
    }

    /** The symbol of a span, −1 if nothing like it is known. */
    public int symbol(Span span) {
        return symbols.getOrDefault(beat(span), -1);
    }

    public Beat beat(Span span) {
        return new Beat(Math.floorMod(span.start(), bar()), span.length(), span.rest());
    }

    /** For each symbol its length in slots. */
    public int[] lengths() {
        return length;
    }

    /** Onsets a bar, on average. */
    public double onsets() {
        return onsets;
    }

    /** For each level of some bars its class, and that of the end. */
    public int[] levels(int bars) {
        int[] classes = new int[bars * bar() + 1];
        for (int level = 0; level < classes.length; level++) {
            classes[level] = classOfPlace[level % bar()];
        }
        return classes;
    }

    /** How the style leans by the bar of the phrase. */
    public Field phrases(int firstBar) {
        return (level, symbol) -> leaning[phrase(firstBar * bar() + level)][symbol];
    }

    private int phrase(int slot) {
        return Math.floorMod(Math.floorDiv(slot, bar()), PHRASE);
    }

    /** The sequence of symbols of a line that has no gaps, or null if it has symbols that aren't known. */
    public int[] symbols(List<Span> line) {
        return line.stream().mapToInt(this::symbol).toArray();
    }

    /** The spans that drawn symbols stand for. */
    public List<Span> spans(int[] drawn) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (int symbol : drawn) {
            spans.add(new Span(at, length[symbol], beats.get(symbol).rest()));
            at += length[symbol];
        }
        return spans;
    }
}
