package studio.tutti.core.engine;

import studio.tutti.core.media.MediaKey;

/**
 * The {@link Annex#REGIONS} of a score: stretches of recorded sound that tracks play.
 *
 * <p>Layout: the number of regions, then {@value #WIDTH} numbers a region: the track, first frame and the frame after the last,
 * the two halves of the recording's {@link MediaKey}, the two halves of a double (which second of the recording would lie at
 * the score's first frame), gain in hundredths of a dB, frames of the fade in and out, flags ({@value #CROSSES_IN} the fade in
 * is one side of a crossfade, {@value #CROSSES_OUT} the fade out). Regions come by track and first frame. Recipes of
 * stretched recordings follow, {@link ScoreStretches}.
 */
final class ScoreRegions {

    static final int WIDTH = 11;
    static final int CROSSES_IN = 1;
    static final int CROSSES_OUT = 2;

    private final int[] data;
    private final int at;
    private final int end;
    private final int count;

    ScoreRegions(Score score) {
        data = score.packed();
        at = score.annexAt(Annex.REGIONS) + 1;
        int size = score.annexSize(Annex.REGIONS);
        end = at - 1 + size;
        count = size == 0 ? 0 : Math.max(0, Math.min(data[at - 1], (size - 1) / WIDTH));
    }

    int size() {
        return count;
    }

    int track(int region) {
        return data[at + WIDTH * region];
    }

    int from(int region) {
        return data[at + WIDTH * region + 1];
    }

    int to(int region) {
        return data[at + WIDTH * region + 2];
    }

    MediaKey key(int region) {
        return MediaKey.of(data[at + WIDTH * region + 3], data[at + WIDTH * region + 4]);
    }

    /** Which second of the recording would lie at the score's first frame. */
    double shift(int region) {
        int place = at + WIDTH * region + 5;
        return Double.longBitsToDouble((long) data[place] << 32 | data[place + 1] & 0xFFFFFFFFL);
    }

    /** Hundredths of a dB. */
    int gain(int region) {
        return data[at + WIDTH * region + 7];
    }

    int fadeIn(int region) {
        return data[at + WIDTH * region + 8];
    }

    int fadeOut(int region) {
        return data[at + WIDTH * region + 9];
    }

    boolean crossesIn(int region) {
        return (data[at + WIDTH * region + 10] & CROSSES_IN) != 0;
    }

    boolean crossesOut(int region) {
        return (data[at + WIDTH * region + 10] & CROSSES_OUT) != 0;
    }

    /** Lets all tracks but one play none, in a copy of the score's numbers. */
    static void keep(Score score, int track, int[] packed) {
        ScoreRegions regions = new ScoreRegions(score);
        for (int region = 0; region < regions.count; region++) {
            if (regions.track(region) != track) {
                packed[regions.at + WIDTH * region] = Score.NONE;
            }
        }
    }

    /** The numbers of the regions of one track, all but the track itself. */
    int[] of(int track) {
        Numbers numbers = new Numbers();
        for (int region = 0; region < count; region++) {
            if (track(region) == track) {
                for (int i = 1; i < WIDTH; i++) {
                    numbers.add(data[at + WIDTH * region + i]);
                }
            }
        }
        return numbers.copy();
    }

    /** Writes the regions of one track under another index, and returns where the last of them ends. */
    int copy(int track, int index, ScoreBuilder to) {
        int[] own = of(track);
        Numbers annex = to.annex(Annex.REGIONS);
        annex.add(own.length / (WIDTH - 1));
        for (int i = 0; i < own.length; i++) {
            if (i % (WIDTH - 1) == 0) {
                annex.add(index);
            }
            annex.add(own[i]);
        }
        for (int i = at + WIDTH * count; i < end; i++) {
            annex.add(data[i]);
        }
        int last = 0;
        for (int i = 1; i < own.length; i += WIDTH - 1) {
            last = Math.max(last, own[i]);
        }
        return last;
    }
}
