package studio.tutti.core.recording;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.TempoMap;

/**
 * What was just played without recording. If the song went by, it is what was played to it since it began; if it stood,
 * the last phrase, put as if the song had been played from a tick when the first key went down.
 */
public final class Capture {

    private final Tape tape;
    private final Course course;
    private double taken = Double.NEGATIVE_INFINITY;

    public Capture(Tape tape, Course course) {
        this.tape = tape;
        this.course = course;
    }

    /** Tracks that something to capture was played on, in the order of their first key. */
    public List<Id> tracks() {
        List<Id> tracks = new ArrayList<>();
        for (Played each : played()) {
            if (each.what() == Played.What.DOWN && !tracks.contains(each.track())) {
                tracks.add(each.track());
            }
        }
        return tracks;
    }

    /** Whether what would be captured was played to the song. */
    public boolean isToTheSong() {
        return !course.runThrough(tape.lastDown()).isEmpty();
    }

    /** What was played, from the first key on. */
    private List<Played> played() {
        double last = tape.lastDown();
        double from = Math.max(Math.nextUp(taken), last - Tape.KEPT_MILLIS);
        List<Stretch> run = course.runThrough(last);
        List<Played> played = run.isEmpty()
                ? tape.phrase(from)
                : tape.within(Math.max(from, run.getFirst().from - 250), Double.POSITIVE_INFINITY);
        int first = 0;
        while (first < played.size() && played.get(first).what() != Played.What.DOWN && !isPedal(played.get(first))) {
            first++;
        }
        return played.subList(first, played.size());
    }

    private static boolean isPedal(Played each) {
        return each.what() == Played.What.CONTROL && each.number() == 64 && each.value() >= 64;
    }

    /**
     * Writes it down for one track.
     *
     * @param now the millisecond at which keys that are still down are taken to go up
     * @param tick where the first key falls if the song stood
     * @param late milliseconds by which messages come later than hands moved
     */
    public List<Pass> write(Id track, double now, double tick, double late, TempoMap tempo) {
        List<Played> played = played();
        List<Stretch> run = course.runThrough(tape.lastDown());
        if (run.isEmpty() && !played.isEmpty()) {
            double first = played.stream().filter(each -> each.what() == Played.What.DOWN).findFirst().orElse(played.getFirst()).millis();
            run = List.of(new Stretch(first - late, tick, 0));
        }
        return Transcript.write(played, track, run, now, late, tempo);
    }

    /** What was there to capture is taken, and not offered again. */
    public void take() {
        taken = played().isEmpty() ? taken : played().getLast().millis();
    }
}
