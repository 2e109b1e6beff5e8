package studio.tutti.core.engine;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Sampler;

/** The metronome: a short knock at 1,000 Hz on each beat, at 1,500 Hz on the first of a bar, peaking at −12 dBFS. */
final class Click {

    private static final double SECONDS = 0.05;

    private final double[] beat;
    private final double[] bar;
    private double[] playing;
    private int place;
    private double gain = 1;

    Click(double rate) {
        beat = knock(1000, rate);
        bar = knock(1500, rate);
        playing = beat;
        place = beat.length;
    }

    /** How much louder than −12 dBFS it knocks, in hundredths of a dB, −4,000 … 1,000. */
    void louder(int hundredths) {
        gain = Decibels.gain(Math.max(-4000, Math.min(1000, hundredths)) * 0.01);
    }

    /** Knocks at a frame of the coming cell; a knock that still sounds is cut. */
    void knock(boolean first, int frame) {
        playing = first ? bar : beat;
        place = -frame;
    }

    void render(Pair to) {
        double[] sound = playing;
        for (int i = 0; i < Sampler.CELL; i++) {
            if (place >= sound.length) {
                return;
            }
            if (place >= 0) {
                to.left[i] += gain * sound[place];
                to.right[i] += gain * sound[place];
                to.heard = true;
            }
            place++;
        }
    }

    private static double[] knock(double hertz, double rate) {
        double[] sound = new double[(int) (SECONDS * rate)];
        for (int i = 0; i < sound.length; i++) {
            double second = i / rate;
            double fade = 1 - (double) i / sound.length;
            sound[i] = 0.25 * Functions.sin(2 * Math.PI * hertz * second) * Functions.exp(-second / 0.008) * fade;
        }
        return sound;
    }
}
