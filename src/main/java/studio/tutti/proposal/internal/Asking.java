package studio.tutti.proposal.internal;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Harmony;
import studio.tutti.core.lock.Hold;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.ContextDigest;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Suggestion;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.proposal.ProposalRefused;

/** Writes cards: what is asked for, and the song as it is now beside it. */
@Component
class Asking {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Songs songs;
    private final ProposalStore store;
    private final Assistants assistants;

    Asking(Songs songs, ProposalStore store, Assistants assistants) {
        this.songs = songs;
        this.store = store;
        this.assistants = assistants;
    }

    /**
     * The card of what somebody asks for.
     *
     * @throws ProposalRefused with a sentence, if it can't be asked for
     */
    Card card(Song song, Proposal.Who who, Message.AskFor ask) {
        if (!ask.renews().isNone()) {
            return renewed(song, who, ask);
        }
        Offer offer = offer(song, ask.assistant(), who.person());
        Settings settings;
        try {
            settings = ask.settings().on(offer);
        } catch (EditRefused cant) {
            throw new ProposalRefused(cant.getMessage());
        }
        int takes = ask.takes() == 0 ? offer.takes() : ask.takes();
        long seed = ask.seed() == 0 ? RANDOM.nextLong() : ask.seed();
        return card(song, who.person(), offer, ask.from(), ask.to(), ask.context(), ask.targets(), ask.chosen(), settings, seed, takes, Id.NONE);
    }

    private Card renewed(Song song, Proposal.Who who, Message.AskFor ask) {
        Card old = store.find(ask.renews())
                .filter(kept -> kept.song().equals(song.id()))
                .map(kept -> kept.proposal().card())
                .orElseThrow(() -> new ProposalRefused("What was to be renewed is not there."));
        Offer offer = offer(song, old.assistant(), who.person());
        return card(song, who.person(), offer, old.from(), old.to(), old.context(), old.targets(), old.chosen(), old.settings(),
                ask.afresh() ? RANDOM.nextLong() : old.seed(), old.takes(), ask.afresh() ? Id.NONE : ask.renews());
    }

    private Offer offer(Song song, String assistant, Id person) {
        return assistants.offers(person, song.link()).stream()
                .filter(offer -> offer.id().equals(assistant))
                .findFirst()
                .orElseThrow(() -> new ProposalRefused("There is no assistant “" + assistant + "” in this studio."));
    }

    private Card card(Song song, Id person, Offer offer, long from, long to, List<Id> context, List<Id> targets, List<Id> chosen, Settings settings, long seed,
            int takes, Id renews) {
        if (from < 0 || to > Ticks.LAST || context.size() > Card.MOST_NAMED || targets.size() > Card.MOST_NAMED || chosen.size() > Card.MOST_CHOSEN) {
            throw new ProposalRefused("This is more than can be asked for at once: choose less.");
        }
        if (takes < 1 || takes > Card.MOST_TAKES) {
            throw new ProposalRefused("One can ask for 1 to " + Card.MOST_TAKES + " takes at once.");
        }
        if (offer.fit().isWholeSong()) {
            return ofWholeSong(song, offer, settings, seed, takes, renews);
        }
        Rights rights = assistants.find(offer.id()).map(assistant -> assistant.rights(settings, person, song.link())).orElse(offer.rights());
        return songs.read(song.link(), (revision, today) -> {
            String fault = Suggestion.fault(today, offer, from, to, !chosen.isEmpty(), targets, context);
            if (fault != null) {
                throw new ProposalRefused(fault);
            }
            return new Card(offer.id(), offer.tool(), offer.name(), offer.version(), from, to, context, targets, chosen, locks(today, from, to),
                    settings, seed, takes, revision, ContextDigest.of(today, context, from, to), rights, renews);
        });
    }

    /** Of one that listens to all that the song plays, from its beginning to its end. */
    private Card ofWholeSong(Song song, Offer offer, Settings settings, long seed, int takes, Id renews) {
        return songs.read(song.link(), (revision, today) -> {
            long to = Harmony.end(today);
            List<Id> context = Elements.tracks(today).stream().map(Element::id).limit(Card.MOST_NAMED).toList();
            String fault = Suggestion.fault(today, offer, 0, to, false, List.of(), to > 0 ? context : List.of());
            if (fault != null) {
                throw new ProposalRefused(to > 0 ? fault : "The song plays nothing yet: write some music first.");
            }
            return new Card(offer.id(), offer.tool(), offer.name(), offer.version(), 0, to, context, List.of(), List.of(), List.of(), settings, seed,
                    takes, revision, ContextDigest.of(today, context, 0, to) + ContextDigest.mixer(today), offer.rights(), renews);
        });
    }

    /** The card of an own idea. */
    Card card(Song song, Message.PutIdea idea, Take take) {
        List<Id> targets = take.parts().stream().map(Part::track).filter(track -> !track.isNone()).toList();
        if (idea.to() <= idea.from()) {
            throw new ProposalRefused("Choose some bars first.");
        }
        return songs.read(song.link(), (revision, today) -> new Card(Card.OWN, "", idea.name().strip(), "", idea.from(), idea.to(), List.of(), targets,
                List.of(), locks(today, idea.from(), idea.to()), Settings.NONE, 0, 1, revision, 0, Rights.OWN, Id.NONE));
    }

    /** The locks that hold something in these bars; those of single notes are left out. */
    private static List<Id> locks(Arrangement today, long from, long to) {
        return Hold.of(today).stream().filter(hold -> !hold.note() && hold.meets(from, to)).map(Hold::lock).limit(Card.MOST_NAMED).toList();
    }
}
