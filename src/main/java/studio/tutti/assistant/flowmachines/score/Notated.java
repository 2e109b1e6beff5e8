package studio.tutti.assistant.flowmachines.score;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a bar as note values that can be written: none crosses a place of the bar where readers look for the beat, longer ones are
 * tied.
 *
 * @param at ticks from the beginning of the bar
 * @param length ticks
 * @param type as MusicXML calls it: "quarter"; "" if it is no value that can be written
 * @param dotted whether it has a dot
 * @param triplet whether it is two thirds as long as written
 */
record Notated(int at, int length, String type, boolean dotted, boolean triplet) {

    private static final int[] VALUES = {3840, 1920, 960, 480, 240, 120, 60};
    private static final String[] TYPES = {"whole", "half", "quarter", "eighth", "16th", "32nd", "64th"};

    static List<Notated> of(int at, int length) {
        List<Notated> values = new ArrayList<>();
        int from = at;
        int end = at + length;
        while (from < end) {
            Notated next = longest(from, end - from);
            values.add(next);
            from += next.length();
        }
        return values;
    }

    private static Notated longest(int at, int room) {
        for (int i = 0; i < VALUES.length; i++) {
            int value = VALUES[i];
            if (value + value / 2 <= room && value >= 240 && at % value == 0 && (at / value) % 2 == 0) {
                return new Notated(at, value + value / 2, TYPES[i], true, false);
            }
            if (value <= room && at % value == 0) {
                return new Notated(at, value, TYPES[i], false, false);
            }
            int third = value * 2 / 3;
            boolean uneven = at % 60 != 0 || room % 60 != 0 && third <= room;
            if (uneven && value <= 960 && third <= room && at % third == 0 && at / (3 * third) == (at + third - 1) / (3 * third)) {
                return new Notated(at, third, TYPES[i], false, true);
            }
        }
        return new Notated(at, room, "", false, false);
    }
}
