package studio.tutti.cli.evaluate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import studio.tutti.core.music.BeatHarmony;
import studio.tutti.core.music.ChordDetection;
import studio.tutti.core.music.ChordModel;

/**
 * Fits the numbers of {@link ChordModel}: weights by logistic regression over all roots and qualities (stochastic gradient
 * descent with AdaGrad, Duchi et al., 2011), changes and steps by counting, key profiles by the average of annotated keys.
 * How much the weights count against the changes is tried out on every fifth song, which is left out of the first fit.
 */
final class ChordFit {

    private static final int QUALITIES = ChordModel.QUALITIES.size();
    private static final int NOTHING = 12 * QUALITIES;
    private static final int EPOCHS = 6;
    private static final double RATE = 0.05;
    private static final double DECAY = 1e-6;
    private static final double[] SCALES = {1, 1.5, 2, 3, 4, 6};

    private final List<ChordSong> songs = new ArrayList<>();

    void add(ChordSong song) {
        songs.add(song);
    }

    /** The numbers in hundredths, ready to be laid into the code. */
    String run(PrintWriter log) {
        List<ChordSong> tried = new ArrayList<>();
        List<ChordSong> learned = new ArrayList<>();
        for (int i = 0; i < songs.size(); i++) {
            (i % 5 == 4 ? tried : learned).add(songs.get(i));
        }
        double[] raw = fit(learned, log);
        double best = 0;
        double scale = 1;
        for (double each : SCALES) {
            double share = share(tried, scaled(raw, each));
            log.printf("weights × %.1f: majmin + sevenths %.4f%n", each, share);
            log.flush();
            if (share > best) {
                best = share;
                scale = each;
            }
        }
        double[] numbers = scaled(fit(songs, log), scale);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            text.append(Math.round(numbers[i] * 100)).append(i % 24 == 23 ? '\n' : ' ');
        }
        return text.toString();
    }

    private static double share(List<ChordSong> songs, double[] numbers) {
        ChordModel model = new ChordModel(numbers);
        ChordOverlap.Seconds triads = new ChordOverlap.Seconds(0, 0);
        ChordOverlap.Seconds sevenths = triads;
        for (ChordSong song : songs) {
            List<ChordSong.Stretch> heard = ChordEvaluation.stretches(song, ChordDetection.detect(song.harmony(), model));
            triads = triads.plus(ChordOverlap.MAJMIN.of(song.chords(), heard));
            sevenths = sevenths.plus(ChordOverlap.SEVENTHS.of(song.chords(), heard));
        }
        return triads.share() + sevenths.share();
    }

    private static double[] scaled(double[] numbers, double weights) {
        double[] scaled = numbers.clone();
        for (int i = 0; i < ChordModel.key(0); i++) {
            scaled[i] *= weights;
        }
        return scaled;
    }

    private static double[] fit(List<ChordSong> songs, PrintWriter log) {
        double[] numbers = new double[ChordModel.SIZE];
        keys(songs, numbers);
        changes(songs, numbers);
        double[] squares = new double[ChordModel.SIZE];
        Arrays.fill(squares, 1e-3);
        List<ChordSong> order = new ArrayList<>(songs);
        Random dice = new Random(909);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, dice);
            double loss = 0;
            long beats = 0;
            ChordModel keys = new ChordModel(numbers);
            for (ChordSong song : order) {
                int key = song.key() >= 0 ? song.key() : ChordDetection.key(song.harmony(), keys);
                loss += learn(song, key, numbers, squares);
                beats += song.harmony().count();
            }
            log.printf("epoch %d: %.4f nats a beat%n", epoch + 1, loss / beats);
            log.flush();
        }
        return numbers;
    }

    /** The state that a label is, −1 if it is none of those told apart. */
    private static int state(ChordLabel label) {
        if (label.root() < 0) {
            return NOTHING;
        }
        int tones = label.tones() & ~(1 << 9) | (label.tones() == ChordLabel.bits(0, 3, 6, 9) ? 1 << 9 : 0);
        int plain = tones == ChordLabel.bits(0, 3, 7, 11) ? ChordLabel.MINOR : tones;
        for (int quality = 0; quality < QUALITIES; quality++) {
            if (ChordModel.QUALITIES.get(quality).tones() == plain) {
                return 12 * quality + label.root();
            }
        }
        return -1;
    }

    private static double learn(ChordSong song, int key, double[] numbers, double[] squares) {
        BeatHarmony harmony = song.harmony();
        double[] seen = new double[12 * ChordModel.SIGHTS];
        double[] fits = new double[NOTHING + 1];
        double loss = 0;
        for (int beat = 0; beat < harmony.count(); beat++) {
            int truth = state(song.label(beat));
            if (truth < 0) {
                continue;
            }
            int bar = beat;
            while (bar > 0 && harmony.strength(bar) < 2) {
                bar--;
            }
            int end = beat + 1;
            while (end < harmony.count() && harmony.strength(end) < 2) {
                end++;
            }
            ChordModel.see(harmony, beat, bar, end, seen);
            double most = Double.NEGATIVE_INFINITY;
            for (int state = 0; state <= NOTHING; state++) {
                fits[state] = fit(state, key, harmony.isSilent(beat), numbers, seen);
                most = Math.max(most, fits[state]);
            }
            double sum = 0;
            for (int state = 0; state <= NOTHING; state++) {
                fits[state] = Math.exp(fits[state] - most);
                sum += fits[state];
            }
            loss -= Math.log(fits[truth] / sum);
            for (int state = 0; state <= NOTHING; state++) {
                double wrong = fits[state] / sum - (state == truth ? 1 : 0);
                if (Math.abs(wrong) > 1e-4) {
                    step(state, key, harmony.isSilent(beat), wrong, numbers, squares, seen);
                }
            }
        }
        return loss;
    }

    private static int degree(int state, int key) {
        return 12 * (key / 12) + Math.floorMod(state % 12 - key, 12);
    }

    private static double fit(int state, int key, boolean silent, double[] numbers, double[] seen) {
        if (state == NOTHING) {
            return numbers[ChordModel.nothing() + (silent ? 1 : 0)];
        }
        int weights = ChordModel.weights(state / 12);
        int from = state % 12 * ChordModel.SIGHTS;
        double sum = numbers[weights + ChordModel.SIGHTS + degree(state, key)] + numbers[weights + ChordModel.SIGHTS + ChordModel.DEGREES];
        for (int i = 0; i < ChordModel.SIGHTS; i++) {
            sum += numbers[weights + i] * seen[from + i];
        }
        return sum;
    }

    private static void step(int state, int key, boolean silent, double wrong, double[] numbers, double[] squares, double[] seen) {
        if (state == NOTHING) {
            step(ChordModel.nothing() + (silent ? 1 : 0), wrong, numbers, squares);
            return;
        }
        int weights = ChordModel.weights(state / 12);
        int from = state % 12 * ChordModel.SIGHTS;
        for (int i = 0; i < ChordModel.SIGHTS; i++) {
            if (seen[from + i] != 0) {
                step(weights + i, wrong * seen[from + i], numbers, squares);
            }
        }
        step(weights + ChordModel.SIGHTS + degree(state, key), wrong, numbers, squares);
        step(weights + ChordModel.SIGHTS + ChordModel.DEGREES, wrong, numbers, squares);
    }

    private static void step(int place, double slope, double[] numbers, double[] squares) {
        double whole = slope + DECAY * numbers[place];
        squares[place] += whole * whole;
        numbers[place] -= RATE * whole / Math.sqrt(squares[place]);
    }

    private static void keys(List<ChordSong> songs, double[] numbers) {
        double[][] sums = new double[2][12];
        for (ChordSong song : songs) {
            for (int beat = 0; beat < song.harmony().count() && song.key() >= 0; beat++) {
                for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                    sums[song.key() / 12][Math.floorMod(pitchClass - song.key(), 12)] += song.harmony().chroma(beat, pitchClass);
                }
            }
        }
        for (int mode = 0; mode < 2; mode++) {
            double all = Arrays.stream(sums[mode]).sum();
            for (int degree = 0; degree < 12; degree++) {
                numbers[ChordModel.key(mode) + degree] = Math.log((sums[mode][degree] + 1) / (all + 12));
            }
        }
    }

    private static void changes(List<ChordSong> songs, double[] numbers) {
        double[][] counts = new double[3][2];
        double[][] steps = new double[9][12];
        for (double[] row : steps) {
            Arrays.fill(row, 1);
        }
        for (ChordSong song : songs) {
            int before = -1;
            for (int beat = 0; beat < song.harmony().count(); beat++) {
                int now = state(song.label(beat));
                if (before >= 0 && now >= 0) {
                    counts[song.harmony().strength(beat)][before == now ? 0 : 1]++;
                    if (before != now && before < NOTHING && now < NOTHING) {
                        steps[3 * ChordModel.family(before / 12) + ChordModel.family(now / 12)][Math.floorMod(now - before, 12)]++;
                    }
                }
                before = now;
            }
        }
        for (int strength = 0; strength < 3; strength++) {
            double all = counts[strength][0] + counts[strength][1];
            numbers[ChordModel.change(strength)] = Math.log((counts[strength][0] + 1) / (all + 2));
            // As likely as a change is, it leads to one of all the other chords.
            numbers[ChordModel.change(strength) + 1] = Math.log((counts[strength][1] + 1) / (all + 2)) - Math.log(NOTHING);
        }
        for (int from = 0; from < 3; from++) {
            double all = 0;
            for (int to = 0; to < 3; to++) {
                all += Arrays.stream(steps[3 * from + to]).sum();
            }
            for (int to = 0; to < 3; to++) {
                for (int step = 0; step < 12; step++) {
                    double even = all / 36;
                    numbers[ChordModel.steps(from, to) + step] = Math.log(steps[3 * from + to][step] / even);
                }
            }
        }
    }
}
