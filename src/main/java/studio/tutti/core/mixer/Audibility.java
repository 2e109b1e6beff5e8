package studio.tutti.core.mixer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Property;

/**
 * Which ways sound takes under mute and solo. A muted track gives nothing to its output and its sends, nor does what lies in a
 * muted folder. With a solo anywhere, a way sounds if it leads on from a strip with solo, or to one: so a soloed track is heard
 * through its folder and its buses, and a soloed bus with what is sent to it.
 */
public final class Audibility {

    private final Arrangement arrangement;
    private final Routing routing;
    private final Set<Element> muted = new HashSet<>();
    private final boolean isSoloed;
    private final Set<Element> behind;
    private final Set<Element> before;

    public Audibility(Arrangement arrangement, Routing routing) {
        this.arrangement = arrangement;
        this.routing = routing;
        Set<Element> soloed = new HashSet<>();
        for (Element track : routing.tracks()) {
            Element folder = Elements.folder(arrangement, track);
            // Folders come before what lies in them.
            if (track.flag(Property.MUTED) || folder != null && muted.contains(folder)) {
                muted.add(track);
            }
            if (track.flag(Property.SOLO) || folder != null && soloed.contains(folder)) {
                soloed.add(track);
            }
        }
        isSoloed = !soloed.isEmpty();
        behind = isSoloed ? routing.downstream(List.copyOf(soloed)) : Set.of();
        before = isSoloed ? routing.upstream(List.copyOf(soloed)) : Set.of();
    }

    /** Whether a track is heard at its output. */
    public boolean sounds(Element track) {
        return sounds(track, routing.output(track));
    }

    /** Whether a send is heard at its bus. */
    public boolean sends(Element send) {
        Element track = send.parent();
        Element bus = routing.bus(send);
        return track != null && bus != null && sounds(track, bus);
    }

    private boolean sounds(Element from, @Nullable Element to) {
        return !muted.contains(from) && (!isSoloed || behind.contains(from) || before.contains(to));
    }
}
