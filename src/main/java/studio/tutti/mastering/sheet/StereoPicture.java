package studio.tutti.mastering.sheet;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Recording;

/**
 * How often a sound is where in the stereo picture: a goniometer, its middle upright, left and right at 45°, gathered over a whole recording.
 *
 * @param cells how often by row (from below: middle) and column (from the left: sides), {@value #SIZE} × {@value #SIZE}
 * @param correlation of both channels, −1 … 1; 1 for silence
 */
record StereoPicture(long[][] cells, double correlation) {

    static final int SIZE = 81;

    /** How much closer to the rim what is soft is drawn: radii are raised to one less this. */
    private static final double BEND = 0.4;

    /**
     * Listens to a whole recording, twice; the picture is as large as its loudest frames.
     *
     * @param told 0 … 1, after each block; what it throws ends the work
     */
    static StereoPicture of(Recording recording, DoubleConsumer told) throws IOException {
        long[][] cells = new long[SIZE][SIZE];
        double peak = 1e-9;
        double left = 0;
        double right = 0;
        double both = 0;
        float[][] block = new float[recording.channels()][4096];
        try (AudioSource source = recording.play()) {
            long heard = 0;
            int some;
            while ((some = source.read(block, 0, 4096)) > 0) {
                for (int i = 0; i < some; i++) {
                    peak = Math.max(peak, Math.max(Math.abs(block[0][i]), Math.abs(block[block.length - 1][i])));
                }
                heard += some;
                told.accept(0.5 * share(heard, source));
            }
        }
        try (AudioSource source = recording.play()) {
            long heard = 0;
            int some;
            while ((some = source.read(block, 0, 4096)) > 0) {
                for (int i = 0; i < some; i++) {
                    double l = block[0][i];
                    double r = block[block.length - 1][i];
                    left += l * l;
                    right += r * r;
                    both += l * r;
                    double middle = (l + r) / (2 * peak);
                    double side = (r - l) / (2 * peak);
                    double radius = Math.sqrt(middle * middle + side * side);
                    double bend = radius < 1e-9 ? 0 : Math.pow(radius, -BEND); // what is soft is seen, too
                    cells[cell(middle * bend)][cell(side * bend)]++;
                }
                heard += some;
                told.accept(0.5 + 0.5 * share(heard, source));
            }
        }
        double power = Math.sqrt(left * right);
        return new StereoPicture(cells, power < 1e-12 ? 1 : both / power);
    }

    /** 0 where nobody knows how long it is. */
    private static double share(long heard, AudioSource source) {
        return source.frames() > 0 ? Math.min(1, (double) heard / source.frames()) : 0;
    }

    private static int cell(double value) {
        return (int) Math.round(Math.clamp((value + 1) / 2 * (SIZE - 1), 0, SIZE - 1));
    }
}
