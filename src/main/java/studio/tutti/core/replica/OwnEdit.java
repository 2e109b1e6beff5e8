package studio.tutti.core.replica;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;

/**
 * An ordered edit of this person as the server remembers it: what a page needs to undo after a reload.
 *
 * @param edit its id
 * @param undoes what it took back, or {@link Id#NONE}
 * @param label what it did
 * @param inverse the operations that take it back
 */
public record OwnEdit(Id edit, Id undoes, String label, List<Operation> inverse) {}
