package studio.tutti.cli.evaluate;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Weighted chord symbol overlap, compared as mir_eval 0.7 does (Raffel et al., "mir_eval", ISMIR 2014): the seconds in which the
 * heard chord is right, of those in which the annotated chord can be compared.
 */
enum ChordOverlap {
    /** The same root; every annotated chord counts, no chord being one. */
    ROOT(label -> true, (truth, heard) -> true),
    /** The same root and up to the fifth the same tones; only major, minor and no chord count. */
    MAJMIN(
            label -> triad(label) == ChordLabel.MAJOR || triad(label) == ChordLabel.MINOR || label.root() < 0,
            (truth, heard) -> triad(truth) == triad(heard)),
    /** The same root, and a minor third in both or in none; every annotated chord counts. */
    THIRDS(label -> true, (truth, heard) -> (truth.tones() >> 3 & 1) == (heard.tones() >> 3 & 1)),
    /** The same root and the same tones; only major, minor, their sevenths, dominant sevenths and no chord count. */
    SEVENTHS(
            label -> List.of(ChordLabel.MAJOR, ChordLabel.MINOR, ChordLabel.MAJOR_SEVENTH, ChordLabel.DOMINANT_SEVENTH,
                    ChordLabel.MINOR_SEVENTH, 0).contains(label.tones()),
            (truth, heard) -> truth.tones() == heard.tones());

    private final Predicate<ChordLabel> counts;
    private final BiPredicate<ChordLabel, ChordLabel> alike;

    ChordOverlap(Predicate<ChordLabel> counts, BiPredicate<ChordLabel, ChordLabel> alike) {
        this.counts = counts;
        this.alike = alike;
    }

    private static int triad(ChordLabel label) {
        return label.tones() & 0xFF;
    }

    /** The right seconds and the compared seconds of a song. */
    record Seconds(double right, double compared) {
        Seconds plus(Seconds other) {
            return new Seconds(right + other.right, compared + other.compared);
        }

        double share() {
            return compared > 0 ? right / compared : 0;
        }
    }

    /** @param heard in order; where it says nothing, no chord was heard */
    Seconds of(List<ChordSong.Stretch> truth, List<ChordSong.Stretch> heard) {
        double right = 0;
        double compared = 0;
        for (ChordSong.Stretch said : truth) {
            if (!counts.test(said.chord())) {
                continue;
            }
            compared += said.to() - said.from();
            double covered = 0;
            for (ChordSong.Stretch each : heard) {
                double shared = Math.min(said.to(), each.to()) - Math.max(said.from(), each.from());
                if (shared > 0) {
                    covered += shared;
                    right += isRight(said.chord(), each.chord()) ? shared : 0;
                }
            }
            right += isRight(said.chord(), ChordLabel.NONE) ? said.to() - said.from() - covered : 0;
        }
        return new Seconds(right, compared);
    }

    private boolean isRight(ChordLabel truth, ChordLabel heard) {
        return truth.root() == heard.root() && alike.test(truth, heard);
    }
}
