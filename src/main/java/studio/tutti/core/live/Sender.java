package studio.tutti.core.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.recording.Played;
import studio.tutti.core.recording.Played.What;

/**
 * Collects what hands did, to be told to the room in batches: at most one every {@value #EVERY_MILLIS} ms, of a wheel or
 * knob only its latest place. While keys are held the room is told so now and then, so that a note whose end was lost does
 * not sound on.
 */
public final class Sender {

    public static final int EVERY_MILLIS = 20;
    /** Things in a batch. */
    public static final int MOST = 64;
    private static final double STILL_MILLIS = 1_000;
    private static final int LONGEST_MILLIS = 65_535;

    /**
     * What is told at once.
     *
     * @param number counts batches, so that a lost one is noticed
     * @param from the page's millisecond that the touches' times are counted from
     */
    public record Batch(int number, double from, List<Touch> touches) {}

    private final List<Played> waiting = new ArrayList<>();
    private double told = Double.NEGATIVE_INFINITY;
    private int held;
    private int number;

    public void add(Played played) {
        if (played.what() != What.DOWN && played.what() != What.UP) {
            waiting.removeIf(each -> each.what() == played.what() && each.number() == played.number()
                    && each.track().equals(played.track()) && played.number() != 64);
        }
        waiting.add(played);
        held = Math.max(0, held + (played.what() == What.DOWN ? 1 : played.what() == What.UP ? -1 : 0));
    }

    /** Whether there is something to tell, now or soon. */
    public boolean isBusy() {
        return !waiting.isEmpty() || held > 0;
    }

    /** The batch that is due at a millisecond of the page's; one without touches says that keys are still held. */
    public @Nullable Batch due(double now) {
        boolean still = held > 0 && now - told >= STILL_MILLIS;
        if (now - told < EVERY_MILLIS || waiting.isEmpty() && !still) {
            return null;
        }
        told = now;
        double from = waiting.isEmpty() ? now : waiting.getFirst().millis();
        List<Played> due = waiting.subList(0, Math.min(MOST, waiting.size()));
        List<Touch> touches = new ArrayList<>(due.size());
        for (Played each : due) {
            int after = (int) Math.max(0, Math.min(LONGEST_MILLIS, Math.round(each.millis() - from)));
            touches.add(new Touch(each.track(), after, each.what(), each.number(), each.value()));
        }
        due.clear();
        return new Batch(number++, from, touches);
    }

    /** Nothing is told of what was played until now. */
    public void forget() {
        waiting.clear();
        held = 0;
    }
}
