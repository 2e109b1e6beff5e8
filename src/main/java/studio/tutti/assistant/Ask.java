package studio.tutti.assistant;

import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Settings;

/**
 * What an assistant is asked for.
 *
 * @param link the song's
 * @param song the whole song at the card's base revision, locks included; only to be read
 * @param card range, tracks, settings and the rest
 * @param person who asks: their own palettes, and those shared in the song, may be used
 */
public record Ask(String link, Arrangement song, Card card, Id person) {

    /** The first tick. */
    public long from() {
        return card.from();
    }

    /** The tick where it ends. */
    public long to() {
        return card.to();
    }

    /** What the controls are set to, all of them. */
    public Settings settings() {
        return card.settings();
    }

    /** The seed of a take, from 1: each take has its own, and the first ones stay the same when more are asked for. */
    public long seed(int take) {
        long mixed = card.seed() + take * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
