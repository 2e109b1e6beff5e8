package studio.tutti.core.engine;

import studio.tutti.core.instrument.Sampler;

/** The metronome's way to the master: knocks come as late as the music, whatever the mixer's effects need. */
final class Metronome {

    private final Click click;
    private final Delay delay = new Delay(1);
    private final Pair sound = new Pair();
    private boolean isOn;

    Metronome(double rate) {
        click = new Click(rate);
    }

    void on(boolean on) {
        isOn = on;
    }

    /** How much louder than −12 dBFS it knocks, in hundredths of a dB, −4,000 … 1,000. */
    void louder(int hundredths) {
        click.louder(hundredths);
    }

    /** Comes later by some frames. */
    void late(int frames) {
        delay.aim(frames);
    }

    /** A beat of the music, at a frame of the coming cell. */
    void beat(boolean first, int frame) {
        if (isOn) {
            click.knock(first, frame);
        }
    }

    /** A beat of the count-in, heard in any case. */
    void count(boolean first, int frame) {
        click.knock(first, frame);
    }

    /** Adds its cell. */
    void render(double[] left, double[] right) {
        click.render(sound);
        if (!sound.heard && !delay.isBusy()) {
            delay.rest();
            return;
        }
        delay.pass(sound.left, sound.right, sound.heard);
        for (int i = 0; i < Sampler.CELL; i++) {
            left[i] += sound.left[i];
            right[i] += sound.right[i];
        }
        sound.heard = true;
        sound.clear();
    }
}
