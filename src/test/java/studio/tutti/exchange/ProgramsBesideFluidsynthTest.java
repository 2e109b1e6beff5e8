package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.core.dsp.Fft;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.ScoreBuilder;
import studio.tutti.core.instrument.Preset;
import studio.tutti.library.Instruments;

/**
 * Every program beside fluidsynth, five keys at two velocities. Both hold a note for a second; pitch is the mean of the phase's course of
 * the strongest partial, level the energy of the stretch. What is measured alike in both need not be the note's musical pitch: only their
 * difference counts.
 */
@DisplayName("128 programs beside fluidsynth")
@EnabledIfSystemProperty(named = "tutti.long", matches = "true", disabledReason = "the long form, with -Dtutti.long=true")
class ProgramsBesideFluidsynthTest {

    private static final int RATE = 44_100;
    private static final int[] KEYS = {36, 48, 60, 72, 84};
    private static final int[] VELOCITIES = {50, 110};
    /** Frames from one note to the next, how long a note is held, and the stretch that is measured. */
    private static final int STEP = 3 * RATE;
    private static final int HELD = RATE;
    private static final int FROM = RATE / 10;
    private static final int LENGTH = 1 << 15;
    private static final Fft FFT = new Fft(LENGTH / 2);
    private static final double[] WINDOW = new double[LENGTH / 2];

    static {
        for (int i = 0; i < WINDOW.length; i++) {
            WINDOW[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW.length);
        }
    }

    @TempDir
    private Path folder;

    private record Measured(int program, int key, int velocity, double decibels, double cents) {}

    @Test
    @DisplayName("are within 2 cents and 1.5 dB of it, but for those that are named with their reason")
    void truth() throws Exception {
        try (InputStream font = getClass().getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
            Files.copy(font, folder.resolve("bank.sf3"));
        }
        Instruments instruments = new Instruments();
        List<Measured> all = new ArrayList<>();
        for (int program = 0; program < 128; program++) {
            double[] ours = ours(instruments, program);
            double[] theirs = theirs(program);
            int note = 0;
            for (int key : KEYS) {
                for (int velocity : VELOCITIES) {
                    int at = note++ * STEP + FROM;
                    double[] a = Arrays.copyOfRange(ours, at, at + LENGTH);
                    double[] b = Arrays.copyOfRange(theirs, at, at + LENGTH);
                    double level = level(a) - level(b);
                    boolean silent = level(a) < -80 && level(b) < -80;
                    all.add(new Measured(program, key, velocity, silent ? 0 : level, silent ? 0 : cents(a, b)));
                }
            }
        }
        double[] levels = all.stream().mapToDouble(Measured::decibels).sorted().toArray();
        double offset = levels[levels.length / 2];
        int off = 0;
        int outOfTune = 0;
        StringBuilder outliers = new StringBuilder();
        for (Measured each : all) {
            boolean loud = Math.abs(each.decibels - offset) > 1.5;
            boolean tune = Math.abs(each.cents) > 2;
            off += loud ? 1 : 0;
            outOfTune += tune ? 1 : 0;
            if (loud || tune) {
                outliers.append(String.format(Locale.ROOT, "%d/%d/%d %+.2f dB %+.2f cents%n", each.program, each.key, each.velocity, each.decibels - offset, each.cents));
            }
        }
        double[] tuned = all.stream().mapToDouble(each -> Math.abs(each.cents)).sorted().toArray();
        double[] even = Arrays.stream(levels).map(each -> Math.abs(each - levels[levels.length / 2])).sorted().toArray();
        System.out.printf("Beside fluidsynth, %d notes: level offset %+.2f dB; %d beyond 1.5 dB, %d beyond 2 cents; half within %.2f dB and %.2f cents, 95 %% within %.2f dB and %.2f cents.%n%s",
                all.size(), offset, off, outOfTune, even[even.length / 2], tuned[tuned.length / 2], even[even.length * 95 / 100], tuned[tuned.length * 95 / 100], outliers);
        assertThat(off).isLessThan(all.size() / 100);
        assertThat(outOfTune).isLessThan(all.size() / 20);
    }

    private static double[] ours(Instruments instruments, int program) throws IOException {
        ScoreBuilder score = new ScoreBuilder(RATE);
        score.step(0, 0, 500_000);
        score.track(1, program, 0, 0, true, false);
        int note = 0;
        for (int key : KEYS) {
            for (int velocity : VELOCITIES) {
                score.note(0, note * STEP, note * STEP + HELD, key, velocity, note++, 0);
            }
        }
        Engine engine = Engine.bare(RATE);
        engine.score(score.build());
        for (int address : engine.missing()) {
            Preset preset = instruments.preset(address / 128, address % 128);
            engine.addPreset(preset, address);
        }
        engine.play();
        int frames = note * STEP;
        float[] left = new float[frames];
        float[] right = new float[frames];
        engine.render(left, right, 0, frames);
        double[] mono = new double[frames];
        for (int i = 0; i < frames; i++) {
            mono[i] = (left[i] + right[i]) / 2;
        }
        return mono;
    }

    private double[] theirs(int program) throws Exception {
        int ticks = 480;
        Sequence sequence = new Sequence(Sequence.PPQ, ticks);
        Track track = sequence.createTrack();
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, program, 0), 0));
        int note = 0;
        for (int key : KEYS) {
            for (int velocity : VELOCITIES) {
                track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, key, velocity), note * 6L * ticks));
                track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, key, 0), note++ * 6L * ticks + 2L * ticks));
            }
        }
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 0, 0), note * 6L * ticks));
        Path midi = folder.resolve("programs.mid");
        MidiSystem.write(sequence, 0, midi.toFile());
        Path wav = folder.resolve("theirs.wav");
        try {
            int exit = new ProcessBuilder("fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-g", "0.31", "-r", "" + RATE, "-O", "float",
                    "-o", "synth.polyphony=256", "-F", wav.toString(), folder.resolve("bank.sf3").toString(), midi.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            assumeTrue(exit == 0, "fluidsynth failed");
        } catch (IOException absent) {
            assumeTrue(false, "fluidsynth is not installed");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (bytes.getInt(at) != 0x61746164) {
            at += 8 + bytes.getInt(at + 4);
        }
        bytes.position(at + 8);
        double[] mono = new double[Math.max(bytes.remaining() / 8, note * STEP)];
        for (int i = 0; bytes.remaining() >= 8; i++) {
            mono[i] = (bytes.getFloat() + bytes.getFloat()) / 2;
        }
        return mono;
    }

    private static double level(double[] sound) {
        double energy = 1e-12;
        for (double each : sound) {
            energy += each * each / sound.length;
        }
        return 10 * Math.log10(energy);
    }

    /** How much higher the first is: the strongest partial of the second, its frequency in both by how its phase goes on. */
    private static double cents(double[] a, double[] b) {
        int half = LENGTH / 2;
        double[] re = new double[half];
        double[] im = new double[half];
        for (int i = 0; i < half; i++) {
            re[i] = b[i] * WINDOW[i];
        }
        FFT.forward(re, im);
        double best = 0;
        int bin = 1;
        for (int k = 20; k < 2000; k++) {
            double power = re[k] * re[k] + im[k] * im[k];
            if (power > best) {
                best = power;
                bin = k;
            }
        }
        return 1200 * Math.log(frequency(a, bin) / frequency(b, bin)) / Math.log(2);
    }

    /** In bins: the phase's step over a quarter of the stretch, of that near a bin. */
    private static double frequency(double[] sound, int bin) {
        int half = LENGTH / 2;
        int hop = half / 8;
        double sumSine = 0;
        double sumCosine = 0;
        double[] before = bin(sound, 0, half, bin);
        for (int at = hop; at + half <= LENGTH; at += hop) {
            double[] now = bin(sound, at, half, bin);
            sumCosine += now[0] * before[0] + now[1] * before[1];
            sumSine += now[1] * before[0] - now[0] * before[1];
            before = now;
        }
        double expected = 2 * Math.PI * bin * hop / half;
        double rest = Math.IEEEremainder(Math.atan2(sumSine, sumCosine) - expected, 2 * Math.PI);
        return bin + rest * half / (2 * Math.PI * hop);
    }

    /** A bin of the spectrum of a windowed stretch. */
    private static double[] bin(double[] sound, int from, int length, int bin) {
        double re = 0;
        double im = 0;
        double step = 2 * Math.PI * bin / length;
        double c = Math.cos(step);
        double s = Math.sin(step);
        double x = 1;
        double y = 0;
        for (int i = 0; i < length; i++) {
            double value = sound[from + i] * WINDOW[i];
            re += value * x;
            im -= value * y;
            double next = x * c - y * s;
            y = x * s + y * c;
            x = next;
        }
        return new double[] {re, im};
    }
}
