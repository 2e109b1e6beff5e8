package studio.tutti.collaboration.internal.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Together;
import studio.tutti.core.transport.Joint;

/**
 * The transport that a room shares, and who has joined it. Of two states the one of the later moment holds, on every node,
 * so moments only ever grow; they are of the nodes' own clocks, which are expected to be set by NTP.
 */
final class Ensemble {

    private static final Together STANDING = new Together(false, 0, 0, 0, 0, Id.NONE, Id.NONE, List.of());

    private final LongSupplier clock;
    private final Set<Id> ours = new LinkedHashSet<>();
    private final Map<UUID, List<Id>> elsewhere = new HashMap<>();
    private Together now = STANDING;

    /** @param clock microseconds since 1970 */
    Ensemble(LongSupplier clock) {
        this.clock = clock;
    }

    /** The clock of this node, in microseconds since 1970. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /**
     * A page of this node does something.
     *
     * @return whether there is something to tell
     */
    boolean conduct(Id session, Message.Conduct conduct) {
        return switch (conduct.move()) {
            case JOIN -> ours.add(session);
            case LEAVE -> leave(session);
            case PLAY -> move(true, session, conduct, Joint.LEAD_MILLIS * 1000L);
            case STOP -> move(false, session, conduct, 0);
            case HERE -> sound(session);
            case EVERYWHERE -> sound(Id.NONE);
        };
    }

    private boolean sound(Id where) {
        if (now.sounding().equals(where)) {
            return false;
        }
        now = new Together(now.playing(), now.tick(), now.at() + 1, now.loopFrom(), now.loopTo(), now.by(), where, List.of());
        return true;
    }

    private boolean move(boolean plays, Id session, Message.Conduct conduct, long lead) {
        if (!ours.contains(session)) {
            return false;
        }
        long at = Math.max(clock.getAsLong() + lead, now.at() + 1);
        now = new Together(plays, conduct.tick(), at, conduct.loopFrom(), conduct.loopTo(), session, now.sounding(), List.of());
        return true;
    }

    /** Whether anybody of this node plays along. */
    boolean isPlaying() {
        return now.playing() && !ours.isEmpty();
    }

    /**
     * The song's tempo has changed: it goes on from where it is, instead of jumping to where it would be if it had always had
     * the new one. What has not begun yet begins as it was told.
     *
     * @param before the tempo until now
     */
    void goOn(TempoMap before) {
        long micros = clock.getAsLong();
        if (micros <= now.at()) {
            return;
        }
        Joint joint = new Joint(true, now.tick(), now.at() / 1000.0, now.loopFrom(), now.loopTo());
        double tick = joint.tick(micros / 1000.0, before);
        long whole = (long) Math.floor(tick);
        long ago = Math.round((before.seconds(tick) - before.seconds(whole)) * 1e6);
        long at = Math.max(micros - ago, now.at() + 1);
        now = new Together(true, (int) whole, at, now.loopFrom(), now.loopTo(), now.by(), now.sounding(), List.of());
    }

    /** A page of this node is gone or goes its own way. What nobody hears any more stands. */
    boolean leave(Id session) {
        if (!ours.remove(session)) {
            return false;
        }
        if (joined().isEmpty()) {
            now = new Together(false, now.tick(), now.at() + 1, now.loopFrom(), now.loopTo(), Id.NONE, now.sounding(), List.of());
        }
        return true;
    }

    /** What another node tells; the joined in it are that node's own. */
    boolean hear(UUID node, Together told) {
        boolean news = !told.joined().equals(elsewhere.getOrDefault(node, List.of()));
        elsewhere.put(node, told.joined());
        if (told.at() > now.at()) {
            now = told;
            return true;
        }
        return news;
    }

    /** A node is gone, and who had joined there. */
    boolean forget(UUID node) {
        List<Id> gone = elsewhere.remove(node);
        return gone != null && !gone.isEmpty();
    }

    /** Whether anything ever happened here. */
    boolean isQuiet() {
        return now == STANDING && joined().isEmpty();
    }

    private List<Id> joined() {
        List<Id> all = new ArrayList<>(ours);
        elsewhere.values().forEach(all::addAll);
        return all;
    }

    Together forPages() {
        return with(joined());
    }

    Together forNodes() {
        return with(List.copyOf(ours));
    }

    private Together with(List<Id> joined) {
        return new Together(now.playing(), now.tick(), now.at(), now.loopFrom(), now.loopTo(), now.by(), now.sounding(), joined);
    }
}
