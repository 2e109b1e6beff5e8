package studio.tutti.core.engine;

/** Parts of a score, and what tells whether two parts are alike. */
final class Excerpts {

    private Excerpts() {}

    /** The same score with the events of one track only. */
    static Score only(Score score, int track) {
        Numbers kept = new Numbers();
        int[] data = score.packed();
        for (int event = 0; event < score.events(); event++) {
            if (score.track(event) == track) {
                for (int i = 0; i < Score.EVENT; i++) {
                    kept.add(data[score.place(event) + i]);
                }
            }
        }
        int[] packed = new int[score.place(0) + kept.size()];
        System.arraycopy(data, 0, packed, 0, score.place(0));
        packed[6] = kept.size() / Score.EVENT;
        ScoreRegions.keep(score, track, packed);
        kept.copy(packed, score.place(0));
        return new Score(packed);
    }

    /** A track alone: its events under index 0, in a score without any other strip, insert and send. */
    static Score alone(Score score, int track) {
        ScoreBuilder builder = new ScoreBuilder(score.rate());
        builder.track(score.trackName(track), score.preset(track), 0, 0, true, score.drums(track));
        ScoreInstruments.alone(score, track, builder);
        score.copySteps(builder);
        for (int beat = 0; beat < score.beats(); beat++) {
            builder.beat(score.beatFrame(beat), score.beginsBar(beat));
        }
        Numbers kept = new Numbers();
        int[] data = score.packed();
        int end = 0;
        for (int event = 0; event < score.events(); event++) {
            if (score.track(event) == track) {
                int at = score.place(event);
                kept.add(data[at]).add(0).add(data[at + 2]).add(data[at + 3]).add(data[at + 4]).add(data[at + 5]);
                if (score.kind(event) == Score.NOTE) {
                    end = Math.max(end, score.end(event));
                }
            }
        }
        return builder.build(kept.copy(), Math.max(end, new ScoreRegions(score).copy(track, 0, builder)));
    }

    /** FNV-1a over 64 bits of what each track's instrument plays. */
    static long[] fingerprints(Score score) {
        int[] data = score.packed();
        long[] prints = new long[score.tracks()];
        for (int track = 0; track < prints.length; track++) {
            long print = mixed(0xCBF29CE484222325L, score.rate());
            print = mixed(print, score.preset(track));
            prints[track] = mixed(print, score.drums(track) ? 1 : 0);
        }
        ScoreInstruments.fingerprints(score, prints);
        for (int event = 0; event < score.events(); event++) {
            int at = score.place(event);
            int track = data[at + 1];
            long print = mixed(prints[track], data[at]);
            print = mixed(print, data[at + 2]);
            print = mixed(print, data[at + 3]);
            prints[track] = mixed(print, data[at + 5]);
        }
        ScoreRegions regions = new ScoreRegions(score);
        for (int track = 0; track < prints.length; track++) {
            for (int number : regions.of(track)) {
                prints[track] = mixed(prints[track], number);
            }
        }
        return prints;
    }

    static long mixed(long print, int number) {
        long mixed = (print ^ number) * 0x100000001B3L;
        return mixed ^ mixed >>> 29;
    }
}
