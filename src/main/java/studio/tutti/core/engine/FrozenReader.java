package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Sampler;

/**
 * Plays a frozen track at the place where the song stands, cell by cell.
 *
 * <p>Where playing stops or jumps away, what sounded goes on from its place and fades within 12 ms. Where it begins in the
 * middle of a sound, the sound is set down to the level it begins from and let up within the same time: nothing steps, and
 * the attack of a note that begins right there is left whole.
 */
final class FrozenReader {

    private static final double FADE_SECONDS = 0.012;

    final double[] left = new double[Sampler.CELL];
    final double[] right = new double[Sampler.CELL];
    /** From 1 to 0 along a cosine. */
    private final double[] fade;
    private @Nullable FrozenTrack head;
    private int next;
    private @Nullable FrozenTrack tail;
    private int tailNext;
    private int tailAge;
    private double setLeft;
    private double setRight;
    private int setAge;
    /** Frames of the cell that are made. */
    private int made;
    private boolean sounds;

    FrozenReader(int rate) {
        fade = new double[Math.max(Sampler.CELL, (int) (FADE_SECONDS * rate))];
        for (int i = 0; i < fade.length; i++) {
            fade[i] = 0.5 + 0.5 * Functions.cos(Math.PI * i / fade.length);
        }
        setAge = fade.length;
    }

    /** Whether it has anything in the cell, or will have in the next. */
    boolean sounds() {
        return sounds;
    }

    /** Begins a cell. */
    void begin() {
        made = 0;
        sounds = head != null || tail != null || setAge < fade.length;
    }

    /**
     * Plays a stretch of a track: the frames {@code from … to} of the song, on {@code frames} frames of the cell from
     * {@code at} on. The two lengths differ by one at most.
     */
    void play(FrozenTrack track, int from, int to, int at, int frames) {
        rest(at);
        if (head != track || next != from) {
            leave();
            set(-track.left(from - 1), -track.right(from - 1));
            head = track;
        }
        sounds = true;
        if (to - from == frames) {
            straight(track, from, at, frames);
        } else {
            bent(track, from, (to - from) / (double) frames, at, frames);
        }
        next = to;
        over(at, at + frames);
        made = at + frames;
    }

    /** Makes the cell up to a frame without playing on. */
    void rest(int until) {
        if (made >= until) {
            return;
        }
        leave();
        if (sounds || until < Sampler.CELL) {
            for (int i = made; i < until; i++) {
                left[i] = 0;
                right[i] = 0;
            }
            over(made, until);
        }
        made = until;
    }

    private static void straight(double[] to, int at, int frames, FrozenTrack track, int from, boolean isLeft) {
        for (int i = 0; i < frames; ) {
            int frame = from + i;
            FrozenBlock block = track.block(frame);
            int offset = Math.floorMod(frame, FrozenTrack.BLOCK);
            int run = Math.min(frames - i, FrozenTrack.BLOCK - offset);
            for (int k = 0; k < run; k++) {
                to[at + i + k] = block == null ? 0 : isLeft ? block.left(offset + k) : block.right(offset + k);
            }
            i += run;
        }
    }

    private void straight(FrozenTrack track, int from, int at, int frames) {
        straight(left, at, frames, track, from, true);
        straight(right, at, frames, track, from, false);
    }

    /** A frame more or less than the cell has: read in between, so that nothing is left out or doubled. */
    private void bent(FrozenTrack track, int from, double step, int at, int frames) {
        for (int i = 0; i < frames; i++) {
            double place = from + i * step;
            int frame = (int) place;
            double part = place - frame;
            left[at + i] = track.left(frame) * (1 - part) + track.left(frame + 1) * part;
            right[at + i] = track.right(frame) * (1 - part) + track.right(frame + 1) * part;
        }
    }

    /** What sounds here goes on as a tail. */
    private void leave() {
        FrozenTrack left = head;
        if (left == null) {
            return;
        }
        FrozenTrack before = tail;
        if (before != null) {
            set(before.left(tailNext) * fade[tailAge], before.right(tailNext) * fade[tailAge]);
        }
        tail = left;
        tailNext = next;
        tailAge = 0;
        head = null;
    }

    /** Adds something to the level that is let go. */
    private void set(double l, double r) {
        double still = setAge < fade.length ? fade[setAge] : 0;
        setLeft = setLeft * still + l;
        setRight = setRight * still + r;
        setAge = 0;
    }

    /** Adds the tail and the level that is let go. */
    private void over(int from, int to) {
        FrozenTrack fading = tail;
        if (fading != null) {
            int end = Math.min(to, from + fade.length - tailAge);
            for (int i = from; i < end; i++) {
                left[i] += fading.left(tailNext) * fade[tailAge];
                right[i] += fading.right(tailNext) * fade[tailAge];
                tailNext++;
                tailAge++;
            }
            if (tailAge == fade.length) {
                tail = null;
            }
        }
        int end = Math.min(to, from + fade.length - setAge);
        for (int i = from; i < end; i++) {
            left[i] += setLeft * fade[setAge];
            right[i] += setRight * fade[setAge];
            setAge++;
        }
    }
}
