package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.Map;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * The controllers that belong to how notes are played: wheel, breath, expression, pedals, bend and pressure. They go with the notes that they
 * were played to; volume, pan, programs and the rest belong to the track and stay.
 */
final class PlayedControls {

    private static final int BREATH = 2;
    private static final int LAST_PEDAL = 69;
    private static final int MIDDLE = 8_192;
    private static final int MOST = 127;

    private PlayedControls() {}

    /**
     * Takes them out of a stretch of a clip that plays its content once. What was moved before is let go where the stretch begins, and moved back
     * just before it ends, so that what comes after sounds as it did.
     *
     * @param from the first tick of the song
     * @param to the tick where it ends
     */
    static void clear(Draft draft, Element clip, Element content, long from, long to) {
        long origin = clip.start() - clip.number(Property.OFFSET);
        Map<Integer, Integer> before = new HashMap<>();
        Map<Integer, Integer> until = new HashMap<>();
        for (Element control : Elements.sorted(content.children(Kind.CONTROL))) {
            long tick = control.start() + origin;
            int number = control.integer(Property.CONTROLLER);
            if (!isPlayed(number) || tick < clip.start() || tick >= to) {
                continue;
            }
            if (tick >= from) {
                draft.remove(control);
            }
            if (number != Controllers.KEY_PRESSURE) {
                (tick < from ? before : until).put(number, control.integer(Property.AMOUNT));
            }
        }
        before.forEach((number, amount) -> {
            if (amount != rest(number)) {
                ControlGestures.add(draft, content, number, from - origin, rest(number));
            }
            until.putIfAbsent(number, amount);
        });
        until.forEach((number, amount) -> {
            // a pedal is lifted where its clip ends
            if (amount != rest(number) && (number != Controllers.SUSTAIN || to < clip.end()) && to - 1 > from) {
                ControlGestures.add(draft, content, number, to - 1 - origin, amount);
            }
        });
    }

    private static boolean isPlayed(int number) {
        return number == Controllers.MODULATION || number == BREATH || number == Controllers.EXPRESSION
                || number >= Controllers.SUSTAIN && number <= LAST_PEDAL
                || number == Controllers.PITCH_BEND || number == Controllers.CHANNEL_PRESSURE || number == Controllers.KEY_PRESSURE;
    }

    private static int rest(int number) {
        return number == Controllers.PITCH_BEND ? MIDDLE : number == Controllers.EXPRESSION ? MOST : 0;
    }
}
