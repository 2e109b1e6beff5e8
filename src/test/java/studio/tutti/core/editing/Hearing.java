package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreCompiler;

/** What a song sounds like, as its compiled score says: at 120 quarters a minute and 1,920 frames a second a frame is a tick. */
final class Hearing {

    private static final int RATE = 1920;
    private static final int NOTE = 1;

    /** A note that sounds; track is its handle, gain in hundredths of a dB. */
    record Sounding(long start, long end, int track, int pitch, int velocity, int gain) {

        Sounding cut(long from, long to, long shift) {
            return new Sounding(Math.max(start, from) + shift, Math.max(start + 1, Math.min(end, to)) + shift, track, pitch, velocity, gain);
        }
    }

    private Hearing() {}

    /** All notes that sound, sorted. */
    static List<Sounding> of(Arrangement song) {
        Score score = ScoreCompiler.compile(song, RATE);
        int[] packed = score.packed();
        List<Sounding> notes = new ArrayList<>();
        for (int at = packed.length - 6 * packed[6]; at < packed.length; at += 6) {
            if (packed[at + 2] >> 16 == NOTE) {
                int track = score.trackName(packed[at + 1]);
                notes.add(new Sounding(packed[at], packed[at + 3], track, packed[at + 2] >> 8 & 0xFF, packed[at + 2] & 0xFF, packed[at + 5]));
            }
        }
        return sorted(notes);
    }

    static List<Sounding> sorted(List<Sounding> notes) {
        List<Sounding> sorted = new ArrayList<>(notes);
        sorted.sort(java.util.Comparator.comparingLong(Sounding::start).thenComparing(Sounding::toString));
        return sorted;
    }

    /** Controllers, bends and programs as they come, by track and time; ends of pedals among them. */
    static List<List<Integer>> controls(Arrangement song) {
        Score score = ScoreCompiler.compile(song, RATE);
        int[] packed = score.packed();
        List<List<Integer>> controls = new ArrayList<>();
        for (int at = packed.length - 6 * packed[6]; at < packed.length; at += 6) {
            if (packed[at + 2] >> 16 != NOTE) {
                controls.add(List.of(score.trackName(packed[at + 1]), packed[at], packed[at + 2], packed[at + 3]));
            }
        }
        return controls;
    }
}
