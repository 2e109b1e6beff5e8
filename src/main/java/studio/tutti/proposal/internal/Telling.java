package studio.tutti.proposal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.protocol.Message;

/** Tells rooms what became of their trays: the store is asked first, so that nobody is told what isn't kept. */
@Component
class Telling {

    /** Changes of the last so many milliseconds are looked for: what is older was told by one of the looks before. */
    private static final long LATELY = 20_000;
    private static final int MOST_TOLD = 20_000;
    private static final int LATEST_REMARKS = 4;

    private final ProposalStore store;
    private final Rooms rooms;
    private final Songs songs;
    /** The stamp of each proposal as pages of this node were told it. */
    private final Map<Id, Long> told = new ConcurrentHashMap<>();

    Telling(ProposalStore store, Rooms rooms, Songs songs) {
        this.store = store;
        this.rooms = rooms;
        this.songs = songs;
    }

    /** Tells that a proposal is new or different; returns it. */
    Optional<Proposal> changed(Id proposal) {
        Optional<ProposalStore.Kept> kept = store.find(proposal);
        kept.ifPresent(each -> songs.find(each.song()).ifPresent(song -> {
            rooms.tell(song.id(), audience(each.proposal()), tray(song, List.of(each.proposal())));
            remember(each.proposal());
        }));
        return kept.map(ProposalStore.Kept::proposal);
    }

    /** Tells everybody in a song's room what its rule is. */
    void rule(Song song) {
        rooms.tell(song.id(), Id.NONE, tray(song, List.of()));
    }

    void tell(Id song, Id audience, Message.OfTray news) {
        rooms.tell(song, audience, news);
    }

    void tellHere(Id song, Id audience, Message.OfTray news) {
        rooms.tellHere(song, audience, news);
    }

    /** Tells pages of this node what changed lately in some songs and wasn't told here. */
    void catchUp(Collection<Id> open) {
        List<Id> missed = store.changed(open, LATELY).entrySet().stream()
                .filter(each -> told.getOrDefault(each.getKey(), 0L) < each.getValue())
                .map(Map.Entry::getKey)
                .toList();
        for (ProposalStore.Kept each : store.find(missed)) {
            songs.find(each.song()).ifPresent(song -> rooms.tellHere(song.id(), audience(each.proposal()), tray(song, List.of(each.proposal()))));
            remember(each.proposal());
        }
    }

    private void remember(Proposal proposal) {
        if (told.size() > MOST_TOLD) {
            told.clear();
        }
        told.merge(proposal.id(), proposal.stamp(), Math::max);
    }

    /** Who may know of a proposal: its maker alone while it is private. */
    static Id audience(Proposal proposal) {
        return proposal.shown() ? Id.NONE : proposal.by().person();
    }

    /** A proposal with all that was said about it, for a page that lacks some of that. */
    Message.Tray whole(Song song, Proposal proposal) {
        return new Message.Tray(false, song.maker(), store.votesWanted(song.id()), List.of(proposal));
    }

    /** News is told each time somebody votes, remarks or accepts: of what was said it has the latest only, and pages have the rest. */
    private Message.Tray tray(Song song, List<Proposal> proposals) {
        return new Message.Tray(false, song.maker(), store.votesWanted(song.id()), 0, proposals.stream().map(Telling::brief).toList(),
                proposals.stream().map(each -> each.remarks().size()).toList());
    }

    private static Proposal brief(Proposal proposal) {
        int all = proposal.remarks().size();
        return all <= LATEST_REMARKS ? proposal : proposal.withRemarks(proposal.remarks().subList(all - LATEST_REMARKS, all));
    }
}
