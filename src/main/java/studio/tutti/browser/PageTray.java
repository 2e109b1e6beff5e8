package studio.tutti.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.Preview;
import studio.tutti.core.editing.TakeGestures.Manner;
import studio.tutti.core.editing.TakeGestures;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.core.proposal.NotedLevel;
import studio.tutti.core.proposal.OwnIdea;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Suggestion;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.TakeFormat;
import studio.tutti.core.replica.UndoStack;

/** The tray of the open song; proposals by their ids as text. A broken rule is an exception whose message is for the person. */
public final class PageTray {

    private PageTray() {}

    private static Tray desk() {
        return Page.song().tray();
    }

    private static TrayReading reading() {
        return Page.song().trayReading();
    }

    private static Arrangement arrangement() {
        return Page.song().arrangement();
    }

    private static @Nullable Take take(String proposal, int number) {
        return desk().take(Id.parse(proposal), number);
    }

    /** {@link TrayReading#all}. */
    @JSExport
    public static String tray() {
        return reading().all(arrangement(), Page.song().song().person());
    }

    /** Whether this person is the song's owner, and how many votes a take needs. */
    @JSExport
    public static int[] voteRule() {
        return new int[] {desk().owner().equals(Page.song().song().person()) ? 1 : 0, desk().votes()};
    }

    /** All that is on offer. */
    @JSExport
    public static String offers() {
        return TrayReading.offers(desk().offers());
    }

    /** The offers that fit a selection: tracks, notes and clips that are chosen, and a stretch of ticks, or with equal ends none. */
    @JSExport
    public static String suggestions(int from, int to, int[] tracks, int[] notes, int[] clips) {
        return reading().suggestions(Suggestion.of(arrangement(), desk().offers(), selection(from, to, tracks, notes, clips)));
    }

    private static Suggestion.Selection selection(int from, int to, int[] tracks, int[] notes, int[] clips) {
        List<Element> chosenClips = Page.song().handles().all(clips);
        List<Element> chosenNotes = Page.song().handles().all(notes);
        Set<Element> rows = new LinkedHashSet<>(Page.song().handles().all(tracks));
        long begin = from;
        long end = to;
        for (Element clip : chosenClips) {
            if (clip.isAlive() && clip.kind() == Kind.CLIP && clip.parent() instanceof Element track && track.kind() == Kind.TRACK) {
                rows.add(track);
                if (from == to) {
                    begin = begin == from && end == to ? clip.start() : Math.min(begin, clip.start());
                    end = Math.max(end, clip.end());
                }
            }
        }
        return new Suggestion.Selection(begin, end, new ArrayList<>(rows), !chosenNotes.isEmpty() || !chosenClips.isEmpty());
    }

    /** What is on offer but doesn't fit a selection: name and why, a sentence; see {@link #suggestions}. */
    @JSExport
    public static String unfit(int from, int to, int[] tracks, int[] notes, int[] clips) {
        Json json = new Json();
        Suggestion.unfit(arrangement(), desk().offers(), selection(from, to, tracks, notes, clips))
                .forEach((offer, why) -> json.next().with("name", offer.name()).with("why", why));
        return json.toString();
    }

    /** Asks an assistant: settings as lines of name=value, the seed as a decimal number or empty for any, 0 takes for as many as it gives by itself. */
    @JSExport
    public static String askFor(String offer, int from, int to, int[] context, int[] targets, int[] chosen, String settings, String seed, int takes) {
        return Page.told(() -> {
            Id id = Page.song().ids().next();
            desk().ask(new Message.AskFor(id, offer, from, to, ids(context), ids(targets), ids(chosen), settings(settings),
                    seed.isEmpty() ? 0 : Long.parseLong(seed), takes, Id.NONE));
            return id.toString();
        });
    }

    /** Asks again what a proposal asked for, at the song as it is now. */
    @JSExport
    public static String renew(String proposal) {
        return Page.told(() -> {
            Proposal old = desk().proposal(Id.parse(proposal));
            Id id = Page.song().ids().next();
            desk().ask(new Message.AskFor(id, old.card().assistant(), old.card().from(), old.card().to(), List.of(), List.of(), List.of(),
                    Settings.NONE, 0, 0, old.id()));
            return id.toString();
        });
    }

    /** Asks once more what a proposal asked for, with another seed, at the song as it is now; the older one stays as it is. */
    @JSExport
    public static String askAgain(String proposal) {
        return Page.told(() -> {
            Proposal old = desk().proposal(Id.parse(proposal));
            Id id = Page.song().ids().next();
            desk().ask(new Message.AskFor(id, old.card().assistant(), old.card().from(), old.card().to(), List.of(), List.of(), List.of(),
                    Settings.NONE, 0, 0, old.id(), true));
            return id.toString();
        });
    }

    /** Puts notes in the tray, or with none all that sounds on the tracks; with equal ends the bars of what is chosen. */
    @JSExport
    public static String putIdea(String name, int from, int to, int[] tracks, int[] notes, boolean shown) {
        return Page.told(() -> {
            OwnIdea idea = OwnIdea.of(arrangement(), Page.song().handles().all(tracks), Page.song().handles().all(notes), from, to);
            Id id = Page.song().ids().next();
            desk().say(id, new Message.PutIdea(id, name, idea.from(), idea.to(), shown, TakeFormat.toBytes(idea.take())));
            return id.toString();
        });
    }

    /** Does something with a take, or with 0 the whole proposal; {@link Message.Verb} by its name. */
    @JSExport
    public static void judge(String proposal, int take, String verb) {
        Page.told(() -> {
            desk().tell(new Message.Judge(Id.parse(proposal), take, Message.Verb.valueOf(verb)));
            return verb;
        });
    }

    /** Takes an acceptance of this person's back, if it is their latest step; says what could not be taken back, or null. */
    @JSExport
    public static @Nullable String undoAcceptance(String proposal) {
        return Page.told(() -> {
            Proposal.Acceptance acceptance = desk().proposal(Id.parse(proposal)).acceptance();
            UndoStack.Step next = Page.song().song().steps().nextUndo();
            if (acceptance == null || next == null || !next.edit().equals(acceptance.edit())) {
                throw new EditRefused("You did something else since: undo that first, or take the acceptance back in the history.");
            }
            return Page.song().undo();
        });
    }

    /** Says something about a proposal, or about a take. */
    @JSExport
    public static void remarkOn(String proposal, int take, String text) {
        Page.told(() -> {
            if (text.isBlank() || text.length() > Proposal.LONGEST_REMARK) {
                throw new EditRefused("A comment has 1 to " + Proposal.LONGEST_REMARK + " characters.");
            }
            Id id = Page.song().ids().next();
            desk().say(id, new Message.RemarkOn(Id.parse(proposal), id, take, text));
            return text;
        });
    }

    /** Moves a control of a live one. */
    @JSExport
    public static void steer(String proposal, String control, String value) {
        Page.told(() -> {
            desk().tell(new Message.Steer(Id.parse(proposal), control, value));
            return value;
        });
    }

    /** The owner says how many votes a take needs. */
    @JSExport
    public static void wantVotes(int votes) {
        Page.told(() -> {
            desk().tell(new Message.WantVotes(votes));
            return votes;
        });
    }

    /** Asks again what is on offer. */
    @JSExport
    public static void askOffers() {
        Page.song().tell(new Message.AskOffers());
    }

    /** Tells the others that this page listens to a take; 0 for no longer. */
    @JSExport
    public static void listenTo(String proposal, int take) {
        desk().listen(Id.parse(proposal), take);
    }

    /** Who listens to takes of a proposal: session, name, colour and take. */
    @JSExport
    public static String listeners(String proposal) {
        return Page.song().room().listeners(desk().listening(), Id.parse(proposal));
    }

    /** {@link TrayReading#notes}. */
    @JSExport
    public static int[] takeNotes(String proposal, int number) {
        return reading().notes(take(proposal, number));
    }

    /** {@link TrayReading#tracks}. */
    @JSExport
    public static String takeTracks(String proposal, int number) {
        return reading().tracks(take(proposal, number));
    }

    /** {@link TrayReading#master} of a take; empty if it is no sound, or not here yet: it is fetched, ask again then. */
    @JSExport
    public static String takeMaster(String proposal, int number) {
        Take take = take(proposal, number);
        return take == null ? "" : TrayReading.master(MasterSound.of(take));
    }

    /** {@link TrayReading#master} of the song as it is now; empty if it has none. */
    @JSExport
    public static String songMaster() {
        return TrayReading.master(MasterSound.of(arrangement()));
    }

    /** {@link TrayReading#chords}. */
    @JSExport
    public static String takeChords(String proposal, int number) {
        return TrayReading.chords(take(proposal, number));
    }

    /** The notes that would go if a take were accepted in place of what is there. */
    @JSExport
    public static int[] replaced(String proposal, int number) {
        Take take = take(proposal, number);
        if (take == null) {
            return new int[0];
        }
        Proposal known = desk().proposal(Id.parse(proposal));
        try {
            return new Preview(known.id(), number, take, known.card().from(), known.card().to(), Manner.IN_PLACE)
                    .lay(arrangement(), new IdSequence(1, 1)).operations().stream()
                    .filter(operation -> operation instanceof Operation.Remove)
                    .map(Operation::element)
                    .filter(id -> arrangement().find(id) instanceof Element element && element.kind() == Kind.NOTE)
                    .mapToInt(Page.song().handles()::of)
                    .toArray();
        } catch (EditRefused misfit) {
            return new int[0];
        }
    }

    /** The notes that a clip would let sound no more if a take were accepted in place of what is there, because the clip would be cut. */
    @JSExport
    public static int[] replacedIn(String proposal, int number, int clip) {
        Take take = take(proposal, number);
        Element at = Page.song().handles().all(new int[] {clip}).stream().findFirst().orElse(null);
        if (take == null || at == null || at.kind() != Kind.CLIP || arrangement().alive(at.reference(Property.CONTENT)) == null) {
            return new int[0];
        }
        Card card = desk().proposal(Id.parse(proposal)).card();
        try {
            List<long[]> cut = TakeGestures.cuts(arrangement(), take, card.from(), card.to()).getOrDefault(at, List.of());
            return TakeGestures.notesIn(arrangement(), at, cut).stream().mapToInt(Page.song().handles()::of).toArray();
        } catch (EditRefused misfit) {
            return new int[0];
        }
    }

    /**
     * Lets a take sound in the score, in place of what is there or beside it; with an empty proposal none any more.
     *
     * @param matched whether it is made about as loud as what it would replace
     * @return 0 if its content isn't here yet: it is fetched, ask again then
     */
    @JSExport
    public static int preview(String proposal, int number, boolean over, boolean matched) {
        return Page.told(() -> {
            if (proposal.isEmpty()) {
                Page.song().sight().preview(null);
                return 1;
            }
            double decibels = matched ? previewFactor(proposal, number) : 0;
            return desk().preview(Id.parse(proposal), number, over, decibels, matched) ? 1 : 0;
        });
    }

    /**
     * The decibels that make a take about as loud as what sounds on its tracks, or, where that is silent, as the first take: measured, once the
     * server has told, else an estimate.
     */
    @JSExport
    public static double previewFactor(String proposal, int number) {
        Take take = take(proposal, number);
        if (take == null) {
            return 0;
        }
        Proposal known = desk().proposal(Id.parse(proposal));
        TempoMap tempo = TimeMaps.tempo(arrangement());
        List<Element> tracks = new ArrayList<>();
        for (Part part : take.parts()) {
            if (arrangement().alive(part.track()) instanceof Element track) {
                tracks.add(track);
            }
        }
        long from = known.card().from();
        long to = known.card().to();
        double wanted = NotedLevel.of(arrangement(), tracks, from, to, tempo);
        Take first = wanted > 0 ? null : take(proposal, 1);
        Double here = desk().above(known.id(), first == null ? 0 : 1);
        Double there = desk().above(known.id(), number);
        return NotedLevel.decibels(NotedLevel.of(take, from, to, tempo), first == null ? wanted : NotedLevel.of(first, from, to, tempo),
                here == null || there == null ? 0 : here - there);
    }

    /** 1 if what {@link #previewFactor} tells rests on measured sound, 0 while it is an estimate. */
    @JSExport
    public static int previewMeasured(String proposal, int number) {
        return desk().above(Id.parse(proposal), number) == null ? 0 : 1;
    }

    /** How many older proposals lie in the tray that this page was not told of. */
    @JSExport
    public static int trayLeft() {
        return desk().left();
    }

    private static List<Id> ids(int[] handles) {
        return Page.song().handles().ids(handles, Integer.MAX_VALUE);
    }

    private static Settings settings(String lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines.split("\n")) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return new Settings(values);
    }
}
