package studio.tutti.core.replica;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;

/** An edit of this person that is not ordered yet. */
final class Pending {

    Edit edit;
    /** What it did; null if it doesn't fit now or is rolled back. */
    @Nullable Journal journal;
    /** The checksum after it. */
    long sum;
    boolean sent;

    Pending(Edit edit) {
        this.edit = edit;
    }

    Id id() {
        return edit.id();
    }

    /** Whether an ordered edit is this one and does the same. */
    boolean stands(Edit ordered) {
        return journal != null
                && id().equals(ordered.id())
                && (edit.operations() == ordered.operations() || edit.operations().equals(ordered.operations()));
    }
}
