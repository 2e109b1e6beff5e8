package studio.tutti.core.engine;

/** A lane of a score, read frame after frame: it finds what comes next fast, and anything else too. */
final class AutomationLane {

    /** The song's name for what it belongs to. */
    final int name;
    /** The parameter's place, see {@link ScoreAutomation}. */
    final int place;
    /** Frames by which the sound that it moves is later than its notes. */
    int late;
    /** The value that it gave last; no number if it has to be given anew. */
    double last = Double.NaN;

    private final int[] data;
    private final int points;
    private final int first;
    /** The point that counts now, or the first. */
    private int at;

    /** @param head where it begins in the score's numbers */
    AutomationLane(int[] data, int head) {
        this.data = data;
        name = data[head];
        place = data[head + 1];
        points = data[head + 2];
        first = head + ScoreAutomation.HEAD;
    }

    /** The value at a frame. */
    double at(int frame) {
        while (at > 0 && frame(at) > frame) {
            at--;
        }
        while (at + 1 < points && frame(at + 1) <= frame) {
            at++;
        }
        int from = frame(at);
        double level = level(at);
        if (frame <= from || at + 1 == points || data[first + ScoreAutomation.POINT * at + 3] != 0) {
            return level;
        }
        return level + (level(at + 1) - level) * ((frame - from) / (double) (frame(at + 1) - from));
    }

    private int frame(int point) {
        return data[first + ScoreAutomation.POINT * point];
    }

    private double level(int point) {
        int at = first + ScoreAutomation.POINT * point;
        return Double.longBitsToDouble((long) data[at + 1] << 32 | data[at + 2] & 0xFFFFFFFFL);
    }
}
