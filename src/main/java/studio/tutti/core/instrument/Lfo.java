package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Cents;

/** A triangle, −1 … 1, that starts rising from 0 after its delay and is read once a cell. */
final class Lfo {

    private double delay;
    private double phase;

    void start(double delayTimecents) {
        delay = delayTimecents <= -12000 ? 0 : Cents.seconds(delayTimecents > 5000 ? 5000 : delayTimecents);
        phase = 0;
    }

    /** Goes on by a time in seconds at a frequency in Hz. */
    void advance(double seconds, double hertz) {
        double run = seconds;
        if (delay > 0) {
            double waited = delay < run ? delay : run;
            delay -= waited;
            run -= waited;
        }
        phase += run * hertz;
        phase -= (int) phase;
    }

    double value() {
        double place = 4 * phase;
        return place < 1 ? place : place < 3 ? 2 - place : place - 4;
    }
}
