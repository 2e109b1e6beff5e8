package studio.tutti.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;

/**
 * Effects that are made before the score comes that asks for them, piece by piece, so that no block has to wait for the memory of a
 * delay or a reverb. Who asks for one that isn't ready gets it made there and then.
 */
final class ReadyEffects {

    private final int rate;
    private final List<Ready> all = new ArrayList<>();

    /** One of them, and the device that it is for. */
    private static final class Ready {
        final int name;
        final EffectType type;
        final Effect effect;
        boolean whole;

        Ready(int name, EffectType type) {
            this.name = name;
            this.type = type;
            effect = type.make();
        }
    }

    /** @param rate frames a second */
    ReadyEffects(int rate) {
        this.rate = rate;
    }

    /** Makes the next piece of a device's effect; false if all of it is there. */
    boolean make(int name, EffectType type) {
        Ready ready = find(name, type);
        if (ready == null) {
            ready = new Ready(name, type);
            all.add(ready);
        }
        if (ready.whole) {
            return false;
        }
        ready.whole = !ready.effect.prepareNext(rate);
        return true;
    }

    /** A device's effect, prepared. */
    Effect take(int name, EffectType type) {
        Ready ready = find(name, type);
        if (ready == null) {
            ready = new Ready(name, type);
        } else {
            all.remove(ready);
        }
        while (!ready.whole) {
            ready.whole = !ready.effect.prepareNext(rate);
        }
        return ready.effect;
    }

    /** Lets go what nobody took. */
    void clear() {
        all.clear();
    }

    private @Nullable Ready find(int name, EffectType type) {
        for (Ready ready : all) {
            if (ready.name == name && ready.type == type) {
                return ready;
            }
        }
        return null;
    }
}
