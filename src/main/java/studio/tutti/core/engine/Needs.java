package studio.tutti.core.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** In which order a score needs the presets it lacks: what sounds next first, then what plays before the place only, then what no note plays. */
final class Needs {

    /** The frame told for a preset that no note plays. */
    static final int NEVER = Integer.MAX_VALUE;

    /** Numbers told of a preset: its address, a frame, and its keys. */
    static final int NUMBERS = 6;

    /** Seconds from the place on whose keys are told. */
    static final int SECONDS = 10;

    /** Keys in one number. */
    private static final int BITS = 32;
    private static final int MASKS = 128 / BITS;

    private final Score score;
    private final IntPredicate lacks;
    private final Numbers addresses = new Numbers();
    private final Numbers ahead = new Numbers();
    private final Numbers behind = new Numbers();
    private final Numbers keys = new Numbers();

    /** @param lacks whether a preset is not there, by its address */
    Needs(Score score, IntPredicate lacks) {
        this.score = score;
        this.lacks = lacks;
    }

    /**
     * Six numbers for each preset that is not there, in the order in which they are needed: its address, the frame at which
     * it first sounds at or after the place, and which of its keys do so within some frames, key 0 in the lowest bit of the first of
     * four numbers. One that sounds before the place only is told with that frame, less than the place;
     * one that no note plays with {@link #NEVER}.
     *
     * @param from the place, in frames of the score
     * @param within frames from there whose keys are told
     */
    int[] from(int from, int within) {
        int[] current = new int[score.tracks()];
        for (int track = 0; track < current.length; track++) {
            current[track] = place(score.preset(track));
        }
        for (int event = 0; event < score.events(); event++) {
            int kind = score.kind(event);
            if (kind == Score.PROGRAM) {
                current[score.track(event)] = place(score.value(event));
            } else if (kind == Score.NOTE && current[score.track(event)] >= 0) {
                Numbers side = score.end(event) > from ? ahead : behind;
                int place = current[score.track(event)];
                if (side.get(place) == NEVER) {
                    side.set(place, side == ahead ? Math.max(from, score.frame(event)) : score.frame(event));
                }
                if (side == ahead && score.frame(event) < (long) from + within) {
                    int mask = MASKS * place + score.key(event) / BITS;
                    keys.set(mask, keys.get(mask) | 1 << score.key(event) % BITS);
                }
            }
        }
        return ordered();
    }

    /** Where an address stands in the list, or −1 for one that is there. */
    private int place(int address) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i) == address) {
                return i;
            }
        }
        if (!lacks.test(address)) {
            return -1;
        }
        addresses.add(address);
        ahead.add(NEVER);
        behind.add(NEVER);
        for (int mask = 0; mask < MASKS; mask++) {
            keys.add(0);
        }
        return addresses.size() - 1;
    }

    private int[] ordered() {
        long[] order = new long[addresses.size()];
        for (int i = 0; i < order.length; i++) {
            long turn = ahead.get(i) != NEVER ? ahead.get(i) : behind.get(i) != NEVER ? (1L << 31) + behind.get(i) : 1L << 32;
            order[i] = turn << 16 | i;
        }
        Arrays.sort(order);
        int[] needs = new int[NUMBERS * order.length];
        for (int i = 0; i < order.length; i++) {
            int place = (int) (order[i] & 0xFFFF);
            needs[NUMBERS * i] = addresses.get(place);
            needs[NUMBERS * i + 1] = ahead.get(place) != NEVER ? ahead.get(place) : behind.get(place);
            for (int mask = 0; mask < MASKS; mask++) {
                needs[NUMBERS * i + 2 + mask] = keys.get(MASKS * place + mask);
            }
        }
        return needs;
    }
}
