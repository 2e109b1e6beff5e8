package studio.tutti.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.assistant.flowmachines.FlowMachine;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.Palette;
import studio.tutti.assistant.flowmachines.ShippedPalettes;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/**
 * {@code tutti bench flow}: how long Flow Machines take. Times are those that the one thread had of its processor, so that a busy machine
 * measures nearly the same.
 */
@Command(name = "flow", description = "Lead sheets of 32 bars, of 16 to 512 bars, and learning from hundreds of songs.", mixinStandardHelpOptions = true)
public final class FlowBenchmark implements Callable<Integer> {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM = 10;

    @Option(names = "--runs", defaultValue = "40", description = "Lead sheets of 32 bars (default: ${DEFAULT-VALUE}).")
    int runs;

    @Override
    public Integer call() throws Unsatisfiable {
        Figures figures = new Figures();
        // The palettes overlap: each song counts once.
        Set<LeadSheet> distinct = new LinkedHashSet<>();
        for (String name : List.of("standards", "twenties", "tin-pan-alley", "before-1900", "stage-and-film", "folk-songs", "hymns-and-carols", "waltzes")) {
            distinct.addAll(ShippedPalettes.find(name).orElseThrow().sheets());
        }
        List<LeadSheet> songs = new ArrayList<>(distinct);
        List<LeadSheet> many = songs.subList(0, Math.min(400, songs.size()));
        Palette standards = ShippedPalettes.find("standards").orElseThrow();
        long begin = THREADS.getCurrentThreadCpuTime();
        Palette learned = Palette.learn(standards.card(), many);
        FlowMachine.of(learned).compose(FlowRequest.of(8, Key.C, Metre.COMMON), 1);
        FlowMachine.of(learned).compose(FlowRequest.of(8, new Key(0, true), new Metre(3, 4)), 1);
        figures.add("learn_songs", many.size()).add("learn_and_first_two_sheets_cold_ms", since(begin));
        begin = THREADS.getCurrentThreadCpuTime();
        learned = read(Palette.learn(standards.card(), many));
        FlowMachine.of(learned).compose(FlowRequest.of(8, Key.C, Metre.COMMON), 1);
        FlowMachine.of(learned).compose(FlowRequest.of(8, new Key(0, true), new Metre(3, 4)), 1);
        figures.add("learn_and_first_two_sheets_warm_ms", since(begin));
        for (String name : List.of("standards", "charts-seventies")) {
            FlowMachine machine = FlowMachine.of(ShippedPalettes.find(name).orElseThrow());
            double[] times = new double[runs];
            for (int run = -WARM; run < runs; run++) {
                begin = THREADS.getCurrentThreadCpuTime();
                machine.compose(FlowRequest.of(32, Key.C, Metre.COMMON), run);
                if (run >= 0) {
                    times[run] = since(begin);
                }
            }
            Arrays.sort(times);
            figures.add(name + "_32_bars_p50_ms", times[runs / 2]).add(name + "_32_bars_p95_ms", times[(int) Math.ceil(runs * 0.95) - 1]);
        }
        FlowMachine machine = FlowMachine.of(standards);
        for (int bars = 16; bars <= 512; bars *= 2) {
            double[] times = new double[3];
            for (int run = 0; run < times.length; run++) {
                begin = THREADS.getCurrentThreadCpuTime();
                machine.compose(FlowRequest.of(bars, Key.C, Metre.COMMON).withFreedom(0.5, 0, 0), run);
                times[run] = since(begin);
            }
            double middle = Figures.median(times);
            figures.add("bars_" + bars + "_ms", middle).add("bars_" + bars + "_ms_a_bar", middle / bars);
        }
        System.out.println(figures);
        return 0;
    }

    private static Palette read(Palette palette) {
        try {
            return Palette.read(palette.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static double since(long begin) {
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    }
}
