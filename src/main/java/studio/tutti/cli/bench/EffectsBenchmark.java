package studio.tutti.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.core.dsp.LoudnessMeter;
import studio.tutti.core.dsp.PeakMeter;
import studio.tutti.core.dsp.SpectrumAnalyser;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Equaliser;

/**
 * {@code tutti bench effects}: how much faster than real time each effect and meter works on stereo noise, in processor time of one
 * thread. The equaliser has six bands turned up, the others stand at their initial values but for a gain that makes them work.
 */
@Command(name = "effects", description = "How fast each effect and meter is, as a multiple of real time.", mixinStandardHelpOptions = true)
public final class EffectsBenchmark implements Callable<Integer> {

    private static final int CELLS = 256;

    @Option(names = "--rate", defaultValue = "48000", description = "Frames a second (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "Seconds of sound in a run (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(names = "--runs", defaultValue = "5", description = "How often; the median is told (default: ${DEFAULT-VALUE}).")
    int runs;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[][] noise = new double[2][CELLS * Effect.CELL];
    private final double[] left = new double[Effect.CELL];
    private final double[] right = new double[Effect.CELL];
    private final Figures figures = new Figures();

    /** What takes a cell of sound. */
    private interface Listener {
        void hear(double[] left, double[] right);
    }

    @Override
    public Integer call() {
        Random random = new Random(1);
        for (double[] channel : noise) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = random.nextDouble() - 0.5;
            }
        }
        figures.add("rate", rate).add("seconds", seconds);
        for (EffectType type : EffectType.values()) {
            Effect effect = type.make();
            turnUp(type, effect);
            effect.prepare(rate);
            measure(type.id(), (l, r) -> effect.process(l, r, l, r, 0, Effect.CELL));
        }
        LoudnessMeter loudness = new LoudnessMeter(rate);
        measure("loudness_meter", (l, r) -> loudness.hear(l, r, 0, Effect.CELL));
        PeakMeter peaks = new PeakMeter();
        measure("true_peak_meter", (l, r) -> peaks.hear(l, r, 0, Effect.CELL));
        SpectrumAnalyser spectrum = new SpectrumAnalyser(rate);
        measure("spectrum_20_a_second", new Listener() {
            private int frames;

            @Override
            public void hear(double[] l, double[] r) {
                spectrum.hear(l, r, 0, Effect.CELL);
                frames += Effect.CELL;
                if (frames >= rate / 20) {
                    frames = 0;
                    spectrum.analyse();
                }
            }
        });
        System.out.println(figures);
        return 0;
    }

    /** Sets an effect so that it has work to do. */
    static void turnUp(EffectType type, Effect effect) {
        switch (type) {
            case EQUALISER -> {
                for (int band = 1; band < Equaliser.BANDS - 1; band++) {
                    effect.set(band * Equaliser.BAND + Equaliser.GAIN, band % 2 == 0 ? 3 : -4);
                }
            }
            case LIMITER -> effect.set(effect.parameter("gain"), 9);
            case COMPRESSOR -> effect.set(effect.parameter("threshold"), -30);
            case PROFILE_EQ -> effect.set(effect.parameter("amount"), 100);
            case RESONANCE_EQ -> effect.set(effect.parameter("amount"), 1);
            case MULTIBAND_PHASE -> {
                effect.set(effect.parameter("repair"), 1);
                effect.set(effect.parameter("invert"), 1);
            }
            case XSPECMATCH -> effect.set(effect.parameter("side-chain"), 1);
            default -> {
            }
        }
    }

    private void measure(String name, Listener listener) {
        double[] spent = new double[runs];
        for (int run = -2; run < runs; run++) {
            long began = threads.getCurrentThreadCpuTime();
            long cells = (long) seconds * rate / Effect.CELL;
            for (long cell = 0; cell < cells; cell++) {
                int from = (int) (cell % CELLS) * Effect.CELL;
                System.arraycopy(noise[0], from, left, 0, Effect.CELL);
                System.arraycopy(noise[1], from, right, 0, Effect.CELL);
                listener.hear(left, right);
            }
            if (run >= 0) {
                spent[run] = (threads.getCurrentThreadCpuTime() - began) * 1e-9;
            }
        }
        figures.add(name + "_times_real_time", Math.rint(seconds / Figures.median(spent)));
    }
}
