package studio.tutti.core.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.music.TempoMap;

/** Where the song was, at which millisecond, as the ear heard it: the last hour of playing, as stretches. */
public final class Course {

    /** Milliseconds by which a place may differ from what the stretch says before it counts as a jump. */
    private static final double JUMP_MILLIS = 60;
    /**
     * What a place may be off without having been asked to jump, in milliseconds: a device that was not fed in time falls
     * behind, and what is known of its clock settles while it begins.
     */
    private static final double SLIP_MILLIS = 500;
    private static final double KEPT_MILLIS = 3_600_000;
    /** Seconds of playing that may have gone by before the first word of it. */
    private static final double UNTOLD_SECONDS = 0.1;

    private final List<Stretch> stretches = new ArrayList<>();
    private final Supplier<TempoMap> tempo;
    private int runs;
    private double loopFrom;
    private double loopTo;
    private boolean looping;
    private double stood = Double.NaN;

    /** @param tempo the song's as it is now */
    public Course(Supplier<TempoMap> tempo) {
        this.tempo = tempo;
    }

    /** The loop as the engine has it, in ticks. */
    public void loop(double from, double to, boolean on) {
        loopFrom = from;
        loopTo = to;
        looping = on && to > from;
    }

    /** The song is heard at a tick at a millisecond, which may lie a little ahead of now, and goes on from there. */
    public void heard(double millis, double tick) {
        TempoMap map = tempo.get();
        Stretch last = open();
        if (last == null) {
            double untold = map.seconds(tick) - map.seconds(stood);
            boolean setOff = untold >= 0 && untold <= UNTOLD_SECONDS;
            begin(setOff ? millis - untold * 1000 : millis, setOff ? stood : tick, ++runs);
        } else {
            double expected = last.tick(millis, map);
            double off = (map.seconds(tick) - map.seconds(expected)) * 1000;
            if (Math.abs(off) <= JUMP_MILLIS) {
                last.at(millis, tick);
            } else if (looping && tick < loopTo && (map.seconds(loopTo) - map.seconds(expected)) * 1000 <= JUMP_MILLIS) {
                double turn = millis - (map.seconds(tick) - map.seconds(loopFrom)) * 1000;
                last.end(turn, loopTo);
                begin(turn, loopFrom, last.run);
            } else if (Math.abs(off) <= SLIP_MILLIS) {
                last.slip(millis, tick);
            } else {
                last.end(millis, expected);
                begin(millis, tick, ++runs);
            }
        }
    }

    /** The song stands at a tick from a millisecond on. What plays next from there begins at that tick, however late it is told. */
    public void stands(double millis, double tick) {
        stood = tick;
        Stretch last = open();
        if (last != null) {
            double end = Math.max(last.from, millis);
            last.end(end, last.tick(end, tempo.get()));
        }
    }

    private void begin(double millis, double tick, int run) {
        stretches.removeIf(old -> old.until() < millis - KEPT_MILLIS);
        stretches.add(new Stretch(millis, tick, run));
    }

    private @Nullable Stretch open() {
        return !stretches.isEmpty() && stretches.getLast().isOpen() ? stretches.getLast() : null;
    }

    /** Whether the song goes by now. */
    public boolean isGoing() {
        return open() != null;
    }

    /** The stretches of the run that was heard at a millisecond or is the first that begins after it; none if there is none. */
    List<Stretch> runAt(double millis) {
        for (Stretch each : stretches) {
            if (each.until() > millis) {
                return run(each.run);
            }
        }
        return List.of();
    }

    /** The stretches of the run that was going at a millisecond; none if it stood. */
    List<Stretch> runThrough(double millis) {
        for (Stretch each : stretches) {
            if (each.holds(millis)) {
                return run(each.run);
            }
        }
        return List.of();
    }

    private List<Stretch> run(int number) {
        return stretches.stream().filter(each -> each.run == number).toList();
    }

    /** The tick that was heard at a millisecond, or −1 if the song stood. */
    public double tick(double millis) {
        for (Stretch each : stretches) {
            if (each.holds(millis)) {
                return each.tick(millis, tempo.get());
            }
        }
        return -1;
    }
}
