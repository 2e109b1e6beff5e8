package studio.tutti.collaboration.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.tutti.core.protocol.ByteReader;
import studio.tutti.core.protocol.ByteWriter;
import studio.tutti.core.protocol.EditFormat;

/** Edits of one song on their way to another node, and the outcomes on their way back. */
final class Batch {

    private static final int MOST = 100_000;
    /** How long the owner may take before it says "not yet"; asking again is safe, since edits have ids. */
    private static final long PATIENCE_SECONDS = 5;

    private Batch() {}

    static byte[] toBytes(List<Submission> submissions) {
        ByteWriter out = new ByteWriter();
        UUID song = submissions.getFirst().song();
        out.word(song.getMostSignificantBits());
        out.word(song.getLeastSignificantBits());
        out.count(submissions.size());
        for (Submission submission : submissions) {
            out.id(submission.person());
            out.blob(submission.content());
        }
        return out.toBytes();
    }

    /** Runs at the owner: hands all edits in and waits for what becomes of them. */
    static byte[] serve(byte[] message, Sequencer sequencer) {
        ByteReader in = new ByteReader(message);
        UUID song = new UUID(in.word(), in.word());
        int size = in.count(MOST);
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            CompletableFuture<Outcome> outcome = new CompletableFuture<>();
            outcomes.add(outcome);
            var person = in.id();
            byte[] content = in.blob(Integer.MAX_VALUE);
            sequencer.submit(new Submission(song, person, EditFormat.fromBytes(content), content, outcome::complete));
        }
        try {
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException undecided) {
            // What isn't decided yet is answered as such below.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        ByteWriter out = new ByteWriter();
        out.count(size);
        for (CompletableFuture<Outcome> outcome : outcomes) {
            write(outcome.getNow(new Outcome.Elsewhere()), out);
        }
        return out.toBytes();
    }

    private static void write(Outcome outcome, ByteWriter out) {
        switch (outcome) {
            case Outcome.Stored stored -> {
                out.octet(1);
                out.count(stored.revision());
                out.word(stored.checksum());
            }
            case Outcome.Refused refused -> {
                out.octet(2);
                out.text(refused.reason());
                out.count(refused.after());
            }
            case Outcome.Elsewhere elsewhere -> out.octet(3);
        }
    }

    static List<Outcome> outcomes(byte[] answer) {
        ByteReader in = new ByteReader(answer);
        int size = in.count(MOST);
        List<Outcome> outcomes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            outcomes.add(switch (in.octet()) {
                case 1 -> new Outcome.Stored(in.count(), in.word());
                case 2 -> new Outcome.Refused(in.text(10_000), in.count());
                default -> new Outcome.Elsewhere();
            });
        }
        return outcomes;
    }
}
