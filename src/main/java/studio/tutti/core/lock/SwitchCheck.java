package studio.tutti.core.lock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/**
 * Whether a section may be switched to another of its forms, or merged with one. Alternatives hold what assistants made as well as what people
 * wrote, and nobody sees bar by bar what comes in with one: so, other than drawing single notes, a switch leaves alone what is locked.
 */
public final class SwitchCheck {

    private SwitchCheck() {}

    /**
     * Why an edit that switches forms can't be made, a sentence; null if it can, or switches none.
     *
     * @param arrangement the song that the edit would come to; it is tried on it and taken back, so nobody else may use it meanwhile
     */
    public static @Nullable String fault(Arrangement arrangement, List<Operation> operations) {
        boolean switches = false;
        for (Operation operation : operations) {
            switches |= operation instanceof Operation.Restore restore && restore.property() == Property.CHOSEN
                    || operation instanceof Operation.Set set && set.property() == Property.CHOSEN;
        }
        if (!switches) {
            return null;
        }
        try {
            List<Breach> breaches = LockCheck.check(arrangement, operations);
            return breaches.isEmpty() ? null : breaches.getFirst().sentence(arrangement);
        } catch (EditRefused broken) {
            return broken.getMessage();
        }
    }
}
