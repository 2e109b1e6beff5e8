package studio.tutti.assistant.flowmachines.internal;

/**
 * The symbols of a chain. A symbol belongs to a class and leaves another behind: only symbols of that class may follow. In rhythms the
 * classes are places in the bar; where there is nothing of the kind, there is one class.
 *
 * @param classOf for each symbol the class that it belongs to
 * @param nextClass for each symbol the class of what may follow
 * @param classes how many classes there are
 */
public record Alphabet(int[] classOf, int[] nextClass, int classes) {

    /** Symbols that may follow one another freely. */
    public static Alphabet plain(int symbols) {
        return new Alphabet(new int[symbols], new int[symbols], 1);
    }

    public int size() {
        return classOf.length;
    }
}
