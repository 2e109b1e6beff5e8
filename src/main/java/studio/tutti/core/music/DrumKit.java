package studio.tutti.core.music;

import java.util.List;

/** The drums of General MIDI as a drummer has them around: the kick at the bottom, then snares, hats, toms, cymbals, and what hands and sticks play beside the kit. */
public final class DrumKit {

    /** A part of the kit, from the bottom up. */
    public enum Group {
        KICKS(36, 35),
        SNARES(38, 40, 37, 39),
        HATS(42, 44, 46),
        TOMS(41, 43, 45, 47, 48, 50),
        CYMBALS(51, 59, 53, 49, 57, 55, 52),
        PERCUSSION(54, 56, 70, 69, 75, 76, 77, 60, 61, 62, 63, 64, 65, 66, 67, 68, 71, 72, 73, 74, 78, 79, 80, 81, 58),
        /** Keys that General MIDI gives no drum. */
        OTHERS();

        private final List<Integer> keys;

        Group(Integer... keys) {
            this.keys = List.of(keys);
        }

        /** Its drums from the bottom up, as MIDI keys. */
        public List<Integer> keys() {
            return keys;
        }
    }

    private static final List<Integer> USUAL = List.of(36, 38, 37, 39, 42, 44, 46, 43, 47, 50, 51, 49);

    private DrumKit() {}

    /**
     * The part of the kit that a key belongs to.
     *
     * @param key 0 to 127
     */
    public static Group group(int key) {
        for (Group group : Group.values()) {
            if (group.keys.contains(key)) {
                return group;
            }
        }
        return Group.OTHERS;
    }

    /** Whether most patterns have this drum, so that it is at hand from the beginning. */
    public static boolean isUsual(int key) {
        return USUAL.contains(key);
    }
}
