package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.mixer.Routing;

/** What hands do with the sends of tracks, and with the master's fader. */
public final class SendGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public SendGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Sends a track's sound to a bus, after its fader. If it does already, the level is set.
     *
     * @param volume hundredths of a dB, held in the range of a fader
     * @return made: the send
     * @throws EditRefused if the bus is none, or what it gives is part of the track's sound; the master, of which every bus is a
     *     part, sends to none
     */
    public Gesture add(Element track, Element bus, long volume) {
        if (track.kind() == Kind.SONG) {
            throw new EditRefused("The master can't send to a bus: what a bus gives is part of the master.");
        }
        if (track.kind() != Kind.TRACK || !track.isAlive()) {
            throw new EditRefused("The track is not there any more.");
        }
        if (bus.kind() != Kind.TRACK || !bus.isAlive() || bus.number(Property.TYPE) != TrackType.BUS.code()) {
            throw new EditRefused("One can send to buses only.");
        }
        Draft draft = new Draft(ids);
        for (Element send : Elements.byId(track.children(Kind.SEND))) {
            if (send.reference(Property.DESTINATION).equals(bus.id())) {
                draft.change(send);
                draft.set(send, Property.VOLUME, Changes.fitting(Property.VOLUME, volume));
                return draft.as(Labels.SEND_CHANGE);
            }
        }
        if (track == bus || new Routing(arrangement).reaches(bus, track)) {
            throw new EditRefused(Routing.name(track) + " can't send to " + Routing.name(bus)
                    + ": what this gives is part of what would be sent.");
        }
        draft.make(Kind.SEND, track.id())
                .with(Property.DESTINATION, bus.id())
                .with(Property.VOLUME, Changes.fitting(Property.VOLUME, volume))
                .with(Property.ORDER, (Object) Ordering.before(Elements.ordered(track.children(Kind.SEND)), null));
        return draft.as(Labels.SEND_ADD);
    }

    /** Sets the level of a send, in hundredths of a dB, held in the range of a fader. */
    public Gesture volume(Element send, long volume) {
        Draft draft = new Draft(ids);
        for (Element each : Chosen.of(Kind.SEND, List.of(send))) {
            draft.set(each, Property.VOLUME, Changes.fitting(Property.VOLUME, volume));
        }
        return draft.as(Labels.SEND_CHANGE);
    }

    /** Takes what is sent before the track's fader and pan, or after. */
    public Gesture beforeFader(Element send, boolean before) {
        Draft draft = new Draft(ids);
        for (Element each : Chosen.of(Kind.SEND, List.of(send))) {
            draft.set(each, Property.PRE, before ? 1 : 0);
        }
        return draft.as(Labels.SEND_CHANGE);
    }

    /** Removes sends. */
    public Gesture remove(List<Element> sends) {
        Draft draft = new Draft(ids);
        Chosen.of(Kind.SEND, sends).forEach(draft::remove);
        return draft.as(Labels.SEND_REMOVE);
    }

    /** Sets the master's fader, in hundredths of a dB, held in the range of a fader. */
    public Gesture master(long volume) {
        Draft draft = new Draft(ids);
        draft.set(arrangement.root(), Property.VOLUME, Changes.fitting(Property.VOLUME, volume));
        return draft.as(Labels.MASTER);
    }
}
