package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.GeneralMidi;

/**
 * Gives each track a channel of a port: the one it came from where it can have it, else a free one.
 *
 * <p>Tracks share a channel only if they came from it, begin with the same instrument, volume and pan, and send the same
 * controllers, because a channel has one of each. Drums are on the tenth channel. Where sixteen channels aren't enough, a
 * second port follows.
 */
final class Channels {

    /** @param port from 0 @param channel 0 to 15 */
    record Place(int port, int channel) {}

    private final Map<Place, List<Performance>> taken = new HashMap<>();
    private final Map<Place, BitSet> alike = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    Channels(List<Performance> performances) {
        BitSet wished = new BitSet(16);
        performances.forEach(each -> wished.set(Math.max(0, wish(each))));
        for (Performance performance : performances) {
            places.add(wish(performance) < 0 ? null : place(performance, wished));
        }
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) == null) {
                places.set(i, free(performances.get(i), new BitSet()));
            }
        }
    }

    /** Where the track with this index plays. */
    Place of(int index) {
        return places.get(index);
    }

    /** The groups of controllers that the first track of a place has already said for this one, in just the same way. */
    BitSet saidByAnother(Performance performance, Place place) {
        List<Performance> there = at(place);
        return there.getFirst() == performance ? new BitSet() : alike.computeIfAbsent(place, none -> alike(there));
    }

    private static BitSet alike(List<Performance> there) {
        Map<Integer, List<Played.Control>> first = there.getFirst().streams();
        BitSet alike = new BitSet(256);
        first.keySet().stream().filter(SharedChannels::isOfChannel).forEach(alike::set);
        for (Performance other : there.subList(1, there.size())) {
            Map<Integer, List<Played.Control>> streams = other.streams();
            first.forEach((group, stream) -> {
                if (!stream.equals(streams.get(group))) {
                    alike.clear(group);
                }
            });
        }
        return alike;
    }

    private List<Performance> at(Place place) {
        return taken.getOrDefault(place, List.of());
    }

    /** Whether more than sixteen channels are needed. */
    boolean needsPorts() {
        return places.stream().anyMatch(place -> place.port() > 0);
    }

    private static int wish(Performance performance) {
        if (performance.isDrums()) {
            return GeneralMidi.DRUM_CHANNEL;
        }
        int channel = performance.track().integer(Property.CHANNEL);
        return channel == GeneralMidi.DRUM_CHANNEL ? -1 : channel;
    }

    private Place place(Performance performance, BitSet wished) {
        int wish = wish(performance);
        Place own = new Place(0, wish);
        if (fits(performance, own)) {
            return take(performance, own);
        }
        if (!performance.isDrums()) {
            return free(performance, wished);
        }
        int port = 1;
        while (!fits(performance, new Place(port, wish))) {
            port++;
        }
        return take(performance, new Place(port, wish));
    }

    private Place free(Performance performance, BitSet wished) {
        for (int port = 0; ; port++) {
            for (int channel = 0; channel < 16; channel++) {
                Place place = new Place(port, channel);
                boolean kept = channel == GeneralMidi.DRUM_CHANNEL || port == 0 && wished.get(channel);
                if (!kept && !taken.containsKey(place)) {
                    return take(performance, place);
                }
            }
        }
    }

    private Place take(Performance performance, Place place) {
        taken.computeIfAbsent(place, none -> new ArrayList<>()).add(performance);
        return place;
    }

    private boolean fits(Performance performance, Place place) {
        List<Performance> there = at(place);
        return there.isEmpty()
                || there.getFirst().beginning().equals(performance.beginning())
                        && there.getFirst().groups().equals(performance.groups());
    }
}
