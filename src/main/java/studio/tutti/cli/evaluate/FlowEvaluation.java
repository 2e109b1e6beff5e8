package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.assistant.flowmachines.FlowMachine;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Likelihood;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.Palette;
import studio.tutti.assistant.flowmachines.ShippedPalettes;
import studio.tutti.assistant.flowmachines.Unsatisfiable;
import studio.tutti.cli.palettes.Corpora;
import studio.tutti.cli.palettes.CorpusSong;
import studio.tutti.cli.palettes.PalettePlan;
import studio.tutti.cli.palettes.Split;

/** {@code tutti evaluate flow}: how well the palettes foresee songs that they have not learned from, and what is made with them. */
@Command(
        name = "flow",
        description = "Likelihood of held-out songs by palette, telling palettes apart, and generated lead sheets beside the corpus's own.",
        mixinStandardHelpOptions = true)
public final class FlowEvaluation implements Callable<Integer> {

    private static final int SHEETS = 20;
    private static final int BARS = 16;

    @Option(names = "--data", required = true, description = "A folder with the packs, as zip or unpacked.")
    Path data;

    @Option(names = "--split", defaultValue = "test", description = "The songs to measure: test or validation.")
    String split;

    @Option(names = "--parts", split = ",", defaultValue = "likelihood,nearest,apart,made", description = "What to measure (default: ${DEFAULT-VALUE}).")
    List<String> parts;

    @Option(names = "--palettes", split = ",", description = "Only these palettes.")
    @Nullable List<String> only;

    @Option(names = "--json", description = "Print a JSON object a line.")
    boolean json;

    @Spec
    CommandSpec spec;

    private boolean pass = true;

    @Override
    public Integer call() throws Exception {
        Split wanted = Split.valueOf(split.toUpperCase(Locale.ROOT));
        Map<String, List<LeadSheet>> held = held(wanted);
        for (PalettePlan plan : PalettePlan.ALL) {
            if (parts.contains("likelihood") && wanted(plan)) {
                likelihood(plan.name(), held.get(plan.name()));
            }
        }
        if (parts.contains("nearest")) {
            Map<String, List<LeadSheet>> others = held(wanted == Split.TEST ? Split.VALIDATION : Split.TRAIN);
            nearest("chords", Likelihood.Part.CHORDS, held, others, false);
            nearest("melody", Likelihood.Part.MELODY, held, others, true);
        }
        if (parts.contains("apart")) {
            apart("twenties", "before-1900", held);
            apart("waltzes", "charts-eighties", held);
            apart("rock-classics", "standards", held);
        }
        for (PalettePlan plan : PalettePlan.ALL) {
            if (parts.contains("made") && wanted(plan)) {
                made(plan.name());
            }
        }
        return pass ? 0 : 1;
    }

    private Map<String, List<LeadSheet>> held(Split wanted) throws IOException {
        Map<String, List<LeadSheet>> held = new LinkedHashMap<>();
        Map<Corpora, List<CorpusSong>> read = new EnumMap<>(Corpora.class);
        for (PalettePlan plan : PalettePlan.ALL) {
            if (!read.containsKey(plan.corpus())) {
                read.put(plan.corpus(), plan.corpus().songs(data, wanted));
            }
            held.put(plan.name(), plan.of(read.get(plan.corpus())));
        }
        return held;
    }

    /** Which of all palettes the songs are nearest to; those on the beat have the songs of the bands once more and are left out. */
    private void nearest(String what, Likelihood.Part part, Map<String, List<LeadSheet>> held, Map<String, List<LeadSheet>> others, boolean sung) {
        Map<String, Palette> palettes = new LinkedHashMap<>();
        Map<String, List<LeadSheet>> asked = new LinkedHashMap<>();
        List<LeadSheet> usual = new ArrayList<>();
        for (PalettePlan plan : PalettePlan.ALL) {
            if (!plan.name().equals(PalettePlan.BEAT_BASSES) && (!sung || plan.melodyFrom().isEmpty())) {
                palettes.put(plan.name(), ShippedPalettes.find(plan.name()).orElseThrow());
                asked.put(plan.name(), held.get(plan.name()));
                usual.addAll(others.get(plan.name()));
            }
        }
        NearestPalette.Result result = new NearestPalette(part, palettes, usual).over(asked);
        spec.commandLine().getOut().printf(Locale.ROOT, json ? "{\"nearest\": \"%s\", \"palettes\": %d, \"right\": %d, \"songs\": %d, \"chance\": %.4f}%n"
                : "     nearest of all by %s: of %d palettes, %d of %d songs, chance %.3f%n", what, palettes.size(), result.right(), result.songs(), result.chance());
        // Above what guessing reaches once in a hundred times.
        double guessed = result.chance() + 2.33 * Math.sqrt(result.chance() * (1 - result.chance()) / result.songs());
        tell(new Gate("flow.nearest." + what, result.share(), guessed, 1, result.chance(), result.songs()));
    }

    private boolean wanted(PalettePlan plan) {
        return only == null || only.contains(plan.name());
    }

    private void tell(Gate gate) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? gate.json() : gate.line());
        out.flush();
        pass &= gate.pass();
    }

    /** Geometric mean of the probability of an event, as a share of that in a plain chain of the first order. */
    private void likelihood(String name, List<LeadSheet> songs) {
        Palette palette = ShippedPalettes.find(name).orElseThrow();
        Map<Likelihood.Part, Likelihood.Sum> plain = Likelihood.of(palette.sheets(), songs, Likelihood.Model.FIRST_ORDER);
        Map<Likelihood.Part, Likelihood.Sum> contexts = Likelihood.of(palette.sheets(), songs, new Likelihood.Model(Likelihood.Model.FULL.order(), true, false));
        Map<Likelihood.Part, Likelihood.Sum> full = Likelihood.of(palette.sheets(), songs, Likelihood.Model.FULL);
        double nats = 0;
        double without = 0;
        double before = 0;
        int events = 0;
        for (Likelihood.Part part : full.keySet()) {
            Likelihood.Sum sum = full.get(part);
            nats += sum.nats();
            without += contexts.get(part).nats();
            before += plain.get(part).nats();
            events += sum.events();
            spec.commandLine().getOut().printf(Locale.ROOT,
                    json ? "{\"palette\": \"%s\", \"part\": \"%s\", \"events\": %d, \"bits\": %.4f, \"bits_without_motifs\": %.4f, \"bits_first_order\": %.4f}%n"
                            : "     %s %s: %d events, %.3f bits each; without motifs %.3f, first order %.3f%n",
                    name, part.name().toLowerCase(Locale.ROOT), sum.events(), bits(sum), bits(contexts.get(part)), bits(plain.get(part)));
        }
        if (events > 0) {
            tell(new Gate("flow.likelihood." + name, Math.exp((nats - before) / events), 1.10, 100, 1.0, songs.size()));
            spec.commandLine().getOut().printf(Locale.ROOT, json ? "{\"palette\": \"%s\", \"ratio_without_motifs\": %.4f}%n" : "     %s without motifs: %.3f%n",
                    name, Math.exp((without - before) / events));
        }
    }

    private static double bits(Likelihood.Sum sum) {
        return -sum.nats() / sum.events() / Math.log(2);
    }

    /** Whether songs are more probable in their own palette than in another, by their chords; chance is a half. */
    private void apart(String one, String other, Map<String, List<LeadSheet>> held) {
        int right = 0;
        int all = 0;
        for (String name : List.of(one, other)) {
            Palette own = ShippedPalettes.find(name).orElseThrow();
            Palette wrong = ShippedPalettes.find(name.equals(one) ? other : one).orElseThrow();
            for (LeadSheet song : held.get(name)) {
                double here = chords(own, song);
                double there = chords(wrong, song);
                right += here > there ? 1 : 0;
                all++;
            }
        }
        tell(new Gate("flow.apart." + one + "." + other, (double) right / all, 0.65, 1, 0.5, all));
    }

    private final Map<String, Likelihood> styles = new LinkedHashMap<>();

    private double chords(Palette palette, LeadSheet song) {
        Likelihood style = styles.computeIfAbsent(palette.card().name(), name -> new Likelihood(palette.sheets(), Likelihood.Model.FULL));
        Likelihood.Sum sum = style.of(song).get(Likelihood.Part.CHORDS);
        return sum == null ? Double.NEGATIVE_INFINITY : sum.nats() / sum.events();
    }

    private void made(String name) throws IOException, Unsatisfiable {
        Palette palette = ShippedPalettes.find(name).orElseThrow();
        Metre metre = name.equals("waltzes") ? new Metre(3, 4) : Metre.COMMON;
        FlowMachine machine = FlowMachine.of(palette);
        List<LeadSheet> made = new ArrayList<>();
        for (int seed = 1; seed <= SHEETS; seed++) {
            made.add(machine.compose(FlowRequest.of(BARS, Key.C, metre), seed));
        }
        Palette sings = palette.card().melodyFrom().isEmpty() ? palette : ShippedPalettes.find(palette.card().melodyFrom()).orElseThrow();
        SheetFigures own = SheetFigures.of(SheetFigures.first(sings.sheets(), BARS)).withChords(SheetFigures.of(palette.sheets()));
        SheetFigures ours = SheetFigures.of(made);
        spec.commandLine().getOut().printf("     %s made: %s%n     %s learned from, first %d bars of each: %s%n", name, ours, name, BARS, own);
        tell(new Gate("flow.chord-tones." + name, ours.strongChordTones(), own.strongChordTones() - 0.10, 1, own.strongChordTones(), SHEETS));
    }
}
