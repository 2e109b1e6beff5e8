package studio.tutti.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.exchange.DemoSong;
import studio.tutti.exchange.SongReader;
import studio.tutti.library.Instruments;

/**
 * {@code tutti bench engine}: how much faster than real time the engine plays a song on one thread and, where it is installed,
 * fluidsynth in turns with it, with the same SoundFont, without its reverb and chorus; and what 64 held voices take of a block.
 */
@Command(name = "engine", description = "How fast the engine plays, beside fluidsynth where that is installed.",
        mixinStandardHelpOptions = true)
public final class EngineBenchmark implements Callable<Integer> {

    private static final int BLOCK = HeldVoices.BLOCK;

    @Option(names = "--song", description = "A .mid or .tutti file (default: the demo song).")
    @Nullable Path song;

    @Option(names = "--rate", defaultValue = "48000", description = "Frames a second (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--runs", defaultValue = "3", description = "How often, taking turns; the median is told (default: ${DEFAULT-VALUE}).")
    int runs;

    @Option(names = "--page", description = "Also the page's builds of the engine, in a worker of headless Chromium.")
    boolean page;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Instruments instruments = new Instruments();
    private int voices;
    private double meanVoices;
    private double worstBlock;

    @Override
    public Integer call() throws Exception {
        Arrangement arrangement = song == null ? DemoSong.song().arrangement() : SongReader.read(song).arrangement();
        Score score = ScoreCompiler.compile(arrangement, rate);
        double seconds = (double) score.length() / rate;
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        double[] ratio = new double[runs];
        MachineLoad load = new MachineLoad();
        play(score);
        try (Fluidsynth fluidsynth = new Fluidsynth(arrangement, rate)) {
            for (int run = 0; run < runs; run++) {
                ours[run] = play(score);
                theirs[run] = fluidsynth.play();
                ratio[run] = theirs[run] / ours[run];
            }
        }
        Figures figures = new Figures().add("rate", rate).add("seconds", seconds).add("events", score.events())
                .add("most_voices", voices).add("mean_voices", meanVoices).add("block_frames", BLOCK)
                .add("times_real_time", seconds / Figures.median(ours))
                .add("share_of_a_core_percent", 100 * Figures.median(ours) / seconds)
                .add("slowest_block_ms", worstBlock);
        if (theirs[0] > 0) {
            figures.add("fluidsynth_times_real_time", seconds / Figures.median(theirs))
                    .add("times_fluidsynth", Figures.median(ratio));
        }
        HeldVoices.measure(instruments, rate, figures);
        if (page) {
            PageEngine pageEngine = new PageEngine(ScoreCompiler.compile(arrangement, 48_000), instruments);
            pageEngine.measure("wasm", figures);
            pageEngine.measure("js", figures);
        }
        System.out.println(figures.add("busy_processors", load.processors()));
        return 0;
    }

    /** Seconds of processor time that playing the score takes. */
    private double play(Score score) throws IOException {
        Engine engine = new Engine(rate);
        engine.score(score);
        for (int address : engine.missing()) {
            engine.addPreset(instruments.preset(address / 128, address % 128), address);
        }
        engine.play();
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        worstBlock = 0;
        long sounding = 0;
        long began = threads.getCurrentThreadCpuTime();
        for (long at = 0; at < score.length(); at += BLOCK) {
            long block = System.nanoTime();
            engine.render(left, right, 0, BLOCK);
            worstBlock = Math.max(worstBlock, (System.nanoTime() - block) * 1e-6);
            voices = Math.max(voices, engine.voices());
            sounding += engine.voices();
        }
        double spent = (threads.getCurrentThreadCpuTime() - began) * 1e-9;
        meanVoices = (double) sounding * BLOCK / score.length();
        return spent;
    }
}
