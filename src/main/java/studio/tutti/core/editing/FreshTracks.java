package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Part;

/** Makes the tracks that takes bring along, below those that are there, in the order of the parts. */
final class FreshTracks {

    private final Draft draft;
    private String order;
    private int colour;

    FreshTracks(Arrangement arrangement, Draft draft) {
        this.draft = draft;
        List<Element> tracks = Elements.within(arrangement, null);
        order = tracks.isEmpty() ? "" : tracks.getLast().text(Property.ORDER);
        colour = arrangement.root().children(Kind.TRACK).size();
    }

    /** Makes the next one. */
    Id make(Part.Fresh fresh) {
        order = FractionalIndex.between(order, "");
        return draft.add(Kind.TRACK, Arrangement.ROOT)
                .with(Property.NAME, fresh.name())
                .with(Property.COLOUR, Palette.colour(colour++))
                .with(Property.TYPE, fresh.type().code())
                .with(Property.PROGRAM, Leeway.within(fresh.program(), 0, 127))
                .with(Property.ORDER, order)
                .id();
    }
}
