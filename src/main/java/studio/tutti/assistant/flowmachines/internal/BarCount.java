package studio.tutti.assistant.flowmachines.internal;

/**
 * Counts what begins in each bar: an automaton whose state is the count so far.
 *
 * @param bar levels of a bar
 * @param least how many must begin in each bar
 * @param most how many may
 * @param counted for each symbol whether it counts
 */
public record BarCount(int bar, int least, int most, boolean[] counted) {

    /** The count after a symbol that lasts from a level to another; −1 if it breaks the bounds. */
    int next(int count, int level, int symbol, int to) {
        int now = count + (counted[symbol] ? 1 : 0);
        if (now > most) {
            return -1;
        }
        int crossed = to / bar - level / bar;
        if (crossed == 0) {
            return now;
        }
        // A bar that is only held through has no beginning.
        return now < least || crossed > 1 && least > 0 ? -1 : 0;
    }
}
