package studio.tutti.collaboration.internal.room;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/** What the people of a room let each other hear, and the transport that they share. Runs on the room's strand. */
final class PlayingTogether {

    private final UUID song;
    private final Grapevine grapevine;
    private final Map<Id, SeatAtRoom> seats;
    private final Ensemble ensemble = new Ensemble(Ensemble::micros);

    /** @param seats those of this node, as they are now */
    PlayingTogether(UUID song, Grapevine grapevine, Map<Id, SeatAtRoom> seats) {
        this.song = song;
        this.grapevine = grapevine;
        this.seats = seats;
    }

    /** A page of this node plays by hand. */
    void sound(Message.Sounded sounded) {
        sounded(sounded);
        grapevine.tell(song, sounded);
    }

    /** A page of any node plays by hand. */
    void sounded(Message.Sounded sounded) {
        if (seats.size() > 1 || !seats.containsKey(sounded.session())) {
            byte[] frame = MessageFormat.toBytes(sounded);
            seats.values().forEach(seat -> {
                if (!seat.session().equals(sounded.session())) {
                    seat.sounded(frame);
                }
            });
        }
    }

    /** A page of this node does something with the shared transport. */
    void conduct(Id session, Message.Conduct conduct) {
        if (ensemble.conduct(session, conduct)) {
            tellPages();
            tellNodes();
        }
    }

    /** What another node tells of the shared transport. */
    void hear(UUID node, Message.Together told) {
        if (ensemble.hear(node, told)) {
            tellPages();
        }
    }

    /** The tempo that the shared transport plays in, or null if nobody of this node plays in it. */
    @Nullable TempoMap tempo(Arrangement song) {
        return ensemble.isPlaying() ? TimeMaps.tempo(song) : null;
    }

    /**
     * The song was edited; all know of it.
     *
     * @param before what {@link #tempo} was before
     */
    void edited(@Nullable TempoMap before, Arrangement song) {
        if (before != null && !before.isLike(TimeMaps.tempo(song))) {
            ensemble.goOn(before);
            tellPages();
            tellNodes();
        }
    }

    /** Tells one who has just come. */
    void greet(SeatAtRoom seat) {
        if (!ensemble.isQuiet()) {
            seat.send(MessageFormat.toBytes(ensemble.forPages()));
        }
    }

    /** A page of this node has gone. */
    void left(Id session) {
        if (ensemble.leave(session)) {
            tellPages();
            tellNodes();
        }
    }

    /** Another node has gone. */
    void forget(UUID node) {
        if (ensemble.forget(node)) {
            tellPages();
        }
    }

    private void tellPages() {
        byte[] frame = MessageFormat.toBytes(ensemble.forPages());
        seats.values().forEach(seat -> seat.send(frame));
    }

    /** Tells the other nodes, who may have missed something. */
    void tellNodes() {
        if (!ensemble.isQuiet()) {
            grapevine.tell(song, ensemble.forNodes());
        }
    }
}
