package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Controllers;

/**
 * Playing by hand, beside the score: this page's own person, hand 0, and others whose playing is heard here. What is
 * played on a track that the score doesn't have is passed over.
 */
public final class Hands {

    /** Hands that may play at once. */
    public static final int MOST = 64;

    private final Engine engine;
    private final LiveKeys keys = new LiveKeys();

    Hands(Engine engine) {
        this.engine = engine;
    }

    /**
     * Sounds a key until {@link #up}.
     *
     * @param hand whose hand it is, 0 … {@value #MOST} − 1: keys and pedals of different hands don't touch
     */
    public void down(int track, int key, int velocity, int hand) {
        Strip strip = engine.stripOf(track);
        if (strip != null) {
            keys.down(strip, hand, key, velocity);
        }
    }

    /** Lets a key go; the hand's pedal holds its note on. */
    public void up(int track, int key, int hand) {
        Strip strip = engine.stripOf(track);
        if (strip != null) {
            keys.up(strip, hand, key);
        }
    }

    /**
     * Moves a controller. The sustain pedal holds on what this hand plays; the others move the whole track.
     *
     * @param number 0 … 119 as MIDI, 128 the pitch wheel, 129 the channel's pressure; others are passed over
     * @param value 0 … 127, of the pitch wheel 0 … 16,383
     */
    public void control(int track, int number, int value, int hand) {
        @Nullable Strip strip = engine.stripOf(track);
        boolean mode = number >= Controllers.SOUND_OFF && number < LiveControls.BEND;
        if (strip == null || number < 0 || number > LiveControls.PRESSURE || mode) {
            return;
        }
        if (number == Controllers.SUSTAIN) {
            keys.pedal(strip, hand, value >= 64);
        } else {
            strip.moved.move(strip.instrument().controllers(), number, value);
        }
    }

    /** Lets go of all that a hand holds, on every track. */
    public void letGo(int hand) {
        keys.let(hand);
    }

    void forget() {
        keys.forget();
    }
}
