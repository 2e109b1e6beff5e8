package studio.tutti.assistant.flowmachines;

import java.util.List;
import java.util.stream.Collectors;

/** That no lead sheet is as asked for, found before anything was drawn. */
public final class Unsatisfiable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Constraint> clashing;

    /**
     * @param where what can't be made: "the melody"
     * @param clashing the least set of constraints found that can't hold together; without one of them it could be
     */
    public Unsatisfiable(String where, List<Constraint> clashing) {
        super(sentence(where, clashing));
        this.clashing = List.copyOf(clashing);
    }

    /** With a sentence of its own. */
    public Unsatisfiable(List<Constraint> clashing, String sentence) {
        super(sentence);
        this.clashing = List.copyOf(clashing);
    }

    private static String sentence(String where, List<Constraint> clashing) {
        String names = clashing.stream().map(Constraint::words).collect(Collectors.joining(", "));
        int last = names.lastIndexOf(", ");
        if (last < 0) {
            return "For " + where + " this can't be kept in this style: " + names + ". Change it.";
        }
        return "For " + where + " these clash: " + names.substring(0, last) + " and " + names.substring(last + 2) + ". Give way in one of them.";
    }

    /** What clashes. */
    public List<Constraint> clashing() {
        return clashing;
    }
}
