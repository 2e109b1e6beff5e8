package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.musicxml.Written.Measure;

/**
 * The measures of a score in the order in which they are played: repeats and endings written out, then da capo or dal
 * segno, which is played without repeats, to the fine or by way of the coda.
 */
final class Unrolled {

    /**
     * A measure that is played.
     *
     * @param measure its place as written, from 0
     * @param pass the how manieth time, from 1: the verse that is sung
     */
    record Turn(int measure, int pass) {}

    private final List<Measure> measures;
    private final List<Turn> turns = new ArrayList<>();
    private final int[] played;
    private int at;
    private int begin;
    private int pass = 1;
    private boolean jumped;

    private Unrolled(List<Measure> measures) {
        this.measures = measures;
        played = new int[measures.size()];
    }

    static List<Turn> of(List<Measure> measures) throws SongRefused {
        Unrolled unrolled = new Unrolled(measures);
        while (unrolled.at < measures.size()) {
            unrolled.step();
            if (unrolled.turns.size() > ScoreLimits.MEASURES) {
                throw new SongRefused("With all its repeats the MusicXML file has more than " + ScoreLimits.MEASURES + " measures.");
            }
        }
        return unrolled.turns;
    }

    private void step() {
        Measure measure = measures.get(at);
        if (measure.forward && begin != at) {
            begin = at;
            pass = 1;
        }
        if (!measure.endings.isEmpty() && !isTaken(measure)) {
            at = endOfEnding(at) + 1;
            return;
        }
        turns.add(new Turn(at, Math.max(pass, ++played[at])));
        if (jumped && measure.fine) {
            at = measures.size();
        } else if (jumped && measure.toCoda && jumpTo(each -> each.coda, at + 1)) {
            return;
        } else if (measure.times > 0 && !jumped && pass < times()) {
            pass++;
            at = begin;
        } else if (!jumped && measure.daCapo) {
            jumped = true;
            at = 0;
        } else if (!jumped && measure.dalSegno && jumpTo(each -> each.segno, 0)) {
            jumped = true;
        } else {
            boolean last = measure.times > 0 || measure.endingStops && (at + 1 == measures.size() || measures.get(at + 1).endings.isEmpty());
            at++;
            if (last) {
                begin = at;
                pass = 1;
            }
        }
    }

    private boolean jumpTo(java.util.function.Predicate<Measure> goal, int from) {
        for (int i = from; i < measures.size(); i++) {
            if (goal.test(measures.get(i))) {
                at = i;
                begin = i;
                return true;
            }
        }
        return false;
    }

    private boolean isTaken(Measure measure) {
        int next = endOfEnding(at) + 1;
        boolean last = next >= measures.size() || measures.get(next).endings.isEmpty();
        return jumped ? last : measure.endings.contains(pass) || last && pass > measure.endings.stream().max(Integer::compare).orElse(0);
    }

    private int endOfEnding(int from) {
        for (int i = from; i < measures.size(); i++) {
            boolean another = i + 1 == measures.size() || !measures.get(i + 1).endings.isEmpty();
            if (measures.get(i).endingStops || measures.get(i).times > 0 || another) {
                return i;
            }
        }
        return measures.size() - 1;
    }

    /** How often the stretch that ends here is played. */
    private int times() {
        for (int i = at; i >= begin; i--) {
            if (!measures.get(i).endings.isEmpty()) {
                int most = measures.get(i).endings.stream().max(Integer::compare).orElse(1);
                int next = at + 1;
                boolean another = next < measures.size() && !measures.get(next).endings.isEmpty();
                return most + (another ? 1 : 0);
            }
        }
        return measures.get(at).times;
    }
}
