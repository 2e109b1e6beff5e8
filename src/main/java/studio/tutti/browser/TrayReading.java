package studio.tutti.browser;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.ContextDigest;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Suggestion;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;

/** The tray as the page lists it, as JSON. */
final class TrayReading {

    private static final int STRIDE = 6;

    private final Tray tray;
    private final Handles handles;
    private final Map<Id, Boolean> stale = new HashMap<>();
    private Set<Id> standing = Set.of();
    private long checksum;
    private boolean known;

    TrayReading(Tray tray, Handles handles) {
        this.tray = tray;
        this.handles = handles;
    }

    /** What lies in the tray; the page orders it. */
    String all(Arrangement arrangement, Id me) {
        List<Proposal> proposals = tray.proposals();
        look(arrangement, proposals);
        Json json = new Json();
        for (Proposal each : proposals) {
            Card card = each.card();
            json.next()
                    .with("id", each.id().toString())
                    .with("person", each.by().person().toString())
                    .with("byName", each.by().name())
                    .with("byColour", each.by().colour())
                    .with("mine", each.by().person().equals(me))
                    .with("made", each.made())
                    .with("own", card.isOwn())
                    .with("assistant", card.assistant())
                    .with("tool", card.tool())
                    .with("name", card.name())
                    .with("version", card.version())
                    .with("from", card.from())
                    .with("to", card.to())
                    .with("context", handles(card.context()))
                    .with("targets", handles(card.targets()))
                    .with("chosen", card.chosen().size())
                    .with("locks", card.locked().size())
                    .with("settings", settings(card))
                    .with("seed", Long.toString(card.seed()))
                    .with("asked", card.takes())
                    .with("base", card.base())
                    .with("renews", card.renews().isNone() ? "" : card.renews().toString())
                    .with("commercial", card.rights().commercial())
                    .with("credit", card.rights().credit())
                    .with("rights", card.rights().words())
                    .with("state", each.state().name())
                    .with("error", each.error())
                    .with("shown", each.shown())
                    .with("stale", stale.getOrDefault(each.id(), false))
                    .with("takes", takes(each, me))
                    .with("votes", votes(each))
                    .with("remarks", remarks(each, me))
                    .with("accepted", accepted(each));
            working(json, each);
        }
        return json.toString();
    }

    private void working(Json json, Proposal proposal) {
        Message.Working work = tray.working(proposal.id());
        json.with("running", work != null && work.running())
                .with("share", work == null ? 0 : work.share() / 1000.0)
                .with("remaining", work == null ? -1 : work.remaining())
                .with("node", work == null ? "" : work.node())
                .with("attempt", work == null ? 0 : work.attempt());
    }

    private Json takes(Proposal proposal, Id me) {
        Json json = new Json();
        for (Proposal.Header take : proposal.takes()) {
            int up = 0;
            int down = 0;
            int mine = 0;
            for (Proposal.Vote vote : proposal.votes()) {
                if (vote.take() == take.number()) {
                    up += vote.up() ? 1 : 0;
                    down += vote.up() ? 0 : 1;
                    mine = vote.by().person().equals(me) ? vote.up() ? 1 : -1 : mine;
                }
            }
            json.next()
                    .with("number", take.number())
                    .with("label", take.label())
                    .with("notes", take.notes())
                    .with("hidden", !take.hiddenBy().isNone())
                    .with("hiddenBy", take.hiddenBy().isNone() ? "" : take.hiddenBy().toString())
                    .with("up", up)
                    .with("down", down)
                    .with("mine", mine)
                    .with("partial", false)
                    .with("here", tray.isHere(proposal.id(), take.number()))
                    .with("whyNot", whyNot(proposal, take))
                    .with("whyNotKeep", proposal.card().isMaster() ? "A master is of the whole song: accept it, or leave it here."
                            : tray.votesShort(proposal.id(), take.number()));
        }
        tray.partial(proposal.id()).forEach((number, take) -> json.next()
                .with("number", number)
                .with("label", take.label())
                .with("notes", take.notes())
                .with("hidden", false)
                .with("hiddenBy", "")
                .with("up", 0)
                .with("down", 0)
                .with("mine", 0)
                .with("partial", true)
                .with("here", true)
                .with("whyNot", "This take is still being made.")
                .with("whyNotKeep", "This take is still being made."));
        return json;
    }

    /** Why a take can't be accepted now, a sentence; empty if it can. The server looks again. */
    private String whyNot(Proposal proposal, Proposal.Header take) {
        Proposal.Acceptance acceptance = proposal.acceptance();
        if (!take.hiddenBy().isNone()) {
            return "This take was vetoed: show it again first.";
        }
        if (acceptance != null && acceptance.revision() > 0 && standing.contains(acceptance.edit())) {
            return "Take " + acceptance.take() + " was accepted: undo that first.";
        }
        return tray.votesShort(proposal.id(), take.number());
    }

    private static Json votes(Proposal proposal) {
        Json json = new Json();
        for (Proposal.Vote vote : proposal.votes()) {
            json.next().with("take", vote.take()).with("person", vote.by().person().toString()).with("name", vote.by().name())
                    .with("colour", vote.by().colour()).with("up", vote.up());
        }
        return json;
    }

    private static Json remarks(Proposal proposal, Id me) {
        Json json = new Json();
        for (Proposal.Remark remark : proposal.remarks()) {
            json.next().with("id", remark.id().toString()).with("take", remark.take()).with("person", remark.by().person().toString())
                    .with("name", remark.by().name()).with("colour", remark.by().colour()).with("own", remark.by().person().equals(me))
                    .with("time", remark.time()).with("text", remark.text());
        }
        return json;
    }

    private Json accepted(Proposal proposal) {
        Json json = new Json();
        Proposal.Acceptance acceptance = proposal.acceptance();
        if (acceptance != null) {
            json.next().with("take", acceptance.take()).with("person", acceptance.by().person().toString()).with("name", acceptance.by().name())
                    .with("colour", acceptance.by().colour()).with("time", acceptance.time()).with("over", acceptance.over())
                    .with("pending", acceptance.revision() == 0)
                    .with("undone", acceptance.revision() > 0 && !standing.contains(acceptance.edit()));
        }
        return json;
    }

    private static Json settings(Card card) {
        Json json = new Json();
        card.settings().values().forEach((name, value) -> json.next().with("name", name).with("value", value));
        return json;
    }

    private int[] handles(List<Id> ids) {
        return ids.stream().mapToInt(handles::of).toArray();
    }

    // --- what has become different since ---

    private void look(Arrangement arrangement, List<Proposal> proposals) {
        if (!known || checksum != arrangement.checksum()) {
            stale.clear();
            known = true;
            checksum = arrangement.checksum();
        }
        Set<Id> accepting = new HashSet<>();
        for (Proposal each : proposals) {
            stale.computeIfAbsent(each.id(), id -> ContextDigest.isStale(each.card(), arrangement));
            if (each.acceptance() != null) {
                accepting.add(each.acceptance().edit());
            }
        }
        standing = accepting.isEmpty() ? Set.of() : standing(arrangement, accepting);
    }

    /** Those edits that something in the song was still written by: the others were undone, or nothing of them is left. */
    private static Set<Id> standing(Arrangement arrangement, Set<Id> edits) {
        Set<Id> found = new HashSet<>();
        for (int handle = 0; handle < arrangement.handles() && found.size() < edits.size(); handle++) {
            Element element = arrangement.at(handle);
            Id writer = element.writer(Property.ALIVE);
            if (edits.contains(writer)) {
                found.add(writer);
            }
        }
        return found;
    }

    // --- what is on offer ---

    static String offers(List<Offer> offers) {
        Json json = new Json();
        offers.forEach(offer -> offer(json.next(), offer));
        return json.toString();
    }

    String suggestions(List<Suggestion> suggestions) {
        Json json = new Json();
        for (Suggestion suggestion : suggestions) {
            offer(json.next(), suggestion.offer())
                    .with("from", suggestion.from())
                    .with("to", suggestion.to())
                    .with("context", handles(suggestion.context()))
                    .with("targets", handles(suggestion.targets()));
        }
        return json.toString();
    }

    private static Json offer(Json json, Offer offer) {
        Json controls = new Json();
        for (Control control : offer.controls()) {
            controls.next().with("name", control.name()).with("words", control.words()).with("hint", control.hint())
                    .with("initial", control.initial());
            switch (control) {
                case Control.Slider slider -> controls.with("type", "slider").with("low", slider.low()).with("high", slider.high())
                        .with("step", slider.step()).with("unit", slider.unit())
                        .with("resting", slider.resting());
                case Control.Choice choice -> {
                    Json options = new Json();
                    choice.options().forEach(option -> options.next().with("key", option.key()).with("words", option.words())
                            .with("hint", option.hint()));
                    controls.with("type", "choice").with("options", options);
                }
                case Control.Toggle toggle -> controls.with("type", "toggle");
                case Control.Words words -> controls.with("type", "words").with("longest", words.longest());
            }
        }
        return json.with("id", offer.id()).with("tool", offer.tool()).with("name", offer.name()).with("hint", offer.hint())
                .with("version", offer.version()).with("takes", offer.takes()).with("live", offer.live())
                .with("commercial", offer.rights().commercial()).with("credit", offer.rights().credit()).with("rights", offer.rights().words())
                .with("controls", controls);
    }

    // --- a take ---

    /** The parts of a take: its tracks. */
    String tracks(@Nullable Take take) {
        Json json = new Json();
        if (take != null) {
            for (Part part : take.parts()) {
                Part.Fresh fresh = part.fresh();
                json.next()
                        .with("track", handles.of(part.track()))
                        .with("fresh", fresh != null)
                        .with("name", fresh == null ? "" : fresh.name())
                        .with("type", fresh == null ? "" : fresh.type().name().toLowerCase(Locale.ROOT))
                        .with("program", fresh == null ? 0 : fresh.program())
                        .with("notes", part.notes().size());
            }
        }
        return json.toString();
    }

    /** The notes of a take, six numbers each: track, start, length, pitch, velocity and 0. A new track is −1 − its place among the new ones. */
    int[] notes(@Nullable Take take) {
        if (take == null) {
            return new int[0];
        }
        int[] packed = new int[take.notes() * STRIDE];
        int at = 0;
        int fresh = 0;
        for (Part part : take.parts()) {
            int track = part.fresh() == null ? handles.of(part.track()) : -1 - fresh++;
            for (Take.Note note : part.notes()) {
                packed[at] = track;
                packed[at + 1] = (int) note.start();
                packed[at + 2] = (int) note.length();
                packed[at + 3] = note.pitch();
                packed[at + 4] = note.velocity();
                at += STRIDE;
            }
        }
        return packed;
    }

    static String chords(@Nullable Take take) {
        Json json = new Json();
        if (take != null) {
            take.chords().forEach(chord -> json.next().with("start", chord.start()).with("length", chord.length()).with("symbol", chord.symbol()));
        }
        return json.toString();
    }

    /** A master as JSON, a list of one: name, media, loudness, peak, sheet, figures, base; empty for none. */
    static String master(@Nullable MasterSound master) {
        return master == null ? "" : new Json().next().with("name", master.name()).with("media", master.media()).with("loudness", master.loudness())
                .with("peak", master.peak()).with("sheet", master.sheet()).with("figures", master.figures()).with("base", master.base()).toString();
    }
}
