package studio.tutti.core.engine;

import java.util.Arrays;

/** Which stretches of which recordings a score asks for, and when. */
final class MediaNeeds {

    /** Numbers a need: the halves of the key, milliseconds from and to, the frame when. */
    static final int WIDTH = 5;

    /** The milliseconds to which a recording is needed that is needed whole. */
    static final int WHOLE = Integer.MAX_VALUE;

    /** Milliseconds beyond the edges that are read, too. */
    private static final int AROUND = 20;

    private MediaNeeds() {}

    /** As {@link Score#media()}. */
    static int[] of(Score score) {
        Numbers needs = new Numbers();
        ScoreRegions regions = new ScoreRegions(score);
        for (int region = 0; region < regions.size(); region++) {
            double begin = (double) regions.from(region) / score.rate() + regions.shift(region);
            double end = (double) regions.to(region) / score.rate() + regions.shift(region);
            needs.add(regions.key(region).high()).add(regions.key(region).low())
                    .add((int) Math.max(0, begin * 1000 - AROUND)).add((int) Math.max(0, end * 1000 + AROUND))
                    .add(regions.from(region));
        }
        ScoreInstruments.media(score, needs);
        return sorted(needs);
    }

    private static int[] sorted(Numbers needs) {
        int count = needs.size() / WIDTH;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (long) needs.get(i * WIDTH + 4) << 32 | i;
        }
        Arrays.sort(keys);
        int[] sorted = new int[count * WIDTH];
        for (int i = 0; i < count; i++) {
            for (int number = 0; number < WIDTH; number++) {
                sorted[i * WIDTH + number] = needs.get((int) keys[i] * WIDTH + number);
            }
        }
        return sorted;
    }
}
