package studio.tutti.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Preview;
import studio.tutti.core.editing.TakeGestures.Manner;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.TakeFormat;

/** What this page knows of the tray, and what it says about it. */
final class Tray {

    /** A take of a proposal. */
    record Place(Id proposal, int take) {}

    private final OpenSong song;
    private final Map<Id, Proposal> proposals = new LinkedHashMap<>();
    /** What was told singly since the welcome: the whole tray that follows it may have been read before, and must not undo that. */
    private final Map<Id, Proposal> since = new HashMap<>();
    private final Map<Place, Take> takes = new HashMap<>();
    private final Map<Place, Take> partial = new HashMap<>();
    private final Map<Place, Boolean> fetched = new HashMap<>();
    private final Map<Id, Message.Working> working = new HashMap<>();
    private final Map<Id, Message.Listening> listening = new LinkedHashMap<>();
    /** What the server hasn't answered yet: said again after a lost connection. */
    private final Map<Id, Message.AtTray> unanswered = new LinkedHashMap<>();
    /** Questions that wait until the own edits are stored, since assistants listen to what is stored. */
    private final List<Message.AskFor> asking = new ArrayList<>();
    private List<Offer> offers = List.of();
    private Id owner = Id.NONE;
    private int votes;
    private int left;
    /** How much louder than noted takes sound, in hundredths of a decibel; take 0 is what was there. */
    private final Map<Place, Integer> above = new HashMap<>();

    Tray(OpenSong song) {
        this.song = song;
    }

    // --- what comes from the server ---

    void receive(Message.OfTray told) {
        switch (told) {
            case Message.Tray tray -> receive(tray);
            case Message.TakeTold take -> receive(take);
            case Message.Measured measured -> measured.above().forEach((take, more) -> above.put(new Place(measured.proposal(), take), more));
            case Message.Working work -> working.put(work.proposal(), work);
            case Message.Listening listens -> {
                listening.remove(listens.session());
                if (listens.take() > 0) {
                    listening.put(listens.session(), listens);
                }
            }
            case Message.Offered offered -> offers = offered.offers();
        }
        song.sight().changes().note(Changes.TRAY);
    }

    private void receive(Message.Tray tray) {
        owner = tray.owner();
        votes = tray.votes();
        Map<Id, Proposal> before = new HashMap<>(proposals);
        before.putAll(since);
        Map<Id, Proposal> told = new LinkedHashMap<>();
        for (int i = 0; i < tray.proposals().size(); i++) {
            Proposal each = tray.proposals().get(i);
            told.put(each.id(), withAllSaid(each, tray.said().get(i), before.get(each.id())));
        }
        if (tray.whole()) {
            left = tray.left();
            proposals.clear();
            since.values().forEach(each -> told.putIfAbsent(each.id(), each));
        }
        for (Proposal proposal : told.values()) {
            Proposal known = before.get(proposal.id());
            Proposal newer = known != null && known.stamp() > proposal.stamp() ? known : proposal;
            if (!tray.whole()) {
                since.put(newer.id(), newer);
            }
            unanswered.remove(proposal.id());
            newer.remarks().forEach(remark -> unanswered.remove(remark.id()));
            if (newer.putAway()) {
                proposals.remove(newer.id());
                forget(newer.id());
            } else {
                proposals.put(newer.id(), newer);
                newer.takes().forEach(take -> partial.remove(new Place(newer.id(), take.number())));
                if (newer.state() != Proposal.State.UNDER_WAY) {
                    working.remove(newer.id());
                    partial.keySet().removeIf(place -> place.proposal().equals(newer.id()));
                }
            }
        }
    }

    /** News has the latest remarks only: the others are known, or asked for. */
    private Proposal withAllSaid(Proposal told, int said, @Nullable Proposal known) {
        if (told.remarks().size() >= said) {
            return told;
        }
        Map<Id, Proposal.Remark> all = new LinkedHashMap<>();
        if (known != null) {
            known.remarks().forEach(remark -> all.put(remark.id(), remark));
        }
        told.remarks().forEach(remark -> all.put(remark.id(), remark));
        if (all.size() < said) {
            song.tell(new Message.FetchTake(told.id(), 0));
        }
        List<Proposal.Remark> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparingLong(Proposal.Remark::time).thenComparing(Proposal.Remark::id));
        return told.withRemarks(sorted);
    }

    private void forget(Id proposal) {
        takes.keySet().removeIf(place -> place.proposal().equals(proposal));
        partial.keySet().removeIf(place -> place.proposal().equals(proposal));
        above.keySet().removeIf(place -> place.proposal().equals(proposal));
        working.remove(proposal);
        Preview heard = song.sight().preview();
        if (heard != null && heard.proposal().equals(proposal)) {
            song.sight().preview(null);
        }
    }

    private void receive(Message.TakeTold told) {
        Take take;
        try {
            take = TakeFormat.fromBytes(told.content());
        } catch (Malformed unreadable) {
            return;
        }
        Place place = new Place(told.proposal(), told.take());
        Proposal of = proposals.get(told.proposal());
        if (told.partial() && of != null && of.state() != Proposal.State.UNDER_WAY) {
            return;
        }
        (told.partial() ? partial : takes).put(place, take);
        if (!told.partial()) {
            partial.remove(place);
            fetched.remove(place);
        }
        Preview heard = song.sight().preview();
        if (heard != null && heard.proposal().equals(told.proposal()) && heard.number() == told.take()) {
            song.sight().preview(new Preview(heard.proposal(), heard.number(), take, heard.from(), heard.to(), heard.manner()));
        }
    }

    /** The server has not taken something; nothing of it is said again. */
    void refused(Id what) {
        unanswered.remove(what);
    }

    // --- what the page says ---

    /** Says what waits until own edits are stored, if they are. */
    void ask() {
        if (song.isOnline() && song.song().pendingCount() == 0) {
            for (Message.AskFor question : asking) {
                unanswered.put(question.proposal(), question);
                song.send(question);
            }
            asking.clear();
        }
    }

    /** A new conversation begins; the whole tray follows. */
    void welcome() {
        since.clear();
    }

    void goOnline() {
        unanswered.values().forEach(song::send);
        fetched.clear();
        ask();
    }

    /** Asks an assistant. */
    void ask(Message.AskFor question) {
        asking.add(question);
        ask();
    }

    /** Says something that must not get lost. */
    void say(Id id, Message.AtTray said) {
        unanswered.put(id, said);
        song.tell(said);
    }

    /** Says something that only counts now. */
    void tell(Message.AtTray said) {
        if (!song.isOnline()) {
            throw new EditRefused("The studio can't be reached just now. Try again when it can.");
        }
        song.send(said);
    }

    /** The page listens to a take; nobody minds if that gets lost. Of an idea that is private nobody is told. */
    void listen(Id proposal, int take) {
        Proposal known = proposals.get(proposal);
        if (known == null || known.shown()) {
            song.tell(new Message.Listen(proposal, take));
        }
    }

    // --- what it knows ---

    /** Those in the tray, in the order in which they came to be known. */
    List<Proposal> proposals() {
        return List.copyOf(proposals.values());
    }

    /** A proposal in the tray. */
    Proposal proposal(Id id) {
        Proposal proposal = proposals.get(id);
        if (proposal == null) {
            throw new EditRefused("This does not lie in the tray any more.");
        }
        return proposal;
    }

    /** A take, as far as it is here; null if it isn't, and then it is fetched. */
    @Nullable Take take(Id proposal, int number) {
        Place place = new Place(proposal, number);
        Take whole = takes.get(place);
        if (whole != null) {
            return whole;
        }
        Take some = partial.get(place);
        Proposal known = proposals.get(proposal);
        if (known != null && known.take(number) != null && fetched.put(place, true) == null) {
            song.tell(new Message.FetchTake(proposal, number));
        }
        return some;
    }

    /** Whether all of a take is here. */
    boolean isHere(Id proposal, int number) {
        return takes.containsKey(new Place(proposal, number));
    }

    /** Why a take has too few votes for the song's rule, a sentence; empty if it has enough. */
    String votesShort(Id proposal, int number) {
        int up = proposal(proposal).votesFor(number);
        return up < votes ? "This song's owner asks for " + votes + " votes; this take has " + up + "." : "";
    }

    /**
     * A take that is to be kept as an alternative: switched to, that is in the song, so the song's vote rule holds for it.
     *
     * @throws EditRefused if its content isn't here yet, or too few people are for it
     */
    Take toKeep(Id proposal, int number) {
        String votesShort = votesShort(proposal, number);
        if (!votesShort.isEmpty()) {
            throw new EditRefused(votesShort);
        }
        Take take = takes.get(new Place(proposal, number));
        if (take == null) {
            take(proposal, number);
            throw new EditRefused("This take is still on its way. Try again in a moment.");
        }
        return take;
    }

    /** The takes of a proposal that are still being made, by number. */
    Map<Integer, Take> partial(Id proposal) {
        Map<Integer, Take> some = new LinkedHashMap<>();
        for (int number = 1; number <= Card.MOST_TAKES; number++) {
            Take take = partial.get(new Place(proposal, number));
            if (take != null) {
                some.put(number, take);
            }
        }
        return some;
    }

    Message.@Nullable Working working(Id proposal) {
        return working.get(proposal);
    }

    /** Who listens to something now, by session. */
    List<Message.Listening> listening() {
        return List.copyOf(listening.values());
    }

    List<Offer> offers() {
        return offers;
    }

    /** The song's owner, who says how many votes are wanted. */
    Id owner() {
        return owner;
    }

    int votes() {
        return votes;
    }

    /** How many older proposals lie in the tray that this page was not told of. */
    int left() {
        return left;
    }

    /** The decibels by which a take sounds louder than its velocities tell; take 0 is what was there. Null while nobody has measured it. */
    @Nullable Double above(Id proposal, int take) {
        Integer hundredths = above.get(new Place(proposal, take));
        return hundredths == null ? null : hundredths / 100.0;
    }

    /** Lets a take sound: false if it isn't here yet. */
    boolean preview(Id proposal, int number, boolean over, double decibels, boolean apart) {
        Proposal known = proposal(proposal);
        Take take = take(proposal, number);
        if (take == null) {
            return false;
        }
        song.sight().preview(new Preview(proposal, number, take, known.card().from(), known.card().to(),
                new Manner(over, apart, (int) Math.round(decibels * 100))));
        return true;
    }
}
