package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/** Finds out which constraints clash: each is left out once, and stays out if the others clash without it. */
final class Clash {

    private Clash() {}

    /**
     * The exception that names a least set of constraints that can't hold together.
     *
     * @param fits whether some constraints can
     */
    static Unsatisfiable of(String where, Set<Constraint> asked, Predicate<Set<Constraint>> fits) {
        Set<Constraint> left = EnumSet.noneOf(Constraint.class);
        left.addAll(asked);
        for (Constraint each : asked) {
            left.remove(each);
            if (fits.test(left)) {
                left.add(each);
            }
        }
        List<Constraint> named = new ArrayList<>(left);
        return new Unsatisfiable(where, named.isEmpty() ? List.of(Constraint.LENGTH, Constraint.METRE) : named);
    }
}
