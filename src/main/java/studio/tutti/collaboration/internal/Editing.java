package studio.tutti.collaboration.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.NotStoredYet;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.internal.order.Intake;
import studio.tutti.collaboration.internal.order.Outcome;
import studio.tutti.collaboration.internal.order.Submission;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.protocol.EditFormat;

/** Edits that the house makes in a person's name. */
@Component
class Editing {

    private static final long PATIENCE_SECONDS = 30;

    private final Intake intake;

    Editing(Intake intake) {
        this.intake = intake;
    }

    /**
     * Hands an edit in and waits until it is stored.
     *
     * @return its revision
     * @throws EditRefused if it is refused, or the store does not take it in time
     */
    long edit(Song song, Id person, Id edit, String label, List<Operation> operations) {
        try {
            return settle(song, person, edit, label, operations);
        } catch (NotStoredYet late) {
            throw new EditRefused(late.getMessage());
        }
    }

    /**
     * As {@link #edit}, but tells what was refused from what nobody knows about.
     *
     * @throws EditRefused if it is refused
     * @throws NotStoredYet if it is not decided in time
     */
    long settle(Song song, Id person, Id edit, String label, List<Operation> operations) {
        Edit made = new Edit(edit, person, song.head(), label, Id.NONE, operations);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        intake.submit(new Submission(Key.of(song.id()), person, made, EditFormat.toBytes(made), outcome::complete));
        try {
            return switch (outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                case Outcome.Stored stored -> stored.revision();
                case Outcome.Refused refused -> throw new EditRefused(refused.reason());
                case Outcome.Elsewhere elsewhere -> throw new IllegalStateException("The intake decides everything.");
            };
        } catch (TimeoutException late) {
            throw new NotStoredYet("The song can't be stored just now. What you did may still arrive.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NotStoredYet("The studio stops. What you did may still arrive.");
        }
    }
}
