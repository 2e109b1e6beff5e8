package studio.tutti.core.mixer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/**
 * How sound flows from strip to strip: from each track to its folder or the master, by sends to buses, and into side-chains.
 *
 * <p>Two people may each make a send that is fine by itself, and close a circle together. The song keeps both; here the one
 * that closes the circle is left out: sends are taken before side-chains, each by their ids, so it is the same one everywhere.
 */
public final class Routing {

    private final Arrangement arrangement;
    private final List<Element> tracks;
    /** Where each strip's sound goes on to be heard. */
    private final Map<Element, List<Element>> ways = new HashMap<>();
    /** These, and the strips whose side-chains listen to it. */
    private final Map<Element, List<Element>> leads = new HashMap<>();
    private final List<Element> sends = new ArrayList<>();
    private final Set<Element> listening = new HashSet<>();
    private final List<String> leftOut = new ArrayList<>();

    /** The routing of a song as it is now; it does not follow later changes. */
    public Routing(Arrangement arrangement) {
        this.arrangement = arrangement;
        tracks = Elements.tracks(arrangement);
        for (Element track : tracks) {
            go(track, output(track));
        }
        takeSends();
        takeSideChains();
    }

    /** The tracks in the order they are shown in. */
    public List<Element> tracks() {
        return tracks;
    }

    /** Where a track's sound goes: its folder, or the song, which is the master. */
    public Element output(Element track) {
        Element folder = Elements.folder(arrangement, track);
        return folder == null ? arrangement.root() : folder;
    }

    /** The sends that sound flows through, by id: not those to what is no bus or was removed, nor those that close a circle. */
    public List<Element> sends() {
        return sends;
    }

    /** The bus that a send feeds, or null if it was removed or is none. */
    public @Nullable Element bus(Element send) {
        Element bus = arrangement.alive(send.reference(Property.DESTINATION));
        return bus != null && bus.number(Property.TYPE) == TrackType.BUS.code() ? bus : null;
    }

    /** The track that a device's side-chain listens to; null if to none, or if that would close a circle. */
    public @Nullable Element source(Element device) {
        return listening.contains(device) ? arrangement.alive(device.reference(Property.SOURCE)) : null;
    }

    /** What is left out because it closes a circle, a sentence each. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** Whether what a strip gives depends on another, by any way or side-chain; it depends on itself. */
    public boolean reaches(Element from, Element to) {
        return along(leads, List.of(from)).contains(to);
    }

    /** A track's name in quotes. */
    public static String name(Element track) {
        return "“" + track.text(Property.NAME) + "”";
    }

    /** Where sound is heard that comes from some strips, these included. */
    Set<Element> downstream(List<Element> strips) {
        return along(ways, strips);
    }

    /** Where sound comes from that is heard in some strips, these included. */
    Set<Element> upstream(List<Element> strips) {
        Map<Element, List<Element>> back = new HashMap<>();
        for (Element track : tracks) {
            for (Element to : ways.getOrDefault(track, List.of())) {
                add(back, to, track);
            }
        }
        return along(back, strips);
    }

    private static Set<Element> along(Map<Element, List<Element>> ways, List<Element> strips) {
        Set<Element> reached = new HashSet<>(strips);
        List<Element> open = new ArrayList<>(strips);
        while (!open.isEmpty()) {
            for (Element strip : ways.getOrDefault(open.removeLast(), List.of())) {
                if (reached.add(strip)) {
                    open.add(strip);
                }
            }
        }
        return reached;
    }

    private void takeSends() {
        List<Element> all = new ArrayList<>();
        for (Element track : tracks) {
            all.addAll(track.children(Kind.SEND));
        }
        for (Element send : Elements.byId(all)) {
            Element track = send.parent();
            Element bus = bus(send);
            if (track == null || bus == null) {
                continue;
            }
            if (reaches(bus, track)) {
                leftOut.add("The send from " + name(track) + " to " + name(bus) + " is left out: it would make a circle.");
            } else {
                go(track, bus);
                sends.add(send);
            }
        }
    }

    private void takeSideChains() {
        List<Element> all = new ArrayList<>();
        for (Element device : arrangement.root().children(Kind.DEVICE)) {
            take(device, all);
        }
        for (Element track : tracks) {
            for (Element device : track.children(Kind.DEVICE)) {
                take(device, all);
            }
        }
        for (Element device : Elements.byId(all)) {
            Element strip = device.parent();
            Element source = arrangement.alive(device.reference(Property.SOURCE));
            if (strip == null || source == null) {
                continue;
            }
            if (reaches(strip, source)) {
                leftOut.add("The side-chain from " + name(source) + " to " + name(strip) + " is left out: it would make a circle.");
            } else {
                add(leads, source, strip);
                listening.add(device);
            }
        }
    }

    private static void take(Element device, List<Element> all) {
        if (!device.reference(Property.SOURCE).isNone()) {
            all.add(device);
        }
    }

    private void go(Element from, Element to) {
        add(ways, from, to);
        add(leads, from, to);
    }

    private static void add(Map<Element, List<Element>> map, Element from, Element to) {
        map.computeIfAbsent(from, strip -> new ArrayList<>(2)).add(to);
    }
}
