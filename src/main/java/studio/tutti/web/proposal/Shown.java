package studio.tutti.web.proposal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;

/**
 * A proposal as scripts see it. Ids are 32 hexadecimal digits, times milliseconds since 1970, places ticks of the song.
 *
 * @param id its own
 * @param by who asked
 * @param state under_way, ready, failed or cancelled
 * @param error why it failed
 * @param shown whether everybody sees it
 * @param putAway whether it left the tray
 * @param stale whether what it listened to has changed since
 * @param renews the proposal that was asked again, or null
 */
record Shown(String id, String by, long made, String state, String error, boolean shown, boolean putAway, boolean stale, ShownCard card,
        List<ShownTake> takes, List<ShownRemark> remarks, @Nullable ShownAcceptance accepted, @Nullable String renews) {

    /**
     * @param commercial whether what it makes may be released commercially
     * @param credit what must be named where it goes
     */
    record ShownCard(String assistant, String tool, String name, String version, long from, long to, List<String> context, List<String> targets,
            List<String> locks, Map<String, String> settings, String seed, int takes, long revision, boolean commercial, String credit, String rights) {}

    /** A take without its notes. */
    record ShownTake(int number, String label, int notes, boolean vetoed, List<String> votesFor, List<String> votesAgainst) {}

    record ShownRemark(int take, String by, long time, String text) {}

    record ShownAcceptance(int take, String by, long time, boolean over, long revision) {}

    static Shown of(Proposal proposal, boolean stale) {
        Card card = proposal.card();
        Proposal.Acceptance acceptance = proposal.acceptance();
        return new Shown(proposal.id().toString(), proposal.by().name(), proposal.made(), proposal.state().name().toLowerCase(Locale.ROOT),
                proposal.error(), proposal.shown(), proposal.putAway(), stale,
                new ShownCard(card.assistant(), card.tool(), card.name(), card.version(), card.from(), card.to(), ids(card.context()),
                        ids(card.targets()), ids(card.locked()), card.settings().values(), Long.toString(card.seed()), card.takes(), card.base(),
                        card.rights().commercial(), card.rights().credit(), card.rights().words()),
                proposal.takes().stream().map(take -> new ShownTake(take.number(), take.label(), take.notes(), !take.hiddenBy().isNone(),
                        voters(proposal, take.number(), true), voters(proposal, take.number(), false))).toList(),
                proposal.remarks().stream().map(each -> new ShownRemark(each.take(), each.by().name(), each.time(), each.text())).toList(),
                acceptance == null ? null : new ShownAcceptance(acceptance.take(), acceptance.by().name(), acceptance.time(), acceptance.over(),
                        acceptance.revision()),
                card.renews().isNone() ? null : card.renews().toString());
    }

    private static List<String> voters(Proposal proposal, int take, boolean up) {
        return proposal.votes().stream().filter(vote -> vote.take() == take && vote.up() == up).map(vote -> vote.by().name()).toList();
    }

    private static List<String> ids(List<Id> ids) {
        return ids.stream().map(Id::toString).toList();
    }

    /** What an assistant offers. */
    record ShownOffer(String id, String tool, String name, String hint, String version, List<ShownControl> controls, int takes, boolean live,
            boolean commercial, String credit, String rights) {
        static ShownOffer of(Offer offer) {
            return new ShownOffer(offer.id(), offer.tool(), offer.name(), offer.hint(), offer.version(),
                    offer.controls().stream().map(control -> new ShownControl(control.name(), control.words(), control.hint(), control.initial())).toList(),
                    offer.takes(), offer.live(), offer.rights().commercial(), offer.rights().credit(), offer.rights().words());
        }
    }

    record ShownControl(String name, String words, String hint, String initial) {}

    /** A take with its notes: each is start, length, pitch and velocity. */
    record ShownNotes(String label, List<ShownPart> parts, List<Take.Chord> chords) {
        static ShownNotes of(Take take) {
            return new ShownNotes(take.label(), take.parts().stream().map(ShownPart::of).toList(), take.chords());
        }
    }

    /** @param track null for a new one, which {@code name} names */
    record ShownPart(@Nullable String track, @Nullable String name, List<Take.Note> notes) {
        static ShownPart of(Part part) {
            Part.Fresh fresh = part.fresh();
            return new ShownPart(fresh == null ? part.track().toString() : null, fresh == null ? null : fresh.name(), part.notes());
        }
    }
}
