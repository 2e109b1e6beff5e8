package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.protocol.Message.FromPage;
import studio.tutti.core.protocol.Message.FromServer;
import studio.tutti.core.replica.OwnEdit;

/** The binary form of {@link Message}s: a byte for the type, then the fields in order. */
public final class MessageFormat {

    private static final int MOST_EDITS = 100_000;
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_LINES = 10_000;

    private MessageFormat() {}

    /** A message as one frame. */
    public static byte[] toBytes(Message message) {
        ByteWriter out = new ByteWriter();
        switch (message) {
            case Message.Hello hello -> {
                out.octet(1);
                out.count(hello.version());
                out.id(hello.session());
                out.whole(hello.revision());
                out.text(hello.name());
                out.count(hello.colour());
            }
            case Message.Submit submit -> {
                out.octet(2);
                out.blob(submit.edit());
            }
            case Message.Here here -> {
                out.octet(3);
                presence(here.presence(), out);
            }
            case Message.Say say -> {
                out.octet(4);
                out.id(say.id());
                out.text(say.text());
            }
            case Message.Fetch fetch -> {
                out.octet(5);
                out.count(fetch.after());
            }
            case Message.Introduce introduce -> {
                out.octet(6);
                out.text(introduce.name());
                out.count(introduce.colour());
            }
            case Message.Ping ping -> {
                out.octet(7);
                out.whole(ping.nonce());
            }
            case Message.Look look -> {
                out.octet(9);
                looking(look.what(), look.to(), look.view(), out);
            }
            case Message.Sound sound -> {
                out.octet(8);
                PlayingFormat.sound(sound, out);
            }
            case Message.Conduct conduct -> {
                out.octet(10);
                PlayingFormat.conduct(conduct, out);
            }
            case Message.AskTime ask -> {
                out.octet(11);
                out.whole(ask.nonce());
            }
            case Message.AtTray said -> TrayFormat.write(said, out);
            case Message.Welcome welcome -> {
                out.octet(65);
                out.id(welcome.person());
                out.count(welcome.head());
                out.octet(welcome.mayEdit() ? 1 : 0);
                out.blob(welcome.snapshot());
                out.count(welcome.steps().size());
                for (OwnEdit step : welcome.steps()) {
                    out.id(step.edit());
                    out.id(step.undoes());
                    out.text(step.label());
                    out.blob(EditFormat.operationsToBytes(step.inverse()));
                }
            }
            case Message.Ordered ordered -> {
                out.octet(66);
                out.count(ordered.first());
                out.word(ordered.checksum());
                out.count(ordered.edits().size());
                for (byte[] edit : ordered.edits()) {
                    out.blob(edit);
                }
            }
            case Message.Accepted accepted -> {
                out.octet(67);
                out.id(accepted.edit());
                out.count(accepted.revision());
                out.word(accepted.checksum());
            }
            case Message.Refused refused -> {
                out.octet(68);
                out.id(refused.edit());
                out.text(refused.reason());
            }
            case Message.People people -> {
                out.octet(69);
                out.count(people.here().size());
                for (Message.Someone someone : people.here()) {
                    out.id(someone.session());
                    out.id(someone.person());
                    out.text(someone.name());
                    out.count(someone.colour());
                    presence(someone.presence(), out);
                }
                ids(people.left(), out);
            }
            case Message.Chat chat -> {
                out.octet(70);
                out.count(chat.lines().size());
                for (Message.Saying line : chat.lines()) {
                    out.id(line.id());
                    out.id(line.person());
                    out.text(line.name());
                    out.count(line.colour());
                    out.count(line.time());
                    out.text(line.text());
                }
            }
            case Message.Head head -> {
                out.octet(71);
                out.count(head.revision());
                out.word(head.checksum());
            }
            case Message.Pong pong -> {
                out.octet(72);
                out.whole(pong.nonce());
            }
            case Message.Sounded sounded -> {
                out.octet(74);
                out.id(sounded.session());
                PlayingFormat.sound(sounded.sound(), out);
            }
            case Message.Together together -> {
                out.octet(76);
                PlayingFormat.together(together, out);
            }
            case Message.Time time -> {
                out.octet(77);
                out.whole(time.nonce());
                out.count(time.micros());
            }
            case Message.Goodbye goodbye -> {
                out.octet(73);
                out.octet(goodbye.why().ordinal());
                out.text(goodbye.reason());
            }
            case Message.OfTray told -> TrayFormat.write(told, out);
            case Message.Looked looked -> {
                out.octet(75);
                out.id(looked.session());
                looking(looked.what(), looked.to(), looked.view(), out);
            }
        }
        return out.toBytes();
    }

    /**
     * Reads what a page says.
     *
     * @throws Malformed if it is no such message
     */
    public static FromPage fromPage(byte[] frame) {
        ByteReader in = new ByteReader(frame);
        int type = in.octet();
        FromPage message = switch (type) {
            case 1 -> {
                int version = (int) in.upTo(Integer.MAX_VALUE);
                if (version != Message.VERSION) {
                    // The rest may look different in that version; the number alone decides.
                    yield new Message.Hello(version, Id.NONE, -1, "", 0);
                }
                yield new Message.Hello(
                        version, in.id(), in.between(-1, Long.MAX_VALUE), in.text(Message.LONGEST_NAME), colour(in));
            }
            case 2 -> new Message.Submit(in.blob(Message.LONGEST));
            case 3 -> new Message.Here(presence(in));
            case 4 -> new Message.Say(in.id(), in.text(Message.LONGEST_SAYING));
            case 5 -> new Message.Fetch(in.upTo(Long.MAX_VALUE));
            case 6 -> new Message.Introduce(in.text(Message.LONGEST_NAME), colour(in));
            case 7 -> new Message.Ping(in.whole());
            case 9 -> new Message.Look(looking(in), ids(Message.MOST_LOOKING, in), view(in));
            case 8 -> PlayingFormat.sound(in);
            case 10 -> PlayingFormat.conduct(in);
            case 11 -> new Message.AskTime(in.whole());
            case 12, 13, 14, 15, 16, 17, 18, 19, 20 -> TrayFormat.fromPage(type, in);
            default -> throw new Malformed("A page says nothing of the type " + type + ".");
        };
        if (!(message instanceof Message.Hello hello && hello.version() != Message.VERSION)) {
            in.end();
        }
        return message;
    }

    /**
     * Reads what a server says.
     *
     * @throws Malformed if it is no such message
     */
    public static FromServer fromServer(byte[] frame) {
        ByteReader in = new ByteReader(frame);
        int type = in.octet();
        FromServer message = switch (type) {
            case 65 -> {
                Id person = in.id();
                long head = in.upTo(Long.MAX_VALUE);
                boolean mayEdit = in.octet() == 1;
                byte[] snapshot = in.blob(Integer.MAX_VALUE);
                int size = in.count(MOST_EDITS);
                List<OwnEdit> steps = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    Id edit = in.id();
                    Id undoes = in.id();
                    String label = in.text(Edit.LONGEST_LABEL);
                    steps.add(new OwnEdit(edit, undoes, label, EditFormat.operationsFromBytes(in.blob(Integer.MAX_VALUE))));
                }
                yield new Message.Welcome(person, head, mayEdit, snapshot, steps);
            }
            case 66 -> {
                long first = in.upTo(Long.MAX_VALUE);
                long checksum = in.word();
                int size = in.count(MOST_EDITS);
                List<byte[]> edits = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    edits.add(in.blob(Integer.MAX_VALUE));
                }
                yield new Message.Ordered(first, checksum, edits);
            }
            case 67 -> new Message.Accepted(in.id(), in.upTo(Long.MAX_VALUE), in.word());
            case 68 -> new Message.Refused(in.id(), in.text(2_000));
            case 69 -> {
                int size = in.count(MOST_PEOPLE);
                List<Message.Someone> here = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    here.add(new Message.Someone(
                            in.id(), in.id(), in.text(Message.LONGEST_NAME), colour(in), presence(in)));
                }
                yield new Message.People(here, ids(MOST_PEOPLE, in));
            }
            case 70 -> {
                int size = in.count(MOST_LINES);
                List<Message.Saying> lines = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    lines.add(new Message.Saying(
                            in.id(),
                            in.id(),
                            in.text(Message.LONGEST_NAME),
                            colour(in),
                            in.upTo(Long.MAX_VALUE),
                            in.text(Message.LONGEST_SAYING)));
                }
                yield new Message.Chat(lines);
            }
            case 71 -> new Message.Head(in.upTo(Long.MAX_VALUE), in.word());
            case 72 -> new Message.Pong(in.whole());
            case 73 -> {
                int why = in.octet();
                if (why >= Message.Why.values().length) {
                    throw new Malformed("A server has no such reason to close.");
                }
                yield new Message.Goodbye(Message.Why.values()[why], in.text(2_000));
            }
            case 75 -> new Message.Looked(in.id(), looking(in), ids(Message.MOST_LOOKING, in), view(in));
            case 74 -> new Message.Sounded(in.id(), PlayingFormat.sound(in));
            case 76 -> PlayingFormat.together(in);
            case 77 -> new Message.Time(in.whole(), in.upTo(Long.MAX_VALUE));
            case 78, 79, 80, 81, 82, 83 -> TrayFormat.fromServer(type, in);
            default -> throw new Malformed("A server says nothing of the type " + type + ".");
        };
        in.end();
        return message;
    }

    private static void presence(Presence presence, ByteWriter out) {
        out.id(presence.pointerPlace());
        out.whole(presence.pointerTick());
        out.whole(presence.pointerPitch());
        out.count(presence.playhead());
        out.octet(presence.playing() ? 1 : 0);
        out.id(presence.open());
        ids(presence.selection(), out);
    }

    private static Presence presence(ByteReader in) {
        return new Presence(
                in.id(),
                in.between(-1, Ticks.LAST),
                (int) in.between(-1, 127),
                in.upTo(Ticks.LAST),
                in.octet() == 1,
                in.id(),
                ids(Presence.MOST_SELECTED, in));
    }

    private static void looking(Message.Looking what, List<Id> to, View view, ByteWriter out) {
        out.octet(what.ordinal());
        ids(to, out);
        out.count(view.from());
        out.count(view.to());
        out.id(view.track());
        out.id(view.clip());
        out.octet(view.inNotes() ? 1 : 0);
        out.count(view.notesFrom());
        out.count(view.notesTo());
        out.whole(view.pitch());
    }

    private static Message.Looking looking(ByteReader in) {
        int what = in.octet();
        if (what >= Message.Looking.values().length) {
            throw new Malformed("There is no such word of looking together.");
        }
        return Message.Looking.values()[what];
    }

    private static View view(ByteReader in) {
        return new View(
                in.upTo(Ticks.LAST), in.upTo(Ticks.LAST), in.id(), in.id(), in.octet() == 1,
                in.upTo(Ticks.LAST), in.upTo(Ticks.LAST), (int) in.between(-1, 127));
    }

    private static void ids(List<Id> ids, ByteWriter out) {
        out.count(ids.size());
        for (Id id : ids) {
            out.id(id);
        }
    }

    private static List<Id> ids(int most, ByteReader in) {
        int size = in.count(most);
        List<Id> ids = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ids.add(in.id());
        }
        return ids;
    }

    private static int colour(ByteReader in) {
        return (int) in.upTo(0xFFFFFF);
    }
}
