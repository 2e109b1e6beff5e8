package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.live.Touch;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.recording.Played;
import studio.tutti.core.replica.OwnEdit;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

/** One of everything that travels or is stored. */
final class Examples {

    final Arrangement song = new Arrangement();
    /** Edits of all kinds of operations in the order they were applied. */
    final List<Edit> edits = new ArrayList<>();

    Examples(long seed, int size) {
        Dice dice = new Dice(seed);
        IdSequence ids = new IdSequence(dice.bits(), dice.bits());
        RandomEdits random = new RandomEdits(dice, ids);
        List<Operation> inverse = List.of();
        while (edits.size() < size) {
            boolean undo = dice.chance(20);
            Edit edit = new Edit(ids.next(), new Id(3, dice.below(4)), edits.size(), "notes.move", undo ? ids.next() : Id.NONE,
                    undo ? inverse : random.next(song));
            try {
                inverse = song.apply(edit).inverse();
                edits.add(edit);
            } catch (EditRefused broken) {
                // Random edits break rules at times.
            }
        }
    }

    static List<Message> messages() {
        Examples examples = new Examples(11, 12);
        byte[] edit = EditFormat.toBytes(examples.edits.getLast());
        Id session = new Id(-3, 17);
        Presence presence = new Presence(new Id(4, 4), 12_345, 60, 960, true, new Id(4, 6), List.of(new Id(4, 5), new Id(4, 9), Id.NONE));
        View view = new View(960, 123_456, new Id(4, 4), new Id(4, 7), true, 480, 7_680, 64);
        return List.of(
                new Message.Hello(Message.VERSION, session, -1, "Änne ♯", 0xABCDEF),
                new Message.Submit(edit),
                new Message.Here(presence),
                new Message.Here(Presence.NOWHERE),
                new Message.Say(session, "Und jetzt die Brücke?"),
                new Message.Fetch(123_456),
                new Message.Introduce("Ben", 0),
                new Message.Ping(Long.MIN_VALUE),
                new Message.Look(Message.Looking.FOLLOW, List.of(session), View.NOTHING),
                new Message.Look(Message.Looking.GATHER, List.of(), view),
                new Message.Welcome(session, 12, true, SnapshotFormat.toBytes(12, examples.song), List.of(
                        new OwnEdit(session, Id.NONE, "notes.move", examples.edits.getLast().operations()),
                        new OwnEdit(new Id(1, 2), session, "", List.of()))),
                new Message.Ordered(7, Long.MAX_VALUE, List.of(edit, edit)),
                new Message.Accepted(session, 8, -1),
                new Message.Refused(session, "A note can't lie in a track."),
                new Message.People(List.of(new Message.Someone(session, new Id(5, 5), "Ben", 77, presence)), List.of(new Id(6, 6))),
                new Message.Chat(List.of(new Message.Saying(session, session, "Ben", 77, 1_795_646_000_000L, "Ja!"))),
                new Message.Head(9, 10),
                new Message.Pong(-5),
                new Message.Looked(session, Message.Looking.VIEW, List.of(new Id(6, 6), new Id(6, 7)), view),
                new Message.Sound(7, 1_795_646_000_000_000L, List.of(
                        new Touch(session, 0, Played.What.DOWN, 60, 100), new Touch(session, 12, Played.What.BEND, 0, 16_383))),
                new Message.Sound(8, 0, List.of()),
                new Message.Conduct(Message.Move.PLAY, 3840, 0, 7680),
                new Message.AskTime(-77),
                new Message.Sounded(session, new Message.Sound(1, 5, List.of(new Touch(Id.NONE, 65_535, Played.What.UP, 127, 0)))),
                new Message.Together(true, 960, 1_795_646_000_000_123L, 0, 3840, session, new Id(8, 8), List.of(session, new Id(8, 8))),
                new Message.Time(-77, 1_795_646_000_000_123L),
                new Message.AskFor(session, "flow", 960, 7_680, List.of(new Id(4, 4)), List.of(new Id(4, 5)), List.of(new Id(4, 6)),
                        new Settings(Map.of("style", "waltz", "density", "0.5")), -5, 4, Id.NONE),
                new Message.PutIdea(session, "Brücke", 0, 3_840, false, TakeFormat.toBytes(take())),
                new Message.Judge(session, 2, Message.Verb.ACCEPT_OVER),
                new Message.RemarkOn(session, new Id(9, 9), 1, "Zu hoch?"),
                new Message.Steer(session, "density", "0.7"),
                new Message.Listen(session, 3),
                new Message.FetchTake(session, 1),
                new Message.WantVotes(2),
                new Message.AskOffers(),
                new Message.Tray(true, session, 2, List.of(proposal())),
                new Message.TakeTold(session, 1, true, TakeFormat.toBytes(take())),
                new Message.Working(session, true, 512, -1, "10.0.0.2:5701", 2),
                new Message.Measured(session, Map.of(0, -1_234, 2, 56)),
                new Message.Tray(false, session, 0, 3, List.of(proposal()), List.of(40)),
                new Message.Listening(new Id(8, 8), session, 2),
                new Message.Offered(List.of(offer())),
                new Message.Goodbye(Message.Why.RESUME, "This node stops."));
    }

    static Take take() {
        Id device = new Id(5, 1);
        return new Take("busy", List.of(
                Part.on(new Id(4, 4), List.of(new Take.Note(0, 480, 60, 90), new Take.Note(0, 960, 64, 80), new Take.Note(1_920, 240, 62, 100))),
                Part.onNew(new Part.Fresh("Bass", TrackType.INSTRUMENT, 33), List.of(new Take.Note(3_840, 960, 36, 90)))),
                List.of(new Take.Chord(0, 3_840, "Am7"), new Take.Chord(3_840, 3_840, "D/F#")),
                List.of(Operation.Add.of(device, Kind.DEVICE, new Property[] {Property.PARENT, Property.DEVICE}, new Object[] {new Id(4, 4), "delay"}),
                        new Operation.Set(new Id(4, 4), Property.VOLUME, -300L)));
    }

    static Proposal proposal() {
        Proposal.Who anna = new Proposal.Who(new Id(7, 1), "Änne", 0xABCDEF);
        Proposal.Who ben = new Proposal.Who(new Id(7, 2), "Ben", 77);
        Card card = new Card("flow", "Flow Machines", "Chords, melody and bass", "1.0", 0, 7_680, List.of(new Id(4, 4)), List.of(new Id(4, 5)),
                List.of(), List.of(new Id(4, 9)), new Settings(Map.of("style", "waltz")), Long.MIN_VALUE, 4, 12, -77,
                new Rights(false, "OpenEWLD", "Not for sale."), new Id(6, 6));
        return new Proposal(new Id(3, 3), anna, 1_795_646_000_000L, card, Proposal.State.READY, "", true, false,
                List.of(new Proposal.Header(1, "calm", 12, 99, Id.NONE), new Proposal.Header(2, "", 40, -99, new Id(7, 2))),
                List.of(new Proposal.Vote(1, ben, true), new Proposal.Vote(2, ben, false)),
                List.of(new Proposal.Remark(new Id(9, 9), 0, ben, 1_795_646_000_001L, "Schön!")),
                new Proposal.Acceptance(1, ben, 1_795_646_000_002L, new Id(2, 2), true, 13), 7);
    }

    static Offer offer() {
        return new Offer("flow", "Flow Machines", "Chords, melody and bass", "In a style.", "1.0",
                new Fit(Set.of(TrackType.INSTRUMENT, TrackType.DRUMS), true, false, true, 1, 64),
                List.of(new Control.Slider("bars", "Bars", "How many", 1, 64, 1, 8, "bars"),
                        new Control.Slider("lowest", "Lowest note", "", 0, 127, 1, 0, Control.Slider.NOTE, "as the style has it"),
                        new Control.Choice("style", "Style", "", List.of(new Control.Option("waltz", "Waltz", "In three"),
                                new Control.Option("rock", "Rock", "")), "rock"),
                        new Control.Toggle("bass", "With bass", "", true),
                        new Control.Words("form", "Form", "Such as AABA", 40, "AABA")),
                Rights.OWN, 4, false);
    }
}
