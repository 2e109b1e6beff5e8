package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.replica.Replica;

/** What a person is told after undoing or redoing. */
final class TakenBack {

    private TakenBack() {}

    /**
     * What could not be done, or null if all could.
     *
     * @param edit what was made of it, or null if there was nothing to do
     * @param done "undone" or "done again"
     */
    static @Nullable String words(Replica song, @Nullable Edit edit, String done) {
        if (edit == null) {
            return "There is nothing of yours to be " + done + ".";
        }
        if (song.lastWasEmpty()) {
            return "This can't be " + done + ": others have changed it since.";
        }
        return song.lastPassed() == 0 ? null : "Some of this can't be " + done + ": others have changed it since.";
    }
}
