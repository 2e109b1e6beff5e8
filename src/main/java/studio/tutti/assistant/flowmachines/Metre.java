package studio.tutti.assistant.flowmachines;

import java.util.Optional;
import studio.tutti.core.music.Ticks;

/**
 * A metre that holds for a whole lead sheet.
 *
 * @param beats the upper number, 1 to 32
 * @param unit the lower number, a power of two from 1 to 32
 */
public record Metre(int beats, int unit) {

    /** Four quarters. */
    public static final Metre COMMON = new Metre(4, 4);

    public Metre {
        if (beats < 1 || beats > 32 || unit < 1 || unit > 32 || Integer.bitCount(unit) != 1) {
            throw new IllegalArgumentException("A metre is a number of beats over a power of two, each at most 32.");
        }
    }

    /** Reads "4/4", "6/8"; empty if a text is no metre. */
    public static Optional<Metre> parse(String text) {
        String[] parts = text.strip().split("/");
        try {
            return parts.length == 2
                    ? Optional.of(new Metre(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip())))
                    : Optional.empty();
        } catch (IllegalArgumentException nothing) {
            return Optional.empty();
        }
    }

    /** Ticks of a bar. */
    public int bar() {
        return beats * Ticks.PER_QUARTER * 4 / unit;
    }

    /** Ticks from one beat that is felt to the next: three units in 6/8, 9/8 and 12/8, otherwise one, and a quarter in 2/2. */
    public int beat() {
        int one = Ticks.PER_QUARTER * 4 / unit;
        return unit >= 8 && beats % 3 == 0 && beats > 3 ? 3 * one : Math.min(one, Ticks.PER_QUARTER);
    }

    /**
     * How heavy a place in the bar is: 3 its first beat, 2 its middle if it has an even number of beats, 1 another beat, 0 between beats.
     *
     * @param tick ticks from the beginning of any bar; may be negative
     */
    public int strength(int tick) {
        int place = Math.floorMod(tick, bar());
        if (place == 0) {
            return 3;
        }
        if (place % beat() != 0) {
            return 0;
        }
        return bar() / beat() % 2 == 0 && place == bar() / 2 ? 2 : 1;
    }

    @Override
    public String toString() {
        return beats + "/" + unit;
    }
}
