package studio.tutti.core.effect;

import studio.tutti.core.dsp.Functions;

/**
 * A feedback delay network (Jot and Chaigne, 90th AES Convention, 1991): {@value #LINES} delay lines of prime lengths, mixed by a
 * Hadamard matrix. Each line ends in two shelves of first order that let each frequency lose 60 dB in the time it shall.
 *
 * <p>So that no mode rings on its own, pairs of lines are turned about one another, slowly and at different speeds: a feedback matrix that
 * moves but always keeps the energy (Schlecht and Habets, J. Acoust. Soc. Am. 138(3), 2015). Pitch and decay stay as they are, which
 * modulated delays would bend and dull.
 */
final class ReverbNetwork {

    static final int LINES = 16;

    private static final int PAIRS = LINES / 2;
    private static final int SHELF = 6;

    /** Line lengths at a size of 1 lie between these, in equal ratios. */
    private static final double SHORTEST_SECONDS = 0.0193;
    private static final double LONGEST_SECONDS = 0.1093;

    /** Turns a second of the first pair at full modulation, and how much faster each next one is. */
    private static final double SLOWEST = 0.9;
    private static final double APART = 0.37;

    /** Added and taken away again, it leaves nothing of what would become a denormal number. */
    private static final double TINY = 1e-12;

    /** 1/√8: each side goes into eight lines. */
    private static final double INTAKE = 0.35355339059327373;

    private double rate;
    private double size;
    private double[] memory = new double[LINES];
    /** Whether nothing was written since it was empty. */
    private boolean clean = true;
    private int span = 1;
    private int at;
    private final int[] lengths = new int[LINES];
    private final double[] heard = new double[LINES * Effect.CELL];
    private final double[] values = new double[LINES * Effect.CELL];

    /** Both shelves of each line: six numbers a line, of which each kind lies in a row. */
    private final double[] shelves = new double[SHELF * LINES];
    private final double[] goals = new double[SHELF * LINES];
    private final double[] steps = new double[SHELF * LINES];
    private final double[] lowStates = new double[LINES];
    private final double[] highStates = new double[LINES];

    private final double[] cosines = new double[PAIRS];
    private final double[] sines = new double[PAIRS];
    private final double[] cosineSteps = new double[PAIRS];
    private final double[] sineSteps = new double[PAIRS];
    private final double[] turns = new double[PAIRS];
    private double level;
    private double levelStep;
    private double levelGoal;
    private boolean moving;

    /** Makes room for lines at a rate up to a size. */
    void build(int framesASecond, double largest) {
        rate = framesASecond;
        span = 1;
        while (span < LONGEST_SECONDS * largest * rate + 200) {
            span *= 2;
        }
        if (memory.length != LINES * span) {
            memory = new double[LINES * span];
            clean = true;
        }
        clear();
    }

    void clear() {
        for (int i = 0; !clean && i < memory.length; i++) {
            memory[i] = 0;
        }
        clean = true;
        for (int i = 0; i < LINES; i++) {
            lowStates[i] = 0;
            highStates[i] = 0;
        }
        at = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            turns[pair] = 0;
            cosines[pair] = 1;
            sines[pair] = 0;
            cosineSteps[pair] = 0;
            sineSteps[pair] = 0;
        }
    }

    double size() {
        return size;
    }

    /** Lengths for a room of a size, 1 for the middle; what sounds jumps. */
    void resize(double next) {
        size = next;
        double ratio = Functions.pow(LONGEST_SECONDS / SHORTEST_SECONDS, 1.0 / (LINES - 1));
        double wanted = SHORTEST_SECONDS * size * rate;
        int last = Effect.CELL; // a cell has to fit into each line
        for (int k = 0; k < LINES; k++) {
            last = primeAfter(Math.max(last, (int) wanted - 1));
            // short and long ones take turns, so that each pair has both
            lengths[k < PAIRS ? 2 * k : 2 * (LINES - 1 - k) + 1] = last;
            wanted *= ratio;
        }
    }

    private static int primeAfter(int number) {
        int candidate = number + 1;
        while (true) {
            boolean prime = candidate > 1;
            for (int divisor = 2; divisor * divisor <= candidate; divisor++) {
                if (candidate % divisor == 0) {
                    prime = false;
                    break;
                }
            }
            if (prime) {
                return candidate;
            }
            candidate++;
        }
    }

    /**
     * @param middle seconds until 60 dB are lost between the crossovers
     * @param low the same below, as a part of the middle
     * @param high the same above
     */
    void decay(double middle, double low, double high, double lowHertz, double highHertz) {
        double lowTan = Functions.tan(Math.PI * Math.min(lowHertz, 0.4 * rate) / rate);
        double highTan = Functions.tan(Math.PI * Math.min(highHertz, 0.4 * rate) / rate);
        double mean = 0;
        for (int i = 0; i < LINES; i++) {
            // powers of two: 60 dB are 9.9658 octaves of amplitude
            double octaves = -9.965784284662087 * lengths[i] / rate / middle;
            double gain = Functions.exp2(octaves);
            mean += gain * gain / LINES;
            double root = Functions.exp2(0.5 * octaves * (1 / low - 1));
            // (s + √g ω) / (s + ω/√g)
            double one = 1 + lowTan / root;
            goals[i] = gain * (1 + lowTan * root) / one;
            goals[LINES + i] = gain * (lowTan * root - 1) / one;
            goals[2 * LINES + i] = (lowTan / root - 1) / one;
            root = Functions.exp2(0.5 * octaves * (1 / high - 1));
            // (√g s + ω) / (s/√g + ω)
            one = 1 / root + highTan;
            goals[3 * LINES + i] = (root + highTan) / one;
            goals[4 * LINES + i] = (highTan - root) / one;
            goals[5 * LINES + i] = (highTan - 1 / root) / one;
        }
        levelGoal = Math.sqrt(0.5 * (1 - mean));
        levelStep = (levelGoal - level) / Effect.CELL;
        moving = true;
        for (int i = 0; i < goals.length; i++) {
            steps[i] = (goals[i] - shelves[i]) / Effect.CELL;
        }
    }

    /** @param modulation 0 … 1 */
    void beginCell(double modulation) {
        for (int pair = 0; pair < PAIRS; pair++) {
            double turn = turns[pair] + modulation * (SLOWEST + pair * APART) * Effect.CELL / rate;
            turns[pair] = turn >= 1 ? turn - 1 : turn;
            cosineSteps[pair] = (Functions.cos(2 * Math.PI * turn) - cosines[pair]) / Effect.CELL;
            sineSteps[pair] = (Functions.sin(2 * Math.PI * turn) - sines[pair]) / Effect.CELL;
        }
    }

    /** Puts the decay where it shall be at once. */
    void settle() {
        System.arraycopy(goals, 0, shelves, 0, goals.length);
        level = levelGoal;
        moving = false;
    }

    /**
     * Takes the next frames and gives what the lines bring, in the same arrays.
     *
     * @param count 1 … {@link Effect#CELL}, within one cell
     */
    void run(double[] l, double[] r, int count) {
        for (int line = 0; line < LINES; line++) {
            read(line, count);
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            turn(pair, count);
        }
        mix(count);
        for (int line = 0; line < LINES; line++) {
            write(line, (line & 1) == 0 ? l : r, count);
        }
        at = (at + count) & (span - 1);
        bring(l, r, count);
    }

    /** What a line brings: as it is heard, and after its shelves. */
    private void read(int line, int count) {
        int mask = span - 1;
        int base = line * span;
        int from = at - lengths[line];
        int row = line * Effect.CELL;
        double b0 = shelves[line];
        double b1 = shelves[LINES + line];
        double a1 = shelves[2 * LINES + line];
        double c0 = shelves[3 * LINES + line];
        double c1 = shelves[4 * LINES + line];
        double d1 = shelves[5 * LINES + line];
        double low = lowStates[line];
        double high = highStates[line];
        for (int i = 0; i < count; i++) {
            if (moving) {
                b0 += steps[line];
                b1 += steps[LINES + line];
                a1 += steps[2 * LINES + line];
                c0 += steps[3 * LINES + line];
                c1 += steps[4 * LINES + line];
                d1 += steps[5 * LINES + line];
            }
            double x = memory[base + ((from + i) & mask)];
            double y = b0 * x + low;
            low = b1 * x - a1 * y;
            double z = c0 * y + high;
            high = c1 * y - d1 * z;
            heard[row + i] = x;
            values[row + i] = z;
        }
        lowStates[line] = low;
        highStates[line] = high;
        if (moving) {
            shelves[line] = b0;
            shelves[LINES + line] = b1;
            shelves[2 * LINES + line] = a1;
            shelves[3 * LINES + line] = c0;
            shelves[4 * LINES + line] = c1;
            shelves[5 * LINES + line] = d1;
        }
    }

    private void turn(int pair, int count) {
        int one = 2 * pair * Effect.CELL;
        int other = one + Effect.CELL;
        double cosine = cosines[pair];
        double sine = sines[pair];
        double cosineStep = cosineSteps[pair];
        double sineStep = sineSteps[pair];
        for (int i = 0; i < count; i++) {
            cosine += cosineStep;
            sine += sineStep;
            double a = values[one + i];
            double b = values[other + i];
            values[one + i] = cosine * a - sine * b;
            values[other + i] = sine * a + cosine * b;
        }
        cosines[pair] = cosine;
        sines[pair] = sine;
    }

    /** The fast Walsh-Hadamard transform of each frame. */
    private void mix(int count) {
        for (int half = 1; half < LINES; half *= 2) {
            for (int line = 0; line < LINES; line++) {
                if ((line & half) == 0) {
                    int one = line * Effect.CELL;
                    int other = (line + half) * Effect.CELL;
                    for (int i = 0; i < count; i++) {
                        double a = values[one + i];
                        double b = values[other + i];
                        values[one + i] = a + b;
                        values[other + i] = a - b;
                    }
                }
            }
        }
    }

    /** Even lines take the left side in, odd ones the right. */
    private void write(int line, double[] in, int count) {
        clean = false;
        int mask = span - 1;
        int base = line * span;
        int row = line * Effect.CELL;
        double gain = (line & 2) == 0 ? INTAKE : -INTAKE;
        for (int i = 0; i < count; i++) {
            memory[base + ((at + i) & mask)] = values[row + i] * 0.25 + gain * in[i] + TINY - TINY;
        }
    }

    /** Both sides are sums of all lines, with the signs of two rows of the matrix, so that they have nothing in common. */
    private void bring(double[] l, double[] r, int count) {
        for (int i = 0; i < count; i++) {
            double left = 0;
            double right = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                double a = heard[2 * pair * Effect.CELL + i];
                double b = heard[(2 * pair + 1) * Effect.CELL + i];
                double sum = a + b;
                double difference = a - b;
                left += (pair & 1) == 0 ? sum : -sum;
                right += (pair & 2) == 0 ? difference : -difference;
            }
            level += moving ? levelStep : 0;
            l[i] = level * left;
            r[i] = level * right;
        }
    }

    /** Seconds until a frequency has lost 60 dB, as the shelves of a middle line have it. */
    double decayAt(double hertz) {
        int line = LINES - 2;
        double cosine = Functions.cos(2 * Math.PI * hertz / rate);
        double power = first(line, 0, cosine) * first(line, 3, cosine);
        return -3 * lengths[line] / rate / (0.5 * Functions.log10(power));
    }

    /** The squared magnitude of one shelf. */
    private double first(int line, int kind, double cosine) {
        double b0 = goals[kind * LINES + line];
        double b1 = goals[(kind + 1) * LINES + line];
        double a1 = goals[(kind + 2) * LINES + line];
        return (b0 * b0 + b1 * b1 + 2 * b0 * b1 * cosine) / (1 + a1 * a1 + 2 * a1 * cosine);
    }

    void endCell() {
        if (moving) {
            settle();
        }
        for (int i = 0; i < LINES; i++) {
            lowStates[i] = lowStates[i] > 1e-25 || lowStates[i] < -1e-25 ? lowStates[i] : 0;
            highStates[i] = highStates[i] > 1e-25 || highStates[i] < -1e-25 ? highStates[i] : 0;
        }
    }
}
