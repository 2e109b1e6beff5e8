package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Sampler;

/**
 * Plays a track's regions at the place where the song stands, cell by cell.
 *
 * <p>Where playing stops or jumps away, what sounded goes on from its place and fades within 12 ms; where it begins in the middle
 * of a sound, that is set down to the level it begins from and let up within the same time. Where the regions themselves change
 * while they play, the old ones pass into the new within that time.
 */
final class RegionReader {

    private static final double FADE_SECONDS = 0.012;

    final double[] left = new double[Sampler.CELL];
    final double[] right = new double[Sampler.CELL];
    /** From 1 to 0 along a cosine. */
    private final double[] fade;
    private final double[] fadingLeft = new double[Sampler.CELL];
    private final double[] fadingRight = new double[Sampler.CELL];
    private final double[] oneLeft = new double[1];
    private final double[] oneRight = new double[1];
    private @Nullable RegionTrack regions;
    private @Nullable RegionTrack playing;
    private int next;
    private @Nullable RegionTrack tail;
    private int tailNext;
    private int tailAge;
    private double setLeft;
    private double setRight;
    private int setAge;
    /** How far new regions have come that pass into their place. */
    private int risen;
    private int made;
    private boolean sounds;

    RegionReader(int rate) {
        fade = new double[Math.max(Sampler.CELL, (int) (FADE_SECONDS * rate))];
        for (int i = 0; i < fade.length; i++) {
            fade[i] = 0.5 + 0.5 * Functions.cos(Math.PI * i / fade.length);
        }
        setAge = fade.length;
        risen = fade.length;
    }

    /** Takes what the track plays from now on; null for nothing. */
    void take(@Nullable RegionTrack list) {
        regions = list;
    }

    /** What the track plays. */
    @Nullable RegionTrack regions() {
        return regions;
    }

    /** Whether it has anything in the cell, or will have in the next. */
    boolean sounds() {
        return sounds;
    }

    /** Begins a cell. */
    void begin() {
        made = 0;
        sounds = playing != null && playing.sounds(next - 1, next + 2 * Sampler.CELL) || tail != null || setAge < fade.length;
    }

    /** Plays the frames {@code from … to} of the song on {@code frames} frames of the cell from {@code at} on. */
    void play(int from, int to, int at, int frames) {
        rest(at);
        RegionTrack list = regions;
        boolean goesOn = playing != null && next == from;
        if (list != playing && goesOn && (list == null || !list.isLike(playing))) {
            pass();
        } else if (!goesOn && list != null) {
            leave();
            list.leap();
            begin(list, from);
        } else if (list == null) {
            leave();
        }
        playing = list;
        if (list != null && frames > 0) {
            clear(at, at + frames);
            if (list.sounds(from, to)) {
                sounds = true;
                list.add(from, (to - from) / (double) frames, left, right, at, frames, true);
                rise(at, frames);
            } else {
                risen = Math.min(fade.length, risen + frames);
            }
            next = to;
        } else {
            clear(at, at + frames);
        }
        over(at, at + frames);
        made = at + frames;
    }

    /** Begins in the middle: the level just before is taken off and let go. */
    private void begin(RegionTrack list, int from) {
        risen = fade.length;
        oneLeft[0] = 0;
        oneRight[0] = 0;
        list.add(from - 1, 1, oneLeft, oneRight, 0, 1, false);
        if (oneLeft[0] != 0 || oneRight[0] != 0) {
            set(-oneLeft[0], -oneRight[0]);
        }
    }

    /** Other regions are played from here on: the old ones pass into them. */
    private void pass() {
        leave();
        risen = 0;
    }

    private void rise(int at, int frames) {
        for (int i = at; i < at + frames && risen < fade.length; i++) {
            double gain = 1 - fade[risen++];
            left[i] *= gain;
            right[i] *= gain;
        }
    }

    /** Makes the cell up to a frame without playing on. */
    void rest(int until) {
        if (made >= until) {
            return;
        }
        leave();
        clear(made, until);
        over(made, until);
        made = until;
    }

    private void clear(int from, int to) {
        for (int i = from; i < to; i++) {
            left[i] = 0;
            right[i] = 0;
        }
    }

    /** What plays here goes on as a tail; a tail that still sounds is set down. */
    private void leave() {
        RegionTrack left = playing;
        if (left == null) {
            return;
        }
        RegionTrack before = tail;
        if (before != null && before.sounds(tailNext, tailNext + 1)) {
            oneLeft[0] = 0;
            oneRight[0] = 0;
            before.add(tailNext, 1, oneLeft, oneRight, 0, 1, false);
            set(oneLeft[0] * fade[tailAge], oneRight[0] * fade[tailAge]);
        }
        playing = null;
        tail = left.sounds(next - 1, next + fade.length) ? left : null;
        tailNext = next;
        tailAge = 0;
        sounds |= tail != null;
    }

    private void set(double l, double r) {
        double still = setAge < fade.length ? fade[setAge] : 0;
        setLeft = setLeft * still + l;
        setRight = setRight * still + r;
        setAge = 0;
        sounds = true;
    }

    /** Adds the tail and the level that is let go. */
    private void over(int from, int to) {
        RegionTrack fading = tail;
        if (fading != null) {
            int frames = Math.min(to - from, fade.length - tailAge);
            for (int i = 0; i < frames; i++) {
                fadingLeft[i] = 0;
                fadingRight[i] = 0;
            }
            fading.add(tailNext, 1, fadingLeft, fadingRight, 0, frames, false);
            for (int i = 0; i < frames; i++) {
                left[from + i] += fadingLeft[i] * fade[tailAge];
                right[from + i] += fadingRight[i] * fade[tailAge];
                tailAge++;
            }
            tailNext += frames;
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
