package studio.tutti.core.engine;

/**
 * How parameters move, as a score's annex {@link Annex#AUTOMATION}.
 *
 * <p>Layout: lane after lane, each with a head of {@value #HEAD} numbers: the song's name for what it belongs to (a strip, the
 * master, a send, a device); the parameter's place in the effect's list, or {@link studio.tutti.core.mixer.Target#VOLUME} or
 * {@code PAN}; the number of its points, 1 or more. Then its points by time, {@value #POINT} numbers each: frame, the bits of
 * its level as a double in the parameter's unit, 1 if it holds until the next point and 0 if it leads to it in a line. Of
 * points at one frame the last counts from there on.
 */
final class ScoreAutomation {

    static final int HEAD = 3;
    static final int POINT = 4;

    private ScoreAutomation() {}

    /** Begins a lane; {@link #point} adds as many points as it was said to have. */
    static void lane(Numbers annex, int name, int place, int points) {
        annex.add(name).add(place).add(points);
    }

    static void point(Numbers annex, int frame, double level, boolean step) {
        long bits = Double.doubleToRawLongBits(level);
        annex.add(frame).add((int) (bits >> 32)).add((int) bits).add(step ? 1 : 0);
    }

    /** Copies the lanes of a device. */
    static void copy(Score score, int name, Numbers to) {
        int[] data = score.packed();
        int end = score.annexAt(Annex.AUTOMATION) + score.annexSize(Annex.AUTOMATION);
        for (int at = score.annexAt(Annex.AUTOMATION); at < end; at += HEAD + POINT * data[at + 2]) {
            for (int i = 0; data[at] == name && i < HEAD + POINT * data[at + 2]; i++) {
                to.add(data[at + i]);
            }
        }
    }

    /** The lanes of a score. */
    static AutomationLane[] lanes(Score score) {
        int[] data = score.packed();
        int end = score.annexAt(Annex.AUTOMATION) + score.annexSize(Annex.AUTOMATION);
        int count = 0;
        for (int at = score.annexAt(Annex.AUTOMATION); at < end; at += HEAD + POINT * data[at + 2]) {
            count++;
        }
        AutomationLane[] lanes = new AutomationLane[count];
        int at = score.annexAt(Annex.AUTOMATION);
        for (int lane = 0; lane < count; lane++) {
            lanes[lane] = new AutomationLane(data, at);
            at += HEAD + POINT * data[at + 2];
        }
        return lanes;
    }
}
