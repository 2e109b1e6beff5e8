package studio.tutti.proposal.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.TrayKeeper;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.jobs.Jobs;
import studio.tutti.proposal.ProposalRefused;
import studio.tutti.proposal.Proposals;

/** The trays as the pages in rooms see and change them. */
@Component
class TrayOfRooms implements TrayKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(TrayOfRooms.class);

    /** Bytes of the tray that a page is greeted with, half of what may wait for it. */
    private static final long MOST_GREETED = 4 << 20;

    private final Proposals proposals;
    private final ProposalStore store;
    private final TakeStore takes;
    private final Telling telling;
    private final Settling settling;
    private final Accepting accepting;
    private final LevelStore levels;

    TrayOfRooms(Proposals proposals, ProposalStore store, TakeStore takes, Telling telling, Settling settling, Accepting accepting,
            LevelStore levels, Jobs jobs) {
        this.levels = levels;
        this.proposals = proposals;
        this.store = store;
        this.takes = takes;
        this.telling = telling;
        this.settling = settling;
        this.accepting = accepting;
        jobs.hear(Proposing.KIND, this::said);
        jobs.hear(Proposing.LIVE, this::said);
    }

    /** What is being made says how far it is, and what it has so far. */
    private void said(Jobs.Said said) {
        try {
            if (MessageFormat.fromServer(said.content()) instanceof Message.OfTray news) {
                telling.tellHere(said.song(), Id.NONE, news);
            }
        } catch (Malformed ofAnotherVersion) {
            // a node that is being replaced
        }
    }

    @Override
    public List<Message.OfTray> greet(Song song, Id person) {
        List<Proposal> all = proposals.of(song.link(), person, false, TrayInStore.MOST_IN_TRAY);
        List<Proposal> told = newest(song, all);
        List<Message.OfTray> greeting = new ArrayList<>(List.of(new Message.Offered(proposals.offers(song.link(), person)),
                new Message.Tray(true, song.maker(), store.votesWanted(song.id()), all.size() - told.size(), told,
                        told.stream().map(each -> each.remarks().size()).toList())));
        levels.of(told.stream().map(Proposal::id).toList()).forEach((proposal, above) -> greeting.add(new Message.Measured(proposal, above)));
        return greeting;
    }

    /** As many of them, the newest first, as a page takes at once: one that is told more is cut off, and comes in vain again and again. */
    private static List<Proposal> newest(Song song, List<Proposal> all) {
        long bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            bytes += MessageFormat.toBytes(new Message.Tray(false, song.maker(), 0, all.subList(i, i + 1))).length;
            if (bytes > MOST_GREETED) {
                return all.subList(0, i);
            }
        }
        return all;
    }

    @Override
    public void hear(Song song, Message.Someone who, Message.AtTray said, Consumer<Message.FromServer> answer) {
        Proposal.Who by = new Proposal.Who(who.person(), who.name(), who.colour());
        Id about = Id.NONE;
        try {
            switch (said) {
                case Message.AskFor ask -> {
                    about = ask.proposal();
                    proposals.ask(song.link(), by, ask);
                }
                case Message.PutIdea idea -> {
                    about = idea.proposal();
                    proposals.put(song.link(), by, idea);
                }
                case Message.Judge judge -> {
                    about = judge.proposal();
                    proposals.judge(song.link(), by, judge);
                }
                case Message.RemarkOn remark -> {
                    about = remark.id();
                    proposals.remark(song.link(), by, remark);
                }
                case Message.Steer steer -> {
                    about = steer.proposal();
                    proposals.steer(song.link(), who.person(), steer);
                }
                case Message.FetchTake fetch -> {
                    about = fetch.proposal();
                    fetch(song, who.person(), fetch, answer);
                }
                case Message.WantVotes want -> proposals.wantVotes(song.link(), who.person(), want.votes());
                case Message.AskOffers ask -> answer.accept(new Message.Offered(proposals.offers(song.link(), who.person())));
                // told to the others by the room
                case Message.Listen listen -> { }
            }
        } catch (ProposalRefused | NoSuchSong refused) {
            answer.accept(new Message.Refused(about, refused.getMessage()));
        } catch (RuntimeException failure) {
            LOG.warn("Something about a tray could not be done", failure);
            answer.accept(new Message.Refused(about, "This could not be done just now. Try again."));
        }
    }

    private void fetch(Song song, Id person, Message.FetchTake fetch, Consumer<Message.FromServer> answer) {
        Optional<Proposal> found = proposals.find(song.link(), person, fetch.proposal());
        if (found.isPresent() && fetch.take() == 0) {
            answer.accept(telling.whole(song, found.get()));
        } else if (found.isPresent()) {
            takes.content(fetch.proposal(), fetch.take())
                    .ifPresent(content -> answer.accept(new Message.TakeTold(fetch.proposal(), fetch.take(), false, content)));
        }
    }

    @Override
    public void catchUp(Collection<Id> songs) {
        settling.settle(songs);
        accepting.heal(songs).forEach(telling::changed);
        telling.catchUp(songs);
    }
}
