package studio.tutti.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Colour;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.TruePeakLimiter;
import studio.tutti.mastering.multibandphase.MultibandPhase;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.resonanceeq.ResonanceEq;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

/**
 * {@code tutti bench tools}: how much faster than real time each audio tool works offline, listening and making together, in processor time of
 * one thread; stereo in memory, decaying tones over noise.
 */
@Command(name = "tools", description = "How fast each audio tool is offline, as a multiple of real time, and its memory.", mixinStandardHelpOptions = true)
public final class ToolsBenchmark implements Callable<Integer> {

    @Option(names = "--rate", defaultValue = "44100", description = "Frames a second (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--seconds", defaultValue = "30", description = "Seconds of sound (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(names = "--runs", defaultValue = "5", description = "How often; the median is told (default: ${DEFAULT-VALUE}).")
    int runs;

    @Option(names = "--only", defaultValue = "", description = "Only the tools whose names begin like this.")
    String only;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Figures figures = new Figures();

    /** One tool on one recording. */
    private interface Tool {
        Recording apply(Recording in) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        Recording song = music(1, 1);
        Recording reference = music(2, 0.4);
        figures.add("rate", rate).add("seconds", seconds);
        measure("profile_eq", in -> ProfileEq.match(in, reference, ProfileEq.Settings.USUAL).sound(), song);
        measure("resonance_eq_soothe", in -> ResonanceEq.apply(in, -1).sound(), song);
        measure("resonance_eq_emphasise", in -> ResonanceEq.apply(in, 1).sound(), song);
        measure("multiband_phase", in -> MultibandPhase.channels(in).sound(), song);
        measure("xspecmatch", in -> XSpecMatch.match(in, reference, XSpecMatch.Settings.USUAL), song);
        measure("limit", in -> TruePeakLimiter.apply(in, 9, -1), song);
        measure("master", in -> Mastering.apply(in, reference, new Mastering.Settings(-11.0, -1)).sound(), song);
        measure("master_three_bands", in -> Mastering.apply(in, reference,
                new Mastering.Settings(-11.0, -1, new Colour(2, true, 110, 0))).sound(), song);
        measure("master_saturated", in -> Mastering.apply(in, reference,
                new Mastering.Settings(-11.0, -1, new Colour(1, false, 100, 3))).sound(), song);
        measure("master_profile", in -> Mastering.apply(in, null, new Mastering.Settings(-11.0, -1, Colour.NONE, Profile.PINK)).sound(), song);
        measure("loudness", in -> {
            Loudness.of(in);
            return in;
        }, song);
        System.out.println(figures);
        return 0;
    }

    private void measure(String name, Tool tool, Recording song) throws IOException {
        if (!name.startsWith(only)) {
            return;
        }
        double[] spent = new double[runs];
        for (int run = -1; run < runs; run++) {
            System.gc();
            long before = used(false);
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            long began = threads.getCurrentThreadCpuTime();
            drain(tool.apply(song));
            if (run >= 0) {
                spent[run] = (threads.getCurrentThreadCpuTime() - began) * 1e-9;
            }
            if (run == runs - 1) {
                figures.add(name + "_heap_mb_at_most", Math.rint((used(true) - before) / 1e6));
            }
        }
        figures.add(name + "_times_real_time", Math.rint(seconds / Figures.median(spent)));
    }

    private static long used(boolean peak) {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                sum += peak ? pool.getPeakUsage().getUsed() : pool.getUsage().getUsed();
            }
        }
        return sum;
    }

    private static void drain(Recording sound) throws IOException {
        try (AudioSource source = sound.play()) {
            float[][] block = new float[source.channels()][4096];
            int some;
            do {
                some = source.read(block, 0, 4096);
            } while (some >= 0);
        }
    }

    /** A row of tones that decay, over noise whose treble is as strong as said; the right channel is a little late and softer. */
    private Recording music(long seed, double treble) {
        Random random = new Random(seed);
        float[][] sound = new float[2][seconds * rate];
        double last = 0;
        double phase = 0;
        double hertz = 220;
        double level = 0;
        for (int i = 0; i < sound[0].length; i++) {
            if (i % (rate / 4) == 0) {
                hertz = 110 * Math.pow(2, random.nextInt(36) / 12.0);
                level = 0.3;
            }
            phase += 2 * Math.PI * hertz / rate;
            level *= 1 - 4.0 / rate;
            double white = random.nextGaussian() * 0.05;
            last += 0.2 * (white - last);
            double value = level * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(5 * phase)) + last + treble * white;
            sound[0][i] = (float) value;
            sound[1][i] = (float) (0.8 * (i < 20 ? 0 : sound[0][i - 20]) + 0.01 * random.nextGaussian());
        }
        return Recording.of(rate, sound);
    }
}
