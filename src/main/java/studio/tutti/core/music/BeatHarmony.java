package studio.tutti.core.music;

import java.util.ArrayList;
import java.util.List;

/**
 * What sounds in each beat of a piece, by pitch class: how long each one, and how long each one lowest. Shares of a beat add
 * up to 1, or to 0 where nothing sounds.
 */
public final class BeatHarmony {

    private static final int CLASSES = 12;

    private final long[] beats;
    private final int[] strengths;
    private final double[][] chroma;
    private final double[][] bass;

    /**
     * @param beats ticks where beats begin, strictly rising, and last the tick where the last one ends
     * @param strengths of each beat: 2 begins a bar, 1 the second half of one, 0 others
     * @param starts ticks where notes begin
     * @param ends ticks where they end, as many
     * @param pitches MIDI keys, as many
     */
    public BeatHarmony(long[] beats, int[] strengths, long[] starts, long[] ends, int[] pitches) {
        this.beats = beats.clone();
        this.strengths = strengths.clone();
        chroma = new double[count()][CLASSES];
        bass = new double[count()][CLASSES];
        List<List<Integer>> within = new ArrayList<>();
        for (int beat = 0; beat < count(); beat++) {
            within.add(new ArrayList<>());
        }
        for (int note = 0; note < starts.length; note++) {
            for (int beat = Math.max(0, beatAt(starts[note])); beat < count() && beats[beat] < ends[note]; beat++) {
                if (beats[beat + 1] > starts[note]) {
                    within.get(beat).add(note);
                }
            }
        }
        for (int beat = 0; beat < count(); beat++) {
            listen(beat, within.get(beat), starts, ends, pitches);
        }
    }

    private void listen(int beat, List<Integer> notes, long[] starts, long[] ends, int[] pitches) {
        long from = beats[beat];
        long to = beats[beat + 1];
        notes.sort((a, b) -> Integer.compare(pitches[a], pitches[b]));
        // The part of the beat that no lower note covers, as free stretches.
        List<long[]> free = new ArrayList<>(List.of(new long[] {from, to}));
        for (int note : notes) {
            long begin = Math.max(from, starts[note]);
            long end = Math.min(to, ends[note]);
            chroma[beat][pitches[note] % CLASSES] += end - begin;
            List<long[]> left = new ArrayList<>();
            for (long[] stretch : free) {
                long lowest = Math.min(end, stretch[1]) - Math.max(begin, stretch[0]);
                if (lowest <= 0) {
                    left.add(stretch);
                    continue;
                }
                bass[beat][pitches[note] % CLASSES] += lowest;
                if (stretch[0] < begin) {
                    left.add(new long[] {stretch[0], begin});
                }
                if (end < stretch[1]) {
                    left.add(new long[] {end, stretch[1]});
                }
            }
            free = left;
        }
        share(chroma[beat]);
        share(bass[beat]);
    }

    private static void share(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        for (int i = 0; i < parts.length && sum > 0; i++) {
            parts[i] /= sum;
        }
    }

    /** The beat that a tick lies in, or −1 before the first. */
    private int beatAt(long tick) {
        int at = java.util.Arrays.binarySearch(beats, tick);
        return at >= 0 ? at : -at - 2;
    }

    /** How many beats there are. */
    public int count() {
        return beats.length - 1;
    }

    /** Where a beat begins, in ticks; of {@link #count()}, where the last one ends. */
    public long tick(int beat) {
        return beats[beat];
    }

    /** 2 if a beat begins a bar, 1 if the second half of one, else 0. */
    public int strength(int beat) {
        return strengths[beat];
    }

    /** How much of what sounds in a beat is of a pitch class; 0 outside of the piece. */
    public double chroma(int beat, int pitchClass) {
        return beat < 0 || beat >= count() ? 0 : chroma[beat][pitchClass];
    }

    /** How much of a beat a pitch class is the lowest that sounds; 0 outside of the piece. */
    public double bass(int beat, int pitchClass) {
        return beat < 0 || beat >= count() ? 0 : bass[beat][pitchClass];
    }

    /** Whether nothing sounds in a beat. */
    public boolean isSilent(int beat) {
        for (double part : chroma[beat]) {
            if (part > 0) {
                return false;
            }
        }
        return true;
    }
}
