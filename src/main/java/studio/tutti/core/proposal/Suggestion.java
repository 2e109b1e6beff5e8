package studio.tutti.core.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.MetreMap;

/**
 * An offer that fits a selection, and what it would be asked for if nobody says more.
 *
 * @param from the first tick
 * @param to the tick where it ends
 * @param context the tracks that it would listen to: all that play something there but its targets
 * @param targets the tracks that it would write for; none if it makes its own
 */
public record Suggestion(Offer offer, long from, long to, List<Id> context, List<Id> targets) {

    /** How many bars are meant where nothing is chosen. */
    private static final int BARS = 8;

    /**
     * What is selected.
     *
     * @param from the first tick
     * @param to the tick where it ends; equal for no stretch
     * @param tracks chosen, or those of chosen clips and notes
     * @param hasNotes whether notes are chosen, or clips
     */
    public record Selection(long from, long to, List<Element> tracks, boolean hasNotes) {}

    /** The offers that fit, in their order. */
    public static List<Suggestion> of(Arrangement arrangement, List<Offer> offers, Selection selection) {
        List<Suggestion> fitting = new ArrayList<>();
        for (Offer offer : offers) {
            Suggestion suggestion = of(arrangement, offer, selection);
            if (suggestion != null) {
                fitting.add(suggestion);
            }
        }
        return fitting;
    }

    /** The offers that don't fit, in their order, and why not, a sentence. */
    public static Map<Offer, String> unfit(Arrangement arrangement, List<Offer> offers, Selection selection) {
        Map<Offer, String> unfit = new LinkedHashMap<>();
        for (Offer offer : offers) {
            of(arrangement, offer, selection, unfit);
        }
        return unfit;
    }

    private static @Nullable Suggestion of(Arrangement arrangement, Offer offer, Selection selection) {
        return of(arrangement, offer, selection, new LinkedHashMap<>());
    }

    private static @Nullable Suggestion of(Arrangement arrangement, Offer offer, Selection selection, Map<Offer, String> unfit) {
        MetreMap metre = TimeMaps.metre(arrangement);
        Fit fit = offer.fit();
        if (fit.isWholeSong()) {
            return null;
        }
        long first = metre.bar(selection.from());
        long from = metre.barStart(first);
        long bars = selection.to() > selection.from()
                ? metre.bar(selection.to() - 1) - first + 1
                : Math.max(fit.fewestBars(), Math.min(fit.mostBars(), BARS));
        long to = selection.to() > selection.from() ? selection.to() : metre.barStart(first + bars);
        List<Id> targets = targets(selection.tracks(), fit);
        List<Id> context = context(arrangement, targets, from, to);
        String fault = fault(arrangement, fit, bars, selection.hasNotes(), targets, context, from, to);
        if (fault != null) {
            unfit.put(offer, fault);
            return null;
        }
        return new Suggestion(offer, selection.to() > selection.from() ? selection.from() : from, to, context, targets);
    }

    private static List<Id> targets(List<Element> tracks, Fit fit) {
        List<Id> targets = new ArrayList<>();
        for (Element track : tracks) {
            if (track.isAlive() && fit.targets().contains(TrackType.of(track.number(Property.TYPE)))) {
                targets.add(track.id());
            }
        }
        return targets;
    }

    private static List<Id> context(Arrangement arrangement, List<Id> targets, long from, long to) {
        List<Id> context = new ArrayList<>();
        for (Element track : Elements.tracks(arrangement)) {
            if (!targets.contains(track.id()) && plays(track, from, to)) {
                context.add(track.id());
            }
        }
        return context;
    }

    private static boolean plays(Element track, long from, long to) {
        for (Element clip : track.children(Kind.CLIP)) {
            if (!clip.flag(Property.MUTED) && clip.start() < to && clip.end() > from) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why an offer can't be asked for this, a sentence; null if it can.
     *
     * @param hasNotes whether notes are chosen, or clips
     */
    public static @Nullable String fault(Arrangement arrangement, Offer offer, long from, long to, boolean hasNotes, List<Id> targets,
            List<Id> context) {
        if (to <= from) {
            return "Choose some bars first.";
        }
        for (Id target : targets) {
            Element track = arrangement.alive(target);
            if (track == null || track.kind() != Kind.TRACK) {
                return "A track that this is for is not there any more.";
            }
            if (!offer.fit().targets().contains(TrackType.of(track.number(Property.TYPE)))) {
                return "“" + offer.name() + "” writes nothing for a track such as “" + track.text(Property.NAME) + "”.";
            }
        }
        MetreMap metre = TimeMaps.metre(arrangement);
        return fault(arrangement, offer.fit(), metre.bar(to - 1) - metre.bar(from) + 1, hasNotes, targets, context, from, to);
    }

    private static @Nullable String fault(Arrangement arrangement, Fit fit, long bars, boolean hasNotes, List<Id> targets, List<Id> context,
            long from, long to) {
        if (bars < fit.fewestBars()) {
            return "This needs at least " + fit.fewestBars() + " bars.";
        }
        if (bars > fit.mostBars() && !fit.isWholeSong()) {
            return "This is for at most " + fit.mostBars() + " bars.";
        }
        if (fit.needsNotes() && !hasNotes) {
            return "Choose notes, or a clip with some, first.";
        }
        if (targets.isEmpty() && !fit.targets().isEmpty() && !fit.makesTracks()) {
            return "Choose a track that it can write for first.";
        }
        if (fit.needsContext() && context.isEmpty() && !hasChords(arrangement, from, to)) {
            return "There is nothing in these bars that it could listen to.";
        }
        return null;
    }

    private static boolean hasChords(Arrangement arrangement, long from, long to) {
        for (Element chord : arrangement.root().children(Kind.CHORD)) {
            if (chord.start() < to && chord.end() > from) {
                return true;
            }
        }
        return false;
    }
}
