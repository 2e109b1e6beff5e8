package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

/** The binary form of what pages and server tell one another of the tray. */
final class TrayFormat {

    private static final int MOST_PROPOSALS = 1_000;
    private static final int MOST_TAKES = 1_000;
    private static final int MOST_VOTES = 20_000;
    private static final int MOST_OFFERS = 200;
    private static final int LONGEST_ERROR = 2_000;
    private static final int LONGEST_NODE = 200;
    private static final int LOUDEST = 100_000;

    private TrayFormat() {}

    // --- from the page ---

    static void write(Message.AtTray said, ByteWriter out) {
        switch (said) {
            case Message.AskFor ask -> {
                out.octet(12);
                out.id(ask.proposal());
                out.text(ask.assistant());
                out.count(ask.from());
                out.count(ask.to());
                CardFormat.ids(ask.context(), out);
                CardFormat.ids(ask.targets(), out);
                CardFormat.ids(ask.chosen(), out);
                CardFormat.settings(ask.settings(), out);
                out.word(ask.seed());
                out.count(ask.takes());
                out.id(ask.renews());
                out.octet(ask.afresh() ? 1 : 0);
            }
            case Message.PutIdea idea -> {
                out.octet(13);
                out.id(idea.proposal());
                out.text(idea.name());
                out.count(idea.from());
                out.count(idea.to());
                out.octet(idea.shown() ? 1 : 0);
                out.blob(idea.take());
            }
            case Message.Judge judge -> {
                out.octet(14);
                out.id(judge.proposal());
                out.count(judge.take());
                out.octet(judge.verb().ordinal());
            }
            case Message.RemarkOn remark -> {
                out.octet(15);
                out.id(remark.proposal());
                out.id(remark.id());
                out.count(remark.take());
                out.text(remark.text());
            }
            case Message.Steer steer -> {
                out.octet(16);
                out.id(steer.proposal());
                out.text(steer.control());
                out.text(steer.value());
            }
            case Message.Listen listen -> {
                out.octet(17);
                out.id(listen.proposal());
                out.count(listen.take());
            }
            case Message.FetchTake fetch -> {
                out.octet(18);
                out.id(fetch.proposal());
                out.count(fetch.take());
            }
            case Message.WantVotes want -> {
                out.octet(19);
                out.count(want.votes());
            }
            case Message.AskOffers ask -> out.octet(20);
        }
    }

    static Message.AtTray fromPage(int type, ByteReader in) {
        return switch (type) {
            case 12 -> new Message.AskFor(
                    in.id(), in.text(Offer.LONGEST), in.upTo(Ticks.LAST), in.upTo(Ticks.LAST),
                    CardFormat.ids(Card.MOST_NAMED, in), CardFormat.ids(Card.MOST_NAMED, in), CardFormat.ids(Card.MOST_CHOSEN, in),
                    CardFormat.settings(in), in.word(), (int) in.upTo(Card.MOST_TAKES), in.id(), in.octet() == 1);
            case 13 -> new Message.PutIdea(
                    in.id(), in.text(Take.LONGEST_LABEL), in.upTo(Ticks.LAST), in.upTo(Ticks.LAST), in.octet() == 1, in.blob(Message.LONGEST));
            case 14 -> new Message.Judge(in.id(), take(in), one(Message.Verb.values(), in));
            case 15 -> new Message.RemarkOn(in.id(), in.id(), take(in), in.text(Proposal.LONGEST_REMARK));
            case 16 -> new Message.Steer(in.id(), in.text(Settings.LONGEST_NAME), in.text(Settings.LONGEST_VALUE));
            case 17 -> new Message.Listen(in.id(), take(in));
            case 18 -> new Message.FetchTake(in.id(), take(in));
            case 19 -> new Message.WantVotes((int) in.upTo(Message.MOST_VOTES_WANTED));
            case 20 -> new Message.AskOffers();
            default -> throw new Malformed("A page says nothing of the type " + type + ".");
        };
    }

    // --- from the server ---

    static void write(Message.OfTray told, ByteWriter out) {
        switch (told) {
            case Message.Tray tray -> {
                out.octet(78);
                out.octet(tray.whole() ? 1 : 0);
                out.id(tray.owner());
                out.count(tray.votes());
                out.count(tray.left());
                out.count(tray.proposals().size());
                for (int i = 0; i < tray.proposals().size(); i++) {
                    proposal(tray.proposals().get(i), out);
                    out.count(tray.said().get(i));
                }
            }
            case Message.TakeTold take -> {
                out.octet(79);
                out.id(take.proposal());
                out.count(take.take());
                out.octet(take.partial() ? 1 : 0);
                out.blob(take.content());
            }
            case Message.Working work -> {
                out.octet(80);
                out.id(work.proposal());
                out.octet(work.running() ? 1 : 0);
                out.count(work.share());
                out.whole(work.remaining());
                out.text(work.node());
                out.count(work.attempt());
            }
            case Message.Listening listening -> {
                out.octet(81);
                out.id(listening.session());
                out.id(listening.proposal());
                out.count(listening.take());
            }
            case Message.Measured measured -> {
                out.octet(83);
                out.id(measured.proposal());
                out.count(measured.above().size());
                new TreeMap<>(measured.above()).forEach((take, above) -> {
                    out.count(take);
                    out.whole(above);
                });
            }
            case Message.Offered offered -> {
                out.octet(82);
                out.count(offered.offers().size());
                offered.offers().forEach(offer -> CardFormat.offer(offer, out));
            }
        }
    }

    static Message.OfTray fromServer(int type, ByteReader in) {
        return switch (type) {
            case 78 -> {
                boolean whole = in.octet() == 1;
                Id owner = in.id();
                int votes = (int) in.upTo(Message.MOST_VOTES_WANTED);
                int left = (int) in.upTo(MOST_PROPOSALS);
                int size = in.count(MOST_PROPOSALS);
                List<Proposal> proposals = new ArrayList<>(size);
                List<Integer> said = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    proposals.add(proposal(in));
                    said.add((int) in.upTo(Proposal.MOST_REMARKS));
                }
                yield new Message.Tray(whole, owner, votes, left, proposals, said);
            }
            case 79 -> new Message.TakeTold(in.id(), take(in), in.octet() == 1, in.blob(Message.LONGEST));
            case 80 -> new Message.Working(in.id(), in.octet() == 1, (int) in.upTo(1_000), in.between(-1, Integer.MAX_VALUE), in.text(LONGEST_NODE),
                    (int) in.upTo(Integer.MAX_VALUE));
            case 81 -> new Message.Listening(in.id(), in.id(), take(in));
            case 82 -> {
                int size = in.count(MOST_OFFERS);
                List<Offer> offers = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    offers.add(CardFormat.offer(in));
                }
                yield new Message.Offered(offers);
            }
            case 83 -> {
                Id proposal = in.id();
                int size = in.count(MOST_TAKES);
                Map<Integer, Integer> above = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    above.put(take(in), (int) in.between(-LOUDEST, LOUDEST));
                }
                yield new Message.Measured(proposal, above);
            }
            default -> throw new Malformed("A server says nothing of the type " + type + ".");
        };
    }

    private static int take(ByteReader in) {
        return (int) in.upTo(MOST_TAKES);
    }

    private static void proposal(Proposal proposal, ByteWriter out) {
        out.id(proposal.id());
        who(proposal.by(), out);
        out.count(proposal.made());
        out.blob(CardFormat.toBytes(proposal.card().withChosen(List.of())));
        out.count(proposal.card().chosen().size());
        out.octet(proposal.state().ordinal());
        out.text(proposal.error());
        out.octet((proposal.shown() ? 1 : 0) | (proposal.putAway() ? 2 : 0));
        out.count(proposal.takes().size());
        for (Proposal.Header take : proposal.takes()) {
            out.count(take.number());
            out.text(take.label());
            out.count(take.notes());
            out.word(take.hash());
            out.id(take.hiddenBy());
        }
        out.count(proposal.votes().size());
        for (Proposal.Vote vote : proposal.votes()) {
            out.count(vote.take());
            who(vote.by(), out);
            out.octet(vote.up() ? 1 : 0);
        }
        out.count(proposal.remarks().size());
        for (Proposal.Remark remark : proposal.remarks()) {
            out.id(remark.id());
            out.count(remark.take());
            who(remark.by(), out);
            out.count(remark.time());
            out.text(remark.text());
        }
        Proposal.Acceptance acceptance = proposal.acceptance();
        out.octet(acceptance == null ? 0 : acceptance.over() ? 2 : 1);
        if (acceptance != null) {
            out.count(acceptance.take());
            who(acceptance.by(), out);
            out.count(acceptance.time());
            out.id(acceptance.edit());
            out.count(acceptance.revision());
        }
        out.count(proposal.stamp());
    }

    private static Proposal proposal(ByteReader in) {
        Id id = in.id();
        Proposal.Who by = who(in);
        long made = in.upTo(Long.MAX_VALUE);
        Card card = CardFormat.fromBytes(in.blob(Message.LONGEST));
        card = card.withChosen(Collections.nCopies((int) in.upTo(Card.MOST_CHOSEN), Id.NONE));
        Proposal.State state = one(Proposal.State.values(), in);
        String error = in.text(LONGEST_ERROR);
        int flags = in.octet();
        int size = in.count(MOST_TAKES);
        List<Proposal.Header> takes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            takes.add(new Proposal.Header(take(in), in.text(Take.LONGEST_LABEL), (int) in.upTo(Take.MOST_NOTES), in.word(), in.id()));
        }
        size = in.count(MOST_VOTES);
        List<Proposal.Vote> votes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            votes.add(new Proposal.Vote(take(in), who(in), in.octet() == 1));
        }
        size = in.count(Proposal.MOST_REMARKS);
        List<Proposal.Remark> remarks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            remarks.add(new Proposal.Remark(in.id(), take(in), who(in), in.upTo(Long.MAX_VALUE), in.text(Proposal.LONGEST_REMARK)));
        }
        return new Proposal(id, by, made, card, state, error, (flags & 1) != 0, (flags & 2) != 0, takes, votes, remarks,
                acceptance(in), in.upTo(Long.MAX_VALUE));
    }

    private static Proposal.@Nullable Acceptance acceptance(ByteReader in) {
        int way = in.octet();
        return way == 0
                ? null
                : new Proposal.Acceptance(take(in), who(in), in.upTo(Long.MAX_VALUE), in.id(), way == 2, in.upTo(Long.MAX_VALUE));
    }

    private static void who(Proposal.Who who, ByteWriter out) {
        out.id(who.person());
        out.text(who.name());
        out.count(who.colour());
    }

    private static Proposal.Who who(ByteReader in) {
        return new Proposal.Who(in.id(), in.text(Message.LONGEST_NAME), (int) in.upTo(0xFFFFFF));
    }

    private static <E> E one(E[] all, ByteReader in) {
        int place = in.octet();
        if (place >= all.length) {
            throw new Malformed("There is nothing of the number " + place + " here.");
        }
        return all[place];
    }
}
