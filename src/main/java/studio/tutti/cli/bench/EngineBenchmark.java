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
 * fluidsynth in turns with it, with the same SoundFont, without its reverb and chorus; the same for chords that are held, of which both
 * have as many voices; and what 64 held voices take of a block, without inserts and with eight.
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
        MachineLoad load = new MachineLoad();
        Figures figures = new Figures().add("rate", rate).add("block_frames", BLOCK);
        try (Fluidsynth fluidsynth = new Fluidsynth(rate)) {
            compare("song", arrangement, fluidsynth, figures);
            compare("held_song", HeldSong.make(), fluidsynth, figures);
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

    /** Plays in turns with fluidsynth, with its usual interpolation of four points and with its best of seven; this engine has eight. */
    private void compare(String name, Arrangement arrangement, Fluidsynth fluidsynth, Figures figures) throws IOException {
        Score score = ScoreCompiler.compile(arrangement, rate);
        double seconds = (double) score.length() / rate;
        double[] ours = new double[runs];
        double[][] theirs = new double[2][runs];
        double[][] ratio = new double[2][runs];
        Fluidsynth.Played played = fluidsynth.play(arrangement, score.length(), Fluidsynth.FOUR_POINTS);
        play(score);
        for (int run = 0; run < runs; run++) {
            voices = 0;
            ours[run] = play(score);
            theirs[0][run] = fluidsynth.play(arrangement, score.length(), Fluidsynth.FOUR_POINTS).seconds();
            theirs[1][run] = fluidsynth.play(arrangement, score.length(), Fluidsynth.SEVEN_POINTS).seconds();
            ratio[0][run] = theirs[0][run] / ours[run];
            ratio[1][run] = theirs[1][run] / ours[run];
        }
        double spent = Figures.median(ours);
        figures.add(name + "_seconds", seconds).add(name + "_events", score.events())
                .add(name + "_most_voices", voices).add(name + "_mean_voices", meanVoices)
                .add(name + "_times_real_time", seconds / spent)
                .add(name + "_ns_a_frame_and_voice", 1e9 * spent / (meanVoices * score.length()))
                .add(name + "_slowest_block_ms", worstBlock);
        if (played.seconds() > 0) {
            figures.add(name + "_fluidsynth_most_voices", played.most()).add(name + "_fluidsynth_mean_voices", played.mean())
                    .add(name + "_fluidsynth_times_real_time", seconds / Figures.median(theirs[0]))
                    .add(name + "_fluidsynth_ns_a_frame_and_voice", 1e9 * Figures.median(theirs[0]) / (played.mean() * score.length()))
                    .add(name + "_times_fluidsynth", Figures.median(ratio[0]))
                    .add(name + "_times_fluidsynth_of_7_points", Figures.median(ratio[1]));
        }
    }

    /** Seconds of processor time that playing the score takes; counts voices on the way. */
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
