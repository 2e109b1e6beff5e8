package studio.tutti.core.recording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.TempoMap;

/**
 * Writes down what hands did on one track. Each time that the song goes by is a {@link Pass} of its own. A key that is
 * down when a pass ends is let go there; a pedal that is down is put down again where the next pass begins. What was
 * played up to an eighth before the first pass is put at its beginning, since nobody is late on purpose before bar one.
 */
public final class Transcript {

    /** How early a note may come before recording begins and still be meant for its first tick. */
    static final double EARLY_TICKS = 480;

    private final List<Stretch> stretches;
    private final TempoMap tempo;
    private final List<Pass> passes = new ArrayList<>();
    private final List<Pass.Note> notes = new ArrayList<>();
    private final List<Pass.Move> moves = new ArrayList<>();
    private final @Nullable Down[] down = new Down[128];
    private int at;
    private boolean pedal;

    private record Down(double tick, int velocity) {}

    private Transcript(List<Stretch> stretches, TempoMap tempo) {
        this.stretches = stretches;
        this.tempo = tempo;
    }

    /**
     * @param course where the song was when
     * @param from the millisecond from which on it is written down; if the song stands there, what plays next
     * @param to the millisecond at which hands stop counting
     * @param late milliseconds by which messages come later than hands moved
     */
    public static List<Pass> of(List<Played> played, Id track, Course course, double from, double to, double late, TempoMap tempo) {
        List<Stretch> run = course.runAt(from).stream()
                .filter(each -> each.until() > from)
                .map(each -> each.since(from, tempo))
                .toList();
        return write(played, track, run, to, late, tempo);
    }

    static List<Pass> write(List<Played> played, Id track, List<Stretch> stretches, double to, double late, TempoMap tempo) {
        if (stretches.isEmpty()) {
            return List.of();
        }
        Transcript transcript = new Transcript(stretches, tempo);
        for (Played each : played) {
            if (each.track().equals(track) && each.millis() - late < to) {
                transcript.take(each, each.millis() - late);
            }
        }
        transcript.end(to);
        return transcript.passes;
    }

    private void take(Played played, double millis) {
        while (at + 1 < stretches.size() && millis >= stretches.get(at).until()) {
            turn(stretches.get(at).ends(tempo));
            at++;
            if (pedal) {
                moves.add(new Pass.Move(stretches.get(at).begins, Controllers.SUSTAIN, 127));
            }
        }
        Stretch now = stretches.get(at);
        double tick = millis < now.until() ? now.tick(millis, tempo) : now.ends(tempo);
        switch (played.what()) {
            case DOWN -> {
                up(played.number(), tick);
                if (millis < now.until()) {
                    down[played.number()] = new Down(tick, played.value());
                }
            }
            case UP -> up(played.number(), tick);
            case CONTROL -> move(tick, played.number(), played.value());
            case BEND -> move(tick, Controllers.PITCH_BEND, played.value());
            case PRESSURE -> move(tick, Controllers.CHANNEL_PRESSURE, played.value());
        }
    }

    private void up(int key, double tick) {
        Down began = down[key];
        down[key] = null;
        double begins = stretches.get(at).begins;
        if (began == null || at == 0 && began.tick < begins - EARLY_TICKS) {
            return;
        }
        double start = Math.max(begins, began.tick);
        if (tick > start || began.tick < begins) {
            notes.add(new Pass.Note(start, Math.max(tick, start + 1), key, began.velocity));
        } else {
            notes.add(new Pass.Note(start, start + 1, key, began.velocity));
        }
    }

    private void move(double tick, int controller, int amount) {
        if (controller == Controllers.SUSTAIN) {
            pedal = amount >= 64;
        }
        double when = Math.max(stretches.get(at).begins, tick);
        for (int i = moves.size() - 1; i >= 0; i--) {
            if (moves.get(i).controller() == controller) {
                if (moves.get(i).amount() == amount) {
                    return;
                }
                if (moves.get(i).tick() == when) {
                    moves.remove(i);
                }
                break;
            }
        }
        moves.add(new Pass.Move(when, controller, amount));
    }

    private void turn(double ends) {
        for (int key = 0; key < down.length; key++) {
            up(key, ends);
        }
        notes.sort((a, b) -> a.start() != b.start() ? Double.compare(a.start(), b.start()) : a.pitch() - b.pitch());
        passes.add(new Pass(stretches.get(at).begins, ends, notes, moves));
        notes.clear();
        moves.clear();
    }

    private void end(double to) {
        Stretch last = stretches.get(at);
        turn(to < last.until() ? last.tick(to, tempo) : last.ends(tempo));
    }
}
