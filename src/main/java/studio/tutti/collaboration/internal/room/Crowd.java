package studio.tutti.collaboration.internal.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Someone;

/** The pages in one room, on all nodes, and what changed among them since it was last told. */
final class Crowd {

    private record Place(Someone someone, UUID node) {}

    /** What changed, collected for one kind of listener. */
    private static final class News {
        private final Set<Id> changed = new LinkedHashSet<>();
        private final Set<Id> left = new LinkedHashSet<>();

        void changed(Id session) {
            changed.add(session);
            left.remove(session);
        }

        void left(Id session) {
            changed.remove(session);
            left.add(session);
        }

        boolean isEmpty() {
            return changed.isEmpty() && left.isEmpty();
        }
    }

    private final UUID self;
    private final Map<Id, Place> here = new LinkedHashMap<>();
    private final News forPages = new News();
    private final News forNodes = new News();
    private boolean gathered;

    /** @param self this node */
    Crowd(UUID self) {
        this.self = self;
    }

    /** A page of this node came, moved or changed. */
    void put(Someone someone) {
        put(someone, self);
        forNodes.changed(someone.session());
    }

    /** A page of this node left. */
    void remove(Id session) {
        Place place = here.get(session);
        if (place != null && place.node.equals(self)) {
            drop(session);
            forNodes.left(session);
        }
    }

    /** What another node tells of its pages. */
    void hear(UUID node, Message.People news) {
        for (Someone someone : news.here()) {
            put(someone, node);
        }
        for (Id session : news.left()) {
            Place place = here.get(session);
            // It may have come here meanwhile.
            if (place != null && place.node.equals(node)) {
                drop(session);
            }
        }
    }

    /** Another node is gone, and its pages with it until they come back elsewhere. */
    void forget(UUID node) {
        for (Place place : List.copyOf(here.values())) {
            if (place.node.equals(node)) {
                drop(place.someone.session());
            }
        }
    }

    private void put(Someone someone, UUID node) {
        Place before = here.put(someone.session(), new Place(someone, node));
        forPages.changed(someone.session());
        gathered |= before == null || !alike(before.someone, someone);
    }

    private void drop(Id session) {
        here.remove(session);
        forPages.left(session);
        gathered = true;
    }

    private static boolean alike(Someone one, Someone other) {
        return one.person().equals(other.person()) && one.name().equals(other.name()) && one.colour() == other.colour();
    }

    /** Everybody. */
    List<Someone> all() {
        List<Someone> all = new ArrayList<>(here.size());
        here.values().forEach(place -> all.add(place.someone));
        return all;
    }

    /** Everybody of this node. */
    Message.People ours() {
        List<Someone> ours = new ArrayList<>();
        here.values().forEach(place -> {
            if (place.node.equals(self)) {
                ours.add(place.someone);
            }
        });
        return new Message.People(ours, List.of());
    }

    boolean hasNewsForPages() {
        return !forPages.isEmpty();
    }

    boolean hasNewsForNodes() {
        return !forNodes.isEmpty();
    }

    /** What pages have not been told yet; they are told now. */
    Message.People newsForPages() {
        return take(forPages);
    }

    /** What other nodes have not been told yet; they are told now. */
    Message.People newsForNodes() {
        return take(forNodes);
    }

    /** Whether people came, went or changed since this was last asked, not counting that they moved. */
    boolean takeGathered() {
        boolean result = gathered;
        gathered = false;
        return result;
    }

    private Message.People take(News news) {
        Map<Id, Someone> changed = new HashMap<>();
        for (Id session : news.changed) {
            Place place = here.get(session);
            if (place != null) {
                changed.put(session, place.someone);
            }
        }
        Message.People told = new Message.People(List.copyOf(changed.values()), List.copyOf(news.left));
        news.changed.clear();
        news.left.clear();
        return told;
    }
}
