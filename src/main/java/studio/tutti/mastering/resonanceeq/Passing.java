package studio.tutti.mastering.resonanceeq;

import java.util.Arrays;
import java.util.List;
import studio.tutti.core.tone.Fleeting;
import studio.tutti.core.tone.Resonance;
import studio.tutti.mastering.spectrum.Frames;

/** Turns down what is fleeting while it is there. */
final class Passing {

    /** Farther than this factor from its middle a resonance hardly does anything. */
    private static final double FAR = 1.6;

    private final List<Fleeting> found;
    private final ResonanceEq.Settings settings;
    private final double step;
    private final int bins;
    private final int fade;

    /** @param found in the order of their beginnings */
    Passing(List<Fleeting> found, ResonanceEq.Settings settings, int size, int rate) {
        this.found = found;
        this.settings = settings;
        step = (double) rate / size;
        bins = size / 2;
        fade = Math.max(1, (int) Math.rint(settings.speed() * rate / (size / 4.0)));
    }

    /** For one playing. */
    Frames.Change change() {
        double[] decibels = new double[bins];
        return (spectra, frame) -> {
            Arrays.fill(decibels, 0);
            boolean some = false;
            for (Fleeting each : found) {
                if (each.from() - fade > frame) {
                    break;
                }
                double height = height(each, frame);
                if (height > 0) {
                    some = true;
                    add(each, height, decibels);
                }
            }
            if (some) {
                turn(spectra, decibels);
            }
        };
    }

    /** Its height in a frame in dB, faded in before it begins and out after it has ended. */
    private double height(Fleeting each, long frame) {
        long place = frame - each.from();
        int last = each.decibels().length - 1;
        if (place < 0) {
            return each.decibels()[0] * Math.max(0, 1 + (double) place / fade);
        }
        return place <= last ? each.decibels()[(int) place] : each.decibels()[last] * Math.max(0, 1 - (double) (place - last) / fade);
    }

    private void add(Fleeting each, double height, double[] decibels) {
        Resonance shape = new Resonance(each.hertz(), height, each.quality() * settings.narrowing());
        int to = Math.min(bins - 1, (int) (each.hertz() * FAR / step));
        for (int k = Math.max(1, (int) (each.hertz() / FAR / step)); k <= to; k++) {
            decibels[k] += shape.at(k * step);
        }
    }

    private void turn(double[][] spectra, double[] decibels) {
        for (int k = 1; k < bins; k++) {
            if (decibels[k] > 0) {
                double gain = Math.pow(10, settings.amount() * settings.weight(k * step) * Math.min(settings.range(), decibels[k]) / 20);
                for (double[] spectrum : spectra) {
                    spectrum[2 * k] *= gain;
                    spectrum[2 * k + 1] *= gain;
                }
            }
        }
    }
}
