package studio.tutti.collaboration.internal.order;

import java.util.UUID;
import java.util.function.Consumer;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;

/** An edit on its way to its place. */
public final class Submission {

    private final UUID song;
    private final Id person;
    private final Edit edit;
    private final byte[] content;
    private final Consumer<Outcome> answer;
    /** How often the store failed on it. */
    int failures;
    /** Its place in the line at the node where it came in. */
    long number;

    /**
     * @param song whose log it is for
     * @param person who hands it in, known for sure
     * @param edit what it does
     * @param content the edit as {@link studio.tutti.core.protocol.EditFormat} writes it
     * @param answer told once what became of it, on a thread that must not be held up
     */
    public Submission(UUID song, Id person, Edit edit, byte[] content, Consumer<Outcome> answer) {
        this.song = song;
        this.person = person;
        this.edit = edit;
        this.content = content;
        this.answer = answer;
    }

    UUID song() {
        return song;
    }

    Id person() {
        return person;
    }

    Edit edit() {
        return edit;
    }

    byte[] content() {
        return content;
    }

    void answer(Outcome outcome) {
        answer.accept(outcome);
    }

    /** This and an equal one, handed in twice while its place was undecided: both are answered alike. */
    Submission with(Submission twin) {
        Submission both = new Submission(song, person, edit, content, outcome -> {
            answer(outcome);
            twin.answer(outcome);
        });
        both.failures = Math.max(failures, twin.failures);
        return both;
    }
}
