package studio.tutti.core.music;

import java.util.ArrayList;
import java.util.List;

/**
 * The bars of a score in the order in which they are played: repeats and endings written out, then da capo or dal
 * segno, which is played without repeats, to the fine or by way of the coda.
 */
public final class PlayingOrder {

    /**
     * A bar that is played.
     *
     * @param bar its place as written, from 0
     * @param pass the how manieth time, from 1: the verse that is sung
     */
    public record Turn(int bar, int pass) {}

    private final List<BarSigns> bars;
    private final List<Turn> turns = new ArrayList<>();
    private final int[] played;
    private int at;
    private int begin;
    private int pass = 1;
    private boolean jumped;

    private PlayingOrder(List<BarSigns> bars) {
        this.bars = bars;
        played = new int[bars.size()];
    }

    /**
     * The bars one after another.
     *
     * @param most how many may be played: where there would be more, one more than that is returned
     */
    public static List<Turn> of(List<BarSigns> bars, int most) {
        PlayingOrder order = new PlayingOrder(bars);
        while (order.at < bars.size() && order.turns.size() <= most) {
            order.step();
        }
        return order.turns;
    }

    private void step() {
        BarSigns signs = bars.get(at);
        if (signs.forward() && begin != at) {
            begin = at;
            pass = 1;
        }
        if (!signs.endings().isEmpty() && !isTaken(signs)) {
            at = endOfEnding(at) + 1;
            return;
        }
        turns.add(new Turn(at, Math.max(pass, ++played[at])));
        if (jumped && signs.fine()) {
            at = bars.size();
        } else if (jumped && signs.toCoda() && jumpTo(each -> each.coda(), at + 1)) {
            return;
        } else if (signs.times() > 0 && !jumped && pass < times()) {
            pass++;
            at = begin;
        } else if (!jumped && signs.daCapo()) {
            jumped = true;
            at = 0;
        } else if (!jumped && signs.dalSegno() && jumpTo(each -> each.segno(), 0)) {
            jumped = true;
        } else {
            boolean last = signs.times() > 0 || signs.endingStops() && (at + 1 == bars.size() || bars.get(at + 1).endings().isEmpty());
            at++;
            if (last) {
                begin = at;
                pass = 1;
            }
        }
    }

    private boolean jumpTo(java.util.function.Predicate<BarSigns> goal, int from) {
        for (int i = from; i < bars.size(); i++) {
            if (goal.test(bars.get(i))) {
                at = i;
                begin = i;
                return true;
            }
        }
        return false;
    }

    private boolean isTaken(BarSigns signs) {
        int next = endOfEnding(at) + 1;
        boolean last = next >= bars.size() || bars.get(next).endings().isEmpty();
        return jumped ? last : signs.endings().contains(pass) || last && pass > signs.endings().stream().max(Integer::compare).orElse(0);
    }

    private int endOfEnding(int from) {
        for (int i = from; i < bars.size(); i++) {
            boolean another = i + 1 == bars.size() || !bars.get(i + 1).endings().isEmpty();
            if (bars.get(i).endingStops() || bars.get(i).times() > 0 || another) {
                return i;
            }
        }
        return bars.size() - 1;
    }

    /** How often the stretch that ends here is played. */
    private int times() {
        for (int i = at; i >= begin; i--) {
            if (!bars.get(i).endings().isEmpty()) {
                int most = bars.get(i).endings().stream().max(Integer::compare).orElse(1);
                int next = at + 1;
                boolean another = next < bars.size() && !bars.get(next).endings().isEmpty();
                return most + (another ? 1 : 0);
            }
        }
        return bars.get(at).times();
    }
}
