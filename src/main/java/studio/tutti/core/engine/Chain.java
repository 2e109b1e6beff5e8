package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;

/** The inserts of a channel in their order, those among them that are on their way out. */
final class Chain {

    private final int rate;
    private final int fadeCells;
    private Slot[] inserts = new Slot[0];
    private int count;

    Chain(int rate, int fadeCells) {
        this.rate = rate;
        this.fadeCells = fadeCells;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Takes the devices that a strip has in a score. What was there in the same order goes on; what changed places or is new
     * begins with silence behind it and is faded in; the rest is faded out where it was.
     */
    void take(Score score, int strip, ReadyEffects ready) {
        int[] devices = devices(score, strip);
        Slot[] old = Arrays.copyOf(inserts, count);
        int[] places = places(score, devices);
        boolean[] stays = rising(places);
        Slot[] next = new Slot[old.length + devices.length];
        int size = 0;
        int passed = 0;
        for (int i = 0; i < devices.length; i++) {
            Slot insert;
            if (stays[i]) {
                while (passed < places[i]) {
                    next[size++] = leaving(old[passed++]);
                }
                insert = old[passed++];
            } else {
                int name = score.deviceName(devices[i]);
                EffectType type = score.effect(devices[i]);
                insert = new Slot(name, type, ready.take(name, type), rate, fadeCells);
            }
            set(insert, score, devices[i]);
            next[size++] = insert;
        }
        while (passed < old.length) {
            next[size++] = leaving(old[passed++]);
        }
        inserts = next;
        count = size;
    }

    /** Makes the next piece of the effects that it will ask for when it takes a score; false if all are there. */
    boolean makeReady(Score score, int strip, ReadyEffects ready) {
        int[] devices = devices(score, strip);
        boolean[] stays = rising(places(score, devices));
        for (int i = 0; i < devices.length; i++) {
            if (!stays[i] && ready.make(score.deviceName(devices[i]), score.effect(devices[i]))) {
                return true;
            }
        }
        return false;
    }

    private int[] places(Score score, int[] devices) {
        int[] places = new int[devices.length];
        for (int i = 0; i < devices.length; i++) {
            places[i] = place(score.deviceName(devices[i]), score.effect(devices[i]));
        }
        return places;
    }

    private static int[] devices(Score score, int strip) {
        Numbers devices = new Numbers();
        for (int device = 0; device < score.devices(); device++) {
            if (score.deviceStrip(device) == strip) {
                devices.add(device);
            }
        }
        return devices.copy();
    }

    private static Slot leaving(Slot insert) {
        insert.wanted = false;
        return insert;
    }

    private static void set(Slot insert, Score score, int device) {
        Effect effect = insert.effect;
        for (int i = effect.parameters().size() - 1; i >= 0; i--) {
            effect.set(i, score.value(device, i));
        }
        insert.bypass(score.bypassed(device));
    }

    private int place(int name, EffectType type) {
        for (int i = 0; i < count; i++) {
            if (inserts[i].wanted && inserts[i].name == name && inserts[i].type == type) {
                return i;
            }
        }
        return -1;
    }

    /** Which places belong to a longest rising row of them; −1 never does. */
    private static boolean[] rising(int[] places) {
        int[] length = new int[places.length];
        int[] before = new int[places.length];
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            before[i] = -1;
            length[i] = places[i] < 0 ? 0 : 1;
            for (int j = 0; j < i && places[i] >= 0; j++) {
                if (places[j] >= 0 && places[j] < places[i] && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            if (length[i] > 0 && (last < 0 || length[i] > length[last])) {
                last = i;
            }
        }
        boolean[] rising = new boolean[places.length];
        for (int i = last; i >= 0; i = before[i]) {
            rising[i] = true;
        }
        return rising;
    }

    /** The insert of a device, or null. */
    @Nullable Slot find(int name) {
        for (int i = 0; i < count; i++) {
            if (inserts[i].wanted && inserts[i].name == name) {
                return inserts[i];
            }
        }
        return null;
    }

    /** Frames by which it delays sound. */
    int latency() {
        return before(null);
    }

    /** Frames by which what lies before an insert delays sound. */
    int before(@Nullable Slot insert) {
        int frames = 0;
        for (int i = 0; i < count && inserts[i] != insert; i++) {
            frames += inserts[i].latency();
        }
        return frames;
    }

    /** Puts the delays beside the effects where their latencies are. */
    void align() {
        for (int i = 0; i < count; i++) {
            inserts[i].aim();
        }
    }

    /** Seconds that it may sound on, beyond its latency. */
    double tail() {
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            seconds += inserts[i].tail();
        }
        return seconds;
    }

    /** Whether a side-chain hears anything. */
    boolean hearsKeys() {
        boolean hears = false;
        for (int i = 0; i < count; i++) {
            hears |= inserts[i].key.heard;
        }
        return hears;
    }

    /** Forgets how many ways lead into side-chains; they are counted anew. */
    void forgetKeys() {
        for (int i = 0; i < count; i++) {
            inserts[i].keys = 0;
        }
    }

    void run(double[] left, double[] right, boolean heard) {
        for (int i = 0; i < count; i++) {
            inserts[i].run(left, right, heard);
        }
        clean();
    }

    /** Nothing sounds: everything stands where it shall be. */
    void rest() {
        for (int i = 0; i < count; i++) {
            inserts[i].rest();
        }
        clean();
    }

    private void clean() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!inserts[i].isOver()) {
                inserts[kept++] = inserts[i];
            }
        }
        count = kept;
    }
}
