package studio.tutti.proposal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.ContextDigest;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Proposal.State;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.TakeFormat;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.proposal.ProposalRefused;
import studio.tutti.proposal.Proposals;

/** All trays, in the store. */
@Service
class TrayInStore implements Proposals {

    /** How much may lie in one tray. */
    static final int MOST_IN_TRAY = 300;
    /** Bytes of an own idea; the notes that one can choose at once take less. */
    private static final int LONGEST_IDEA = 1 << 20;

    private final ProposalStore store;
    private final TakeStore takes;
    private final Songs songs;
    private final Jobs jobs;
    private final Assistants assistants;
    private final Asking asking;
    private final Accepting accepting;
    private final Settling settling;
    private final Telling telling;
    private final TransactionTemplate transaction;

    TrayInStore(ProposalStore store, TakeStore takes, Songs songs, Jobs jobs, Assistants assistants, Asking asking, Accepting accepting,
            Settling settling, Telling telling, PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.takes = takes;
        this.songs = songs;
        this.jobs = jobs;
        this.assistants = assistants;
        this.asking = asking;
        this.accepting = accepting;
        this.settling = settling;
        this.telling = telling;
    }

    private Song open(String link) {
        return songs.find(link).filter(song -> !song.trashed()).orElseThrow(NoSuchSong::new);
    }

    @Override
    public List<Offer> offers(String link, Id person) {
        return assistants.offers(person, open(link).link());
    }

    // --- putting something in ---

    @Override
    public Proposal ask(String link, Proposal.Who who, Message.AskFor ask) {
        Song song = open(link);
        Proposal known = store.find(ask.proposal()).filter(kept -> kept.song().equals(song.id())).map(ProposalStore.Kept::proposal).orElse(null);
        if (known == null) {
            Card card = asking.card(song, who, ask);
            add(song, ask.proposal(), who, card, State.UNDER_WAY, true);
        } else if (!known.by().person().equals(who.person())) {
            throw new ProposalRefused("This proposal has the id of somebody else's.");
        }
        try {
            settling.begin(song.id(), store.find(ask.proposal()).orElseThrow().proposal());
        } catch (JobRefused full) {
            settling.end(ask.proposal(), State.FAILED, full.getMessage());
            store.putAway(ask.proposal(), true);
            telling.changed(ask.proposal());
            throw new ProposalRefused(full.getMessage());
        }
        return told(ask.proposal());
    }

    @Override
    public Proposal put(String link, Proposal.Who who, Message.PutIdea idea) {
        Song song = open(link);
        if (idea.take().length > LONGEST_IDEA) {
            throw new ProposalRefused("This is more than an idea can hold: choose fewer bars.");
        }
        Take take;
        try {
            take = TakeFormat.fromBytes(idea.take());
        } catch (Malformed broken) {
            throw new ProposalRefused(broken.getMessage());
        }
        if (take.isEmpty()) {
            throw new ProposalRefused("There is nothing in this idea.");
        }
        if (!take.others().isEmpty()) {
            // whoever accepts it would not see them
            throw new ProposalRefused("An idea of one's own has notes and chords only.");
        }
        if (store.find(idea.proposal()).isEmpty()) {
            Card card = asking.card(song, idea, take);
            try {
                transaction.executeWithoutResult(status -> {
                    requireRoom(song, idea.proposal());
                    store.insert(song.id(), idea.proposal(), who, card, State.READY, idea.shown());
                    takes.add(idea.proposal(), 1, take);
                });
            } catch (DuplicateKeyException again) {
                // put in at the same moment; told below
            }
        }
        return told(idea.proposal());
    }

    private void add(Song song, Id id, Proposal.Who who, Card card, State state, boolean shown) {
        requireRoom(song, id);
        store.add(song.id(), id, who, card, state, shown);
    }

    private void requireRoom(Song song, Id id) {
        if (id.isNone()) {
            throw new ProposalRefused("A proposal needs an id.");
        }
        if (store.inTray(song.id()) >= MOST_IN_TRAY) {
            throw new ProposalRefused("The tray is full: put some proposals away first.");
        }
    }

    // --- judging ---

    @Override
    public Proposal judge(String link, Proposal.Who who, Message.Judge judge) {
        Song song = open(link);
        Proposal proposal = visible(song, who.person(), judge.proposal());
        switch (judge.verb()) {
            case UP, DOWN, NO_VOTE -> {
                requireTake(proposal, judge.take());
                store.vote(proposal.id(), judge.take(), who, switch (judge.verb()) {
                    case UP -> true;
                    case DOWN -> false;
                    default -> null;
                });
            }
            case HIDE, UNHIDE -> {
                requireTake(proposal, judge.take());
                takes.hide(proposal.id(), judge.take(), judge.verb() == Message.Verb.HIDE ? who.person() : Id.NONE);
                store.touch(proposal.id());
            }
            case ACCEPT, ACCEPT_OVER -> {
                try {
                    accepting.accept(song, who, proposal, judge.take(), judge.verb() == Message.Verb.ACCEPT_OVER);
                } finally {
                    telling.changed(proposal.id());
                }
            }
            case CANCEL -> {
                jobs.cancel(ProposalStore.key(proposal.id()));
                settling.settle(List.of(song.id()));
            }
            case STOP -> jobs.stop(ProposalStore.key(proposal.id()));
            case SHOW -> {
                requireOwn(proposal, who.person(), "Only the one who put an idea in the tray can show it.");
                store.show(proposal.id());
            }
            case PUT_AWAY, BRING_BACK -> store.putAway(proposal.id(), judge.verb() == Message.Verb.PUT_AWAY);
        }
        return told(proposal.id());
    }

    private static void requireTake(Proposal proposal, int take) {
        if (proposal.take(take) == null) {
            throw new ProposalRefused("There is no such take, or it is still being made.");
        }
    }

    private static void requireOwn(Proposal proposal, Id person, String otherwise) {
        if (!proposal.by().person().equals(person)) {
            throw new ProposalRefused(otherwise);
        }
    }

    @Override
    public Proposal remark(String link, Proposal.Who who, Message.RemarkOn remark) {
        Proposal proposal = visible(open(link), who.person(), remark.proposal());
        String words = remark.text().strip();
        if (words.isEmpty() || remark.id().isNone()) {
            throw new ProposalRefused("There is nothing to say in this comment.");
        }
        if (proposal.remarks().size() >= Proposal.MOST_REMARKS) {
            throw new ProposalRefused("There are " + Proposal.MOST_REMARKS + " comments on this already.");
        }
        if (remark.take() != 0) {
            requireTake(proposal, remark.take());
        }
        store.remark(proposal.id(), remark.id(), remark.take(), who, words);
        return told(proposal.id());
    }

    @Override
    public void steer(String link, Id person, Message.Steer steer) {
        Proposal proposal = visible(open(link), person, steer.proposal());
        Offer offer = assistants.find(proposal.card().assistant()).map(assistant -> assistant.offer(proposal.by().person(), link)).orElse(null);
        Control control = offer == null || !offer.live() ? null : offer.control(steer.control());
        if (control == null) {
            throw new ProposalRefused("This has nothing to move that is called “" + steer.control() + "”.");
        }
        String fault = control.fault(steer.value());
        if (fault != null) {
            throw new ProposalRefused(fault);
        }
        try {
            jobs.tell(ProposalStore.key(proposal.id()), Text.storable(steer.control() + "=" + steer.value()));
        } catch (JobRefused over) {
            throw new ProposalRefused(over.getMessage());
        }
    }

    private Proposal told(Id proposal) {
        return telling.changed(proposal).orElseThrow();
    }

    // --- reading ---

    private Proposal visible(Song song, Id person, Id id) {
        return find(song, person, id).orElseThrow(() -> new ProposalRefused("There is no such proposal, or it is somebody's own."));
    }

    private Optional<Proposal> find(Song song, Id person, Id id) {
        return store.find(id)
                .filter(kept -> kept.song().equals(song.id()))
                .map(ProposalStore.Kept::proposal)
                .filter(proposal -> proposal.shown() || proposal.by().person().equals(person));
    }

    @Override
    public List<Proposal> of(String link, Id person, boolean history, int most) {
        Song song = open(link);
        settling.settle(List.of(song.id()));
        List<Proposal> all = store.of(song.id(), person, history, most);
        long healed = all.stream().filter(each -> accepting.heal(song, each)).peek(each -> telling.changed(each.id())).count();
        return healed == 0 ? all : store.of(song.id(), person, history, most);
    }

    @Override
    public Optional<Proposal> find(String link, Id person, Id proposal) {
        Song song = open(link);
        settling.settle(List.of(song.id()));
        return find(song, person, proposal);
    }

    @Override
    public Optional<Take> take(String link, Id person, Id proposal, int number) {
        return find(open(link), person, proposal).flatMap(found -> takes.find(found.id(), number));
    }

    @Override
    public boolean isStale(String link, Proposal proposal) {
        return stale(link, List.of(proposal)).contains(proposal.id());
    }

    @Override
    public Set<Id> stale(String link, Collection<Proposal> proposals) {
        return songs.read(link, (revision, today) -> proposals.stream()
                .filter(each -> ContextDigest.isStale(each.card(), today))
                .map(Proposal::id)
                .collect(Collectors.toSet()));
    }

    @Override
    public int votesWanted(String link) {
        return store.votesWanted(open(link).id());
    }

    @Override
    public void wantVotes(String link, Id person, int votes) {
        Song song = open(link);
        if (!song.maker().equals(person)) {
            throw new ProposalRefused("Only the song's owner can say how many votes a take needs.");
        }
        if (votes < 0 || votes > Message.MOST_VOTES_WANTED) {
            throw new ProposalRefused("A take can need 0 to " + Message.MOST_VOTES_WANTED + " votes.");
        }
        store.wantVotes(song.id(), votes);
        telling.rule(song);
    }
}
