package studio.tutti.assistant.flowmachines.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.tutti.core.music.BarSigns;

/**
 * Puts bars that are played twice in a row under signs of repetition: stretches of 4 bars and more, the longest first, which may end
 * differently the second time in their last one or two bars.
 */
final class Folding {

    private static final int LEAST = 4;

    private final List<ScoreBar> bars;

    Folding(List<ScoreBar> bars) {
        this.bars = bars;
    }

    List<ScoreBar> folded() {
        List<ScoreBar> folded = new ArrayList<>();
        int at = 0;
        while (at < bars.size()) {
            int length = repeated(at);
            if (length == 0) {
                folded.add(bars.get(at++));
                continue;
            }
            int alike = alike(at, length);
            for (int i = 0; i < length; i++) {
                ScoreBar bar = bars.get(at + i);
                boolean last = i + 1 == length;
                boolean first = alike < length && i == alike;
                folded.add(bar.with(new BarSigns(i == 0, last ? 2 : 0, first ? Set.of(1) : Set.of(), last && alike < length,
                        false, false, false, false, false, false), bar.section()));
            }
            for (int i = alike; i < length; i++) {
                ScoreBar bar = bars.get(at + length + i);
                folded.add(bar.with(new BarSigns(false, 0, i == alike ? Set.of(2) : Set.of(), i + 1 == length,
                        false, false, false, false, false, false), bar.section()));
            }
            at += 2 * length;
        }
        return folded;
    }

    /** How many bars from here on come again at once; 0 if too few do. */
    private int repeated(int at) {
        for (int length = (bars.size() - at) / 2; length >= LEAST; length--) {
            boolean crosses = crosses(at, length);
            if (!crosses && alike(at, length) >= Math.max(LEAST - 1, length - 2)) {
                return length;
            }
        }
        return 0;
    }

    private int alike(int at, int length) {
        int alike = 0;
        while (alike < length && bars.get(at + alike).soundsLike(bars.get(at + length + alike))) {
            alike++;
        }
        return alike;
    }

    /** Whether a note or a section's name would be lost: the second time must say the same about the form and begin no tie. */
    private boolean crosses(int at, int length) {
        ScoreBar begin = bars.get(at + length);
        boolean tied = begin.melody().stream().anyMatch(ScoreBar.Note::tied) || begin.bass().stream().anyMatch(ScoreBar.Note::tied);
        for (int i = 0; i < length; i++) {
            if (!bars.get(at + i).section().equals(bars.get(at + length + i).section())) {
                return true;
            }
        }
        int after = at + 2 * length;
        boolean tiedAfter = after < bars.size() && bars.get(after).melody().stream().anyMatch(ScoreBar.Note::tied);
        return tied || tiedAfter;
    }
}
