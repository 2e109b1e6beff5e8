package studio.tutti.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.exchange.MediaSource;
import studio.tutti.exchange.SongWriter;

/** A song for the fluidsynth that is installed, with the engine's SoundFont, without reverb and chorus; its interpolation as it comes. */
final class Fluidsynth implements AutoCloseable {

    private final Path folder = Files.createTempDirectory("tutti-bench");
    private final Path font = folder.resolve("bank.sf3");
    private final Path midi = folder.resolve("song.mid");
    private final Path silence = folder.resolve("silence.mid");
    private final int rate;

    Fluidsynth(Arrangement arrangement, int rate) throws IOException {
        this.rate = rate;
        try (var stream = Fluidsynth.class.getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
            Files.copy(Objects.requireNonNull(stream), font);
        }
        SongWriter.write(arrangement, MediaSource.NONE, midi);
        SongWriter.write(new Arrangement(), MediaSource.NONE, silence);
    }

    /** Seconds of processor time that it takes for the song, loading taken off; 0 where it is not installed. */
    double play() throws InterruptedException {
        double loading = run(silence);
        double whole = loading < 0 ? -1 : run(midi);
        return whole < 0 ? 0 : whole - loading;
    }

    private double run(Path played) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of("fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-r", "" + rate,
                    "-F", folder.resolve("out.wav").toString(), font.toString(), played.toString()))
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

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
