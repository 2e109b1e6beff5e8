package studio.tutti.core.lock;

import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;

/**
 * Something locked that an edit would change.
 *
 * @param lock which lock
 * @param holder what its holder is called
 * @param thing what would change
 * @param track on which track, or {@link Id#NONE} for what belongs to the whole song
 * @param tick where first, in ticks of the song
 */
public record Breach(Id lock, String holder, Thing thing, Id track, long tick) {

    /**
     * The sentence for whoever wanted the edit.
     *
     * @param arrangement the song before the edit
     */
    public String sentence(Arrangement arrangement) {
        Element at = arrangement.find(track);
        long bar = TimeMaps.metre(arrangement).bar(tick) + 1;
        String place = at == null ? "Bar " + bar : "Bar " + bar + " of “" + at.text(Property.NAME) + "”";
        return place + " is locked by " + (holder.isEmpty() ? "somebody" : holder) + ": " + thing.words() + " would change.";
    }
}
