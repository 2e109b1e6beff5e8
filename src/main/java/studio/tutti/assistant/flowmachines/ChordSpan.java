package studio.tutti.assistant.flowmachines;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.music.ChordSymbol;

/**
 * A chord and how long it holds.
 *
 * @param start ticks from the first full bar
 * @param length ticks, at least 1
 * @param symbol null where the sheet says that there is no chord
 */
public record ChordSpan(int start, int length, @Nullable ChordSymbol symbol) {

    public ChordSpan {
        if (length < 1) {
            throw new IllegalArgumentException("A chord lasts at least one tick.");
        }
    }

    /** The tick after its last. */
    public int end() {
        return start + length;
    }
}
