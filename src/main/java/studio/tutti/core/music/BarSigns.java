package studio.tutti.core.music;

import java.util.Set;

/**
 * What the signs at a written bar say about the order in which bars are played.
 *
 * @param forward whether a repeat begins here
 * @param times how often what is repeated up to here is played; 0 if nothing is repeated here
 * @param endings the passes that this ending is for; empty if no ending begins here
 * @param endingStops whether an ending stops after this bar
 * @param daCapo whether one goes back to the beginning after this bar
 * @param dalSegno whether one goes back to the sign
 * @param segno whether the sign stands here
 * @param coda whether the coda begins here
 * @param toCoda whether one goes to the coda after this bar, once one has gone back
 * @param fine whether the piece ends with this bar, once one has gone back
 */
public record BarSigns(
        boolean forward, int times, Set<Integer> endings, boolean endingStops, boolean daCapo, boolean dalSegno, boolean segno, boolean coda,
        boolean toCoda, boolean fine) {

    /** A bar without signs. */
    public static final BarSigns NONE = new BarSigns(false, 0, Set.of(), false, false, false, false, false, false, false);

    public BarSigns {
        endings = Set.copyOf(endings);
    }
}
