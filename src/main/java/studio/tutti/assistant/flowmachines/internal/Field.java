package studio.tutti.assistant.flowmachines.internal;

/** What speaks for and against symbols at each place, besides the model: the local factors of a Markov field. */
@FunctionalInterface
public interface Field {

    /** Speaks for nothing. */
    Field NONE = (level, symbol) -> 1;

    /** A factor, 0 or more; 0 forbids. */
    double weight(int level, int symbol);

    /** Both. */
    default Field and(Field other) {
        return (level, symbol) -> {
            double own = weight(level, symbol);
            return own == 0 ? 0 : own * other.weight(level, symbol);
        };
    }
}
