package studio.tutti.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.exchange.DemoSong;
import studio.tutti.exchange.MediaSource;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongWriter;
import studio.tutti.library.Instruments;

/**
 * {@code tutti bench engine}: how much faster than real time the engine plays a song on one thread, and, where it is installed,
 * fluidsynth beside it with the same SoundFont, without its reverb and chorus.
 */
@Command(name = "engine", description = "How fast the engine plays, beside fluidsynth where that is installed.",
        mixinStandardHelpOptions = true)
public final class EngineBenchmark implements Callable<Integer> {

    private static final int BLOCK = 128;

    @Option(names = "--song", description = "A .mid or .tutti file (default: the demo song).")
    @Nullable Path song;

    @Option(names = "--rate", defaultValue = "48000", description = "Frames a second (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--runs", defaultValue = "3", description = "How often; the median is told (default: ${DEFAULT-VALUE}).")
    int runs;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Instruments instruments = new Instruments();
    private int voices;
    private double worstBlock;

    @Override
    public Integer call() throws Exception {
        Arrangement arrangement = song == null ? DemoSong.song().arrangement() : SongReader.read(song).arrangement();
        Score score = ScoreCompiler.compile(arrangement, rate);
        double seconds = (double) score.length() / rate;
        double[] cpu = new double[runs];
        for (int run = -1; run < runs; run++) {
            double spent = play(score);
            if (run >= 0) {
                cpu[run] = spent;
            }
        }
        Figures figures = new Figures().add("rate", rate).add("seconds", seconds).add("events", score.events())
                .add("most_voices", voices).add("block_frames", BLOCK)
                .add("times_real_time", seconds / Figures.median(cpu))
                .add("share_of_a_core_percent", 100 * Figures.median(cpu) / seconds)
                .add("slowest_block_ms", worstBlock);
        double other = fluidsynth(arrangement);
        if (other > 0) {
            figures.add("fluidsynth_times_real_time", seconds / other);
        }
        System.out.println(figures);
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
        long began = threads.getCurrentThreadCpuTime();
        for (long at = 0; at < score.length(); at += BLOCK) {
            long block = System.nanoTime();
            engine.render(left, right, 0, BLOCK);
            worstBlock = Math.max(worstBlock, (System.nanoTime() - block) * 1e-6);
            voices = Math.max(voices, engine.voices());
        }
        return (threads.getCurrentThreadCpuTime() - began) * 1e-9;
    }

    /** Seconds of processor time that fluidsynth takes for the same song, its loading taken off; 0 without it. */
    private double fluidsynth(Arrangement arrangement) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tutti-bench");
        try {
            Path font = folder.resolve("bank.sf3");
            try (var stream = EngineBenchmark.class.getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
                Files.copy(java.util.Objects.requireNonNull(stream), font);
            }
            Path midi = folder.resolve("song.mid");
            SongWriter.write(arrangement, MediaSource.NONE, midi);
            Path silence = folder.resolve("silence.mid");
            SongWriter.write(new Arrangement(), MediaSource.NONE, silence);
            double loading = run(folder, font, silence);
            double whole = run(folder, font, midi);
            return loading < 0 || whole < 0 ? 0 : whole - loading;
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private double run(Path folder, Path font, Path midi) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of("fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-r", "" + rate,
                    "-F", folder.resolve("out.wav").toString(), font.toString(), midi.toString()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            double spent = 0;
            while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
                spent = process.info().totalCpuDuration().map(time -> time.toNanos() * 1e-9).orElse(spent);
            }
            return process.exitValue() == 0 ? spent : -1;
        } catch (IOException absent) {
            return -1;
        }
    }
}
