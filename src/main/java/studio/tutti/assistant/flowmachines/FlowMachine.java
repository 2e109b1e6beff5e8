package studio.tutti.assistant.flowmachines;

import java.util.function.BooleanSupplier;
import studio.tutti.assistant.flowmachines.internal.Cancellation;
import studio.tutti.assistant.flowmachines.internal.SheetMaking;

/**
 * Makes lead sheets in a style. The same palettes, request and seed give the same notes everywhere.
 *
 * <p>May be used by several threads at once.
 */
public final class FlowMachine {

    private final Palette chords;
    private final Palette melody;
    private final Palette bass;

    /** One whose chords, melody and bass come from one palette. */
    public FlowMachine(Palette palette) {
        this(palette, palette, palette);
    }

    /** One whose chords come from a palette, and whose lines come from the palettes that its card names, if it has none of its own. */
    public static FlowMachine of(Palette palette) {
        return new FlowMachine(palette, other(palette.card().melodyFrom(), palette), other(palette.card().bassFrom(), palette));
    }

    private static Palette other(String name, Palette own) {
        return name.isEmpty() ? own : ShippedPalettes.find(name).orElse(own);
    }

    /**
     * @param chords where chords come from
     * @param melody where rhythms and pitches of the melody come from
     * @param bass where basses come from
     */
    public FlowMachine(Palette chords, Palette melody, Palette bass) {
        this.chords = chords;
        this.melody = melody;
        this.bass = bass;
    }

    /**
     * A lead sheet.
     *
     * @param cancelled asked often; once it says true, the work ends within milliseconds
     * @throws Unsatisfiable if there is none as asked for
     * @throws java.util.concurrent.CancellationException if it was called off
     */
    public LeadSheet compose(FlowRequest request, long seed, BooleanSupplier cancelled) throws Unsatisfiable {
        return new SheetMaking(request, chords.style(), melody.style(), bass.style(), new Cancellation(cancelled)).make(seed);
    }

    /** As {@link #compose(FlowRequest, long, BooleanSupplier)}, which nobody calls off. */
    public LeadSheet compose(FlowRequest request, long seed) throws Unsatisfiable {
        return compose(request, seed, () -> false);
    }
}
