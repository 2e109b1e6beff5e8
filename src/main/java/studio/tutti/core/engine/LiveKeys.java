package studio.tutti.core.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys that people hold down on the tracks, and their pedals. Each person has a *hand* of their own, so one letting a
 * key go does not end another's; and a pedal of theirs is not the score's, which jumps with the place that is played.
 */
final class LiveKeys {

    private final List<Held> held = new ArrayList<>();
    private final List<Pedal> pedals = new ArrayList<>();

    private static final class Held {
        final Strip strip;
        final int hand;
        final int key;
        boolean up;

        Held(Strip strip, int hand, int key) {
            this.strip = strip;
            this.hand = hand;
            this.key = key;
        }
    }

    private record Pedal(Strip strip, int hand) {}

    void down(Strip strip, int hand, int key, int velocity) {
        held.removeIf(each -> is(each, strip, hand) && each.key == key);
        held.add(new Held(strip, hand, key));
        strip.instrument().noteOn(name(hand, key), key, velocity, 0, 0);
    }

    /** A key goes up; the hand's pedal holds its note on. */
    void up(Strip strip, int hand, int key) {
        boolean holds = pedals.contains(new Pedal(strip, hand));
        held.removeIf(each -> {
            if (!is(each, strip, hand) || each.key != key) {
                return false;
            }
            each.up = true;
            return !holds && end(each);
        });
    }

    void pedal(Strip strip, int hand, boolean down) {
        pedals.remove(new Pedal(strip, hand));
        if (down) {
            pedals.add(new Pedal(strip, hand));
        } else {
            held.removeIf(each -> is(each, strip, hand) && each.up && end(each));
        }
    }

    /** Lets go of everything that a hand holds on all tracks. */
    void let(int hand) {
        pedals.removeIf(pedal -> pedal.hand == hand);
        held.removeIf(each -> each.hand == hand && end(each));
    }

    void forget() {
        held.clear();
        pedals.clear();
    }

    private static boolean is(Held each, Strip strip, int hand) {
        return each.strip == strip && each.hand == hand;
    }

    private static boolean end(Held each) {
        each.strip.instrument().noteOff(name(each.hand, each.key), 0);
        return true;
    }

    /** Names of live notes are below 0, those of the score above. */
    private static int name(int hand, int key) {
        return -1 - key - 128 * hand;
    }
}
