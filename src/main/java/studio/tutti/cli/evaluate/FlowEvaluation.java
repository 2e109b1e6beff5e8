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

    private static final int ORDER = 4;
    private static final int SHEETS = 20;

    @Option(names = "--data", required = true, description = "A folder with the packs, as zip or unpacked.")
    Path data;

    @Option(names = "--split", defaultValue = "test", description = "The songs to measure: test or validation.")
    String split;

    @Option(names = "--json", description = "Print a JSON object a line.")
    boolean json;

    @Spec
    CommandSpec spec;

    private boolean pass = true;

    @Override
    public Integer call() throws Exception {
        Split wanted = Split.valueOf(split.toUpperCase(Locale.ROOT));
        Map<String, List<LeadSheet>> held = new LinkedHashMap<>();
        Map<Corpora, List<CorpusSong>> read = new EnumMap<>(Corpora.class);
        for (PalettePlan plan : PalettePlan.ALL) {
            if (!read.containsKey(plan.corpus())) {
                read.put(plan.corpus(), plan.corpus().songs(data, wanted));
            }
            held.put(plan.name(), plan.of(read.get(plan.corpus())));
        }
        for (PalettePlan plan : PalettePlan.ALL) {
            likelihood(plan.name(), held.get(plan.name()));
        }
        apart("twenties", "before-1900", held);
        apart("waltzes", "charts-eighties", held);
        apart("rock-classics", "standards", held);
        for (PalettePlan plan : PalettePlan.ALL) {
            made(plan.name());
        }
        return pass ? 0 : 1;
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
        Map<Likelihood.Part, Likelihood.Sum> plain = Likelihood.of(palette.sheets(), songs, 1, false);
        Map<Likelihood.Part, Likelihood.Sum> same = Likelihood.of(palette.sheets(), songs, 1, true);
        Map<Likelihood.Part, Likelihood.Sum> full = Likelihood.of(palette.sheets(), songs, ORDER, true);
        double nats = 0;
        double before = 0;
        int events = 0;
        for (Likelihood.Part part : full.keySet()) {
            Likelihood.Sum sum = full.get(part);
            nats += sum.nats();
            before += plain.get(part).nats();
            events += sum.events();
            spec.commandLine().getOut().printf(Locale.ROOT,
                    json ? "{\"palette\": \"%s\", \"part\": \"%s\", \"events\": %d, \"bits\": %.4f, \"bits_first_order\": %.4f, \"bits_first_order_with_views\": %.4f}%n"
                            : "     %s %s: %d events, %.3f bits each; first order %.3f, with its second look %.3f%n",
                    name, part.name().toLowerCase(Locale.ROOT), sum.events(), bits(sum), bits(plain.get(part)), bits(same.get(part)));
        }
        if (events > 0) {
            tell(new Gate("flow.likelihood." + name, Math.exp((nats - before) / events), 1.10, 100, 1.0, songs.size()));
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

    private final Map<String, Map<LeadSheet, Double>> known = new LinkedHashMap<>();

    private double chords(Palette palette, LeadSheet song) {
        return known.computeIfAbsent(palette.card().name(), name -> new LinkedHashMap<>()).computeIfAbsent(song, each -> {
            Likelihood.Sum sum = Likelihood.of(palette.sheets(), List.of(each), ORDER, true).get(Likelihood.Part.CHORDS);
            return sum == null ? Double.NEGATIVE_INFINITY : sum.nats() / sum.events();
        });
    }

    private void made(String name) throws IOException, Unsatisfiable {
        Palette palette = ShippedPalettes.find(name).orElseThrow();
        Metre metre = name.equals("waltzes") ? new Metre(3, 4) : Metre.COMMON;
        FlowMachine machine = FlowMachine.of(palette);
        List<LeadSheet> made = new ArrayList<>();
        for (int seed = 1; seed <= SHEETS; seed++) {
            made.add(machine.compose(FlowRequest.of(16, Key.C, metre), seed));
        }
        Palette sings = palette.card().melodyFrom().isEmpty() ? palette : ShippedPalettes.find(palette.card().melodyFrom()).orElseThrow();
        SheetFigures own = SheetFigures.of(sings.sheets()).withChords(SheetFigures.of(palette.sheets()));
        SheetFigures ours = SheetFigures.of(made);
        spec.commandLine().getOut().printf("     %s made: %s%n     %s learned from: %s%n", name, ours, name, own);
        tell(new Gate("flow.chord-tones." + name, ours.strongChordTones(), own.strongChordTones() - 0.10, 1, own.strongChordTones(), SHEETS));
    }
}
