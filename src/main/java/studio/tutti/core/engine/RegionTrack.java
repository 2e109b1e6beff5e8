package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.Resampling;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.media.MediaSound;

/**
 * The regions that a track plays: recorded sound at its places, with gains and fades.
 *
 * <p>Where the recording has the engine's rate it is read sample by sample, from the sample nearest to where it belongs; else
 * between its samples. Where a region cuts into a recording, the cut is smoothed over {@value #CUT_SECONDS} s around it, so that two
 * regions which adjoin in the recording, too, pass into each other without a trace. What has not arrived is silent, and comes
 * and goes with a swell.
 */
final class RegionTrack {

    /** How long a cut takes. */
    static final double CUT_SECONDS = 0.004;

    /** How long sound swells that arrives late. */
    private static final double SWELL_SECONDS = 0.012;

    private final int[] numbers;
    private final int rate;
    private final int count;
    private final int[] from;
    private final int[] to;
    private final double[] gain;
    private final double[] shift;
    private final @Nullable MediaSound[] sounds;
    /** Frames of the recording for one of the song, and the frame of the recording at the song's first. */
    private final double[] ratio;
    private final double[] origin;
    private final double[] in;
    private final double[] out;
    private final boolean[] crossesIn;
    private final boolean[] crossesOut;
    private final boolean[] cutsIn;
    private final boolean[] cutsOut;
    private final @Nullable Resampling[] readers;
    /** How far the swell of each is, in cells; −1 where it has not been heard since the last jump. */
    private final int[] swells;
    private final int full;
    private final double cut;
    private double[] window = new double[0];
    private final double[] left = new double[Sampler.CELL];
    private final double[] right = new double[Sampler.CELL];

    RegionTrack(Score score, int track) {
        ScoreRegions all = new ScoreRegions(score);
        numbers = all.of(track);
        rate = score.rate();
        count = numbers.length / (ScoreRegions.WIDTH - 1);
        from = new int[count];
        to = new int[count];
        gain = new double[count];
        shift = new double[count];
        sounds = new MediaSound[count];
        ratio = new double[count];
        origin = new double[count];
        in = new double[count];
        out = new double[count];
        crossesIn = new boolean[count];
        crossesOut = new boolean[count];
        cutsIn = new boolean[count];
        cutsOut = new boolean[count];
        readers = new Resampling[count];
        swells = new int[count];
        cut = CUT_SECONDS * rate / 2;
        full = (int) (SWELL_SECONDS * rate / Sampler.CELL) + 1;
        int at = 0;
        for (int region = 0; region < all.size(); region++) {
            if (all.track(region) == track) {
                from[at] = all.from(region);
                to[at] = all.to(region);
                gain[at] = all.gain(region) > -9600 ? Decibels.gain(all.gain(region) * 0.01) / 32768 : 0;
                shift[at] = all.shift(region);
                in[at] = all.fadeIn(region);
                out[at] = all.fadeOut(region);
                crossesIn[at] = all.crossesIn(region);
                crossesOut[at++] = all.crossesOut(region);
            }
        }
        leap();
    }

    /** Whether another list says the same. */
    boolean isLike(RegionTrack other) {
        return Arrays.equals(numbers, other.numbers);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Takes the recordings that are there. */
    void resolve(Score score, int track, MediaShelf shelf) {
        ScoreRegions all = new ScoreRegions(score);
        int at = 0;
        for (int region = 0; region < all.size() && at < count; region++) {
            if (all.track(region) == track) {
                MediaSound sound = shelf.at(all.key(region).bits());
                if (sound != sounds[at]) {
                    sounds[at] = sound;
                    if (sound != null) {
                        place(at, sound);
                    }
                }
                at++;
            }
        }
    }

    private void place(int region, MediaSound sound) {
        double frames = shift[region] * sound.rate();
        ratio[region] = (double) sound.rate() / rate;
        if (sound.rate() == rate) {
            origin[region] = Functions.floor(frames + 0.5);
            readers[region] = null;
        } else {
            origin[region] = frames;
            Resampling reader = null;
            for (int other = 0; other < count; other++) {
                if (readers[other] != null && ratio[other] == ratio[region]) {
                    reader = readers[other];
                }
            }
            reader = reader == null ? new Resampling(ratio[region]) : reader;
            readers[region] = reader;
            // a cell may be read one frame longer than it is
            int needed = (int) ((Sampler.CELL + 2) * ratio[region]) + reader.points() + 2;
            if (window.length < needed) {
                window = new double[needed];
            }
        }
        cutsIn[region] = from[region] * ratio[region] + origin[region] > 0.5;
        cutsOut[region] = to[region] * ratio[region] + origin[region] < sound.frames() - 0.5;
    }

    /** Playing begins anew somewhere: what is there sounds at once. */
    void leap() {
        for (int region = 0; region < count; region++) {
            swells[region] = -1;
        }
    }

    /** Whether anything may be heard between two frames of the song. */
    boolean sounds(double begin, double end) {
        for (int region = 0; region < count; region++) {
            if (sounds[region] != null && end > from[region] - cut && begin < to[region] + cut) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds what sounds.
     *
     * @param begin frame of the song
     * @param step frames of the song from one frame to the next
     * @param at where in the arrays the first goes
     * @param frames a cell's at most
     * @param moves whether swells go on by this
     */
    void add(double begin, double step, double[] l, double[] r, int at, int frames, boolean moves) {
        double end = begin + step * frames;
        for (int region = 0; region < count; region++) {
            MediaSound sound = sounds[region];
            if (sound == null || end <= from[region] - cut || begin >= to[region] + cut) {
                continue;
            }
            double first = begin * ratio[region] + origin[region];
            double stride = step * ratio[region];
            int swell = swell(region, sound, first, stride, frames, moves);
            if (swell >> 16 == 0 && (swell & 0xFFFF) == 0) {
                continue;
            }
            read(region, sound, first, stride, frames);
            mix(region, begin, step, l, r, at, frames, (swell >> 16) / (double) full, (swell & 0xFFFF) / (double) full);
        }
    }

    /** Where the swell stands before (upper half) and after the cell. */
    private int swell(int region, MediaSound sound, double first, double stride, int frames, boolean moves) {
        int reach = full * Sampler.CELL;
        int low = (int) first - 64;
        int high = (int) (first + stride * (frames + reach)) + 64;
        boolean there = sound.has(low, (int) (first + stride * frames) + 64);
        boolean stays = there && sound.has(low, high);
        int before = swells[region] < 0 ? there ? full : 0 : swells[region];
        int after = !there ? 0 : stays ? Math.min(full, before + 1) : Math.max(0, before - 1);
        if (!there) {
            before = 0;
        }
        if (moves) {
            swells[region] = after;
        } else {
            after = before;
        }
        return before << 16 | after;
    }

    private void read(int region, MediaSound sound, double first, double stride, int frames) {
        boolean stereo = sound.channels() == 2;
        if (readers[region] == null && stride == 1) {
            sound.lay(0, (int) first, left, frames);
            if (stereo) {
                sound.lay(1, (int) first, right, frames);
            }
        } else {
            read(region, sound, 0, first, stride, left, frames);
            if (stereo) {
                read(region, sound, 1, first, stride, right, frames);
            }
        }
        if (!stereo) {
            System.arraycopy(left, 0, right, 0, frames);
        }
    }

    private void read(int region, MediaSound sound, int channel, double first, double stride, double[] to, int frames) {
        Resampling reader = readers[region];
        if (reader == null) {
            // a frame more or less than the cell has: in between, so that nothing is left out or doubled
            for (int i = 0; i < frames; i++) {
                double place = first + i * stride;
                double whole = Functions.floor(place);
                double part = place - whole;
                to[i] = sound.at(channel, (int) whole) * (1 - part) + sound.at(channel, (int) whole + 1) * part;
            }
            return;
        }
        double floor = Functions.floor(first);
        int base = (int) floor - reader.before();
        double part = first - floor;
        int needed = (int) (part + stride * (frames - 1)) + reader.points();
        sound.lay(channel, base, window, Math.min(needed, window.length));
        for (int i = 0; i < frames; i++) {
            double place = part + i * stride;
            int whole = (int) place;
            to[i] = reader.at(window, whole, place - whole);
        }
    }

    private void mix(int region, double begin, double step, double[] l, double[] r, int at, int frames, double before, double after) {
        double end = begin + step * frames;
        boolean plain = begin >= from[region] + Math.max(in[region], cut) && end <= to[region] - Math.max(out[region], cut)
                && before == 1 && after == 1;
        double level = gain[region];
        for (int i = 0; i < frames; i++) {
            double g = level;
            if (!plain) {
                double frame = begin + step * i;
                double swell = before + (after - before) * i / frames;
                g *= smooth(swell) * edge(frame - from[region], in[region], cutsIn[region], crossesIn[region])
                        * edge(to[region] - frame, out[region], cutsOut[region], crossesOut[region]);
            }
            l[at + i] += left[i] * g;
            r[at + i] += right[i] * g;
        }
    }

    /**
     * The gain near an edge.
     *
     * @param inside frames from the edge to within
     * @param fade frames of the fade, or 0
     * @param cuts whether the recording goes on beyond the edge
     * @param crosses whether the fade is one side of a crossfade: the squares of both sides make 1
     */
    private double edge(double inside, double fade, boolean cuts, boolean crosses) {
        if (fade > 0) {
            return inside <= 0 ? 0 : inside >= fade ? 1 : crosses ? Math.sqrt(smooth(inside / fade)) : smooth(inside / fade);
        }
        if (cuts) {
            return smooth((inside + cut) / (2 * cut));
        }
        return inside < 0 ? 0 : 1;
    }

    /** From 0 to 1 without a corner; what it lacks to 1 is the same curve the other way. */
    private static double smooth(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x);
    }
}
