package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Controllers;

/**
 * Where people left a track's wheels and knobs. The score puts controllers to where they stand at each place that playing
 * comes to; what a hand has moved is put back after it, until the score itself moves it.
 */
final class LiveControls {

    /** The pitch wheel and the pressure of the channel, after MIDI's 128 controllers. */
    static final int BEND = 128;
    static final int PRESSURE = 129;

    private static final int UNTOUCHED = -1;

    private int @Nullable [] moved;

    /**
     * @param number 0 … 127, {@link #BEND} or {@link #PRESSURE}
     * @param value 0 … 127, for the pitch wheel 0 … 16,383
     */
    void move(Controllers controllers, int number, int value) {
        int[] places = moved;
        if (places == null) {
            places = new int[PRESSURE + 1];
            Arrays.fill(places, UNTOUCHED);
            moved = places;
        }
        places[number] = value;
        put(controllers, number, value);
    }

    void putBack(Controllers controllers) {
        int[] places = moved;
        if (places != null) {
            for (int number = 0; number < places.length; number++) {
                if (places[number] != UNTOUCHED) {
                    put(controllers, number, places[number]);
                }
            }
        }
    }

    void forget() {
        moved = null;
    }

    private static void put(Controllers controllers, int number, int value) {
        switch (number) {
            case BEND -> controllers.bend(value);
            case PRESSURE -> controllers.pressure(value);
            default -> controllers.set(number, value);
        }
    }
}
