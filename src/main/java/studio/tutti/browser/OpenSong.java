package studio.tutti.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.replica.Replica;

/**
 * A song on a page: the page's replica, and the page's side of the conversation with the server. It neither opens
 * sockets nor waits: frames go in, frames come out, and {@link Sight#takeChanges()} says what looks different.
 */
final class OpenSong {

    private final Id session;
    private final IdSequence ids;
    private final Sight sight = new Sight();
    private final Handles handles = sight.handles();
    private final Changes changes = sight.changes();
    private final Storing storing = new Storing();
    private final News news = new News();
    private final Room room;
    private final Voice voice = new Voice(this);
    private final Touches touches = new Touches();
    private final Playing playing = new Playing(this, handles);
    private final Tray tray = new Tray(this);
    private final TrayReading trayReading = new TrayReading(tray, handles);
    private final Queue<byte[]> outbox = new ArrayDeque<>();
    private final Queue<Refusal> refusals = new ArrayDeque<>();
    private final List<Edit> kept = new ArrayList<>();
    private @Nullable Replica replica;
    private boolean online;
    private boolean mayEdit = true;
    private boolean broken;
    private long head;
    private Message.@Nullable Goodbye goodbye;

    /**
     * @param session this page among all pages
     * @param ids where new things take their ids from
     */
    OpenSong(Id session, IdSequence ids) {
        this.session = session;
        this.ids = ids;
        room = new Room(session);
    }

    /** The first frame on a new connection. Goes on from the revision held, unless the copy proved damaged. */
    byte[] hello(String name, int colour) {
        room.introduce(name, colour);
        online = false;
        outbox.clear();
        long from = replica == null || broken ? -1 : replica.revision();
        return MessageFormat.toBytes(new Message.Hello(Message.VERSION, session, from, name, colour));
    }

    /** The connection is gone; editing goes on. */
    void disconnected() {
        online = false;
        outbox.clear();
        room.lose();
        playing.lose();
        changes.note(Changes.CONNECTION | Changes.PEOPLE);
    }

    /** Takes up an edit made before a reload or by a tab that is gone, in the order of their making. */
    void keep(byte[] edit) {
        try {
            Edit made = EditFormat.fromBytes(edit);
            storing.holds(made);
            if (replica == null) {
                kept.add(made);
            } else {
                replica.resume(made);
                storing.settleAll(replica);
                changes.note(Changes.STEPS | Changes.PENDING | Changes.CONNECTION);
                submit();
            }
        } catch (Malformed unreadable) {
            refusals.add(new Refusal("", "An edit made before this page was loaded can't be read any more: "
                    + unreadable.getMessage()));
        }
    }

    /** Takes a frame of the server's. A frame that is no message marks the conversation broken. */
    void receive(byte[] frame) {
        try {
            switch (MessageFormat.fromServer(frame)) {
                case Message.Welcome welcome -> welcome(welcome);
                case Message.Ordered ordered -> ordered(ordered);
                case Message.Accepted accepted -> accepted(accepted);
                case Message.Refused refused -> refused(refused);
                case Message.People people -> {
                    room.receive(people);
                    voice.look(room.gathering().receive(people));
                    changes.note(Changes.PEOPLE);
                }
                case Message.Chat chat -> {
                    room.receive(chat);
                    changes.note(Changes.CHAT);
                }
                case Message.Looked looked -> {
                    room.gathering().receive(looked);
                    changes.note(Changes.LOOKING);
                }
                case Message.Head at -> head(at);
                case Message.Pong pong -> {}
                case Message.WhilePlaying told -> playing.receive(told);
                case Message.OfTray told -> tray.receive(told);
                case Message.Goodbye said -> goodbye = said;
            }
        } catch (Malformed | EditRefused unfit) {
            broken = true;
        }
    }

    private void welcome(Message.Welcome welcome) {
        tray.welcome();
        Replica mine = replica;
        if (mine == null || !mine.person().equals(welcome.person())) {
            mine = new Replica(welcome.person(), ids, sight::changed);
            replica = mine;
        }
        boolean fresh = welcome.snapshot().length > 0;
        if (fresh || mine.revision() == 0 && mine.arrangement().handles() == 1) {
            SnapshotFormat.Stored stored = fresh
                    ? SnapshotFormat.fromBytes(welcome.snapshot())
                    : new SnapshotFormat.Stored(0, new Arrangement());
            load(mine, stored, welcome);
        }
        for (Edit edit : kept) {
            mine.resume(edit);
        }
        kept.clear();
        storing.settleAll(mine);
        mayEdit = welcome.mayEdit();
        head = welcome.head();
        goodbye = null;
        broken = false;
        mine.resendAll();
        changes.note(Changes.CONNECTION | Changes.STEPS);
        goOnline();
    }

    private void load(Replica mine, SnapshotFormat.Stored stored, Message.Welcome welcome) {
        sight.follow(stored.arrangement());
        mine.load(stored.arrangement(), stored.revision(), welcome.steps());
        changes.note(Changes.PENDING);
    }

    /** Once everything up to the head of the welcome is here, what waited goes out. */
    private void goOnline() {
        if (!online && replica != null && replica.revision() >= head) {
            online = true;
            changes.note(Changes.CONNECTION);
            for (Message.Say said : room.unheard()) {
                send(said);
            }
            tray.goOnline();
            submit();
        }
    }

    private void ordered(Message.Ordered ordered) {
        Replica mine = replica;
        if (mine == null) {
            return;
        }
        List<Edit> edits = new ArrayList<>(ordered.edits().size());
        for (byte[] edit : ordered.edits()) {
            Edit each = EditFormat.fromBytes(edit);
            edits.add(each);
            if (each.author().equals(mine.person())) {
                storing.settle(each.id());
            } else {
                changes.note(Changes.REMOTE);
                if (online) {
                    touches.note(each);
                }
            }
        }
        if (!mine.ordered(ordered.first(), edits)) {
            fetch(mine);
        }
        edits.stream().filter(edit -> !edit.author().equals(mine.person())).forEach(edit -> news.note(edit, mine.arrangement()));
        settled(mine, ordered.first() + edits.size() - 1, ordered.checksum());
    }

    private void accepted(Message.Accepted accepted) {
        Replica mine = replica;
        if (mine == null) {
            return;
        }
        if (!mine.accepted(accepted.edit(), accepted.revision())) {
            fetch(mine);
        }
        storing.settle(accepted.edit());
        settled(mine, accepted.revision(), accepted.checksum());
    }

    private void settled(Replica mine, long revision, long checksum) {
        compare(mine, revision, checksum);
        changes.note(Changes.STEPS | Changes.PENDING | Changes.CONNECTION);
        goOnline();
        submit();
        tray.ask();
    }

    private void head(Message.Head at) {
        if (replica != null) {
            if (at.revision() > replica.revision()) {
                fetch(replica);
            }
            compare(replica, at.revision(), at.checksum());
        }
    }

    /** Copies that differ at one revision are a defect: this one is given up. */
    private void compare(Replica mine, long revision, long checksum) {
        if (mine.revision() == revision && mine.checksum() != checksum) {
            broken = true;
        }
    }

    private void fetch(Replica mine) {
        send(new Message.Fetch(mine.revision()));
    }

    private void refused(Message.Refused refused) {
        tray.refused(refused.edit());
        Edit edit = replica == null ? null : replica.refused(refused.edit());
        storing.settle(refused.edit());
        if (replica != null) {
            storing.settleAll(replica);
            tray.ask();
        }
        refusals.add(new Refusal(edit == null ? "" : edit.label(), refused.reason()));
        changes.note(Changes.STEPS | Changes.PENDING | Changes.CONNECTION);
    }

    void send(Message message) {
        outbox.add(MessageFormat.toBytes(message));
    }

    /** The next frame to send, or null. */
    byte @Nullable [] outgoing() {
        return outbox.poll();
    }

    /** The next edit that was not taken, or null. */
    @Nullable Refusal refusal() {
        return refusals.poll();
    }

    /** The next edit that was applied and not told yet, or null. */
    News.@Nullable Heard heard() {
        return news.next();
    }

    /** Whether this copy or the conversation proved damaged: connect anew, {@link #hello} asks for a stored copy. */
    boolean isBroken() {
        return broken;
    }

    /** Whether everything ordered is here and edits are sent as they are made. */
    boolean isOnline() {
        return online;
    }

    /** Whether the server takes edits from this person. */
    boolean mayEdit() {
        return mayEdit;
    }

    /** What the server said before it closes, or null. */
    Message.@Nullable Goodbye goodbye() {
        return goodbye;
    }

    /**
     * Applies a gesture at once and sends it when it can be.
     *
     * @return the handles of what it made
     * @throws EditRefused with a sentence for the person; nothing has changed then
     */
    int[] edit(Gesture gesture) {
        Replica mine = song();
        requireMayEdit();
        if (!gesture.isEmpty()) {
            Edit edit = mine.edit(gesture.label(), gesture.operations());
            // The bytes around an edit in its frame are few; operations come in thousands.
            if (gesture.operations().size() > 1_000 && EditFormat.toBytes(edit).length > Message.LONGEST - 64) {
                mine.refused(edit.id());
                throw new EditRefused("This is too much for one step: do it in several.");
            }
            made(edit);
        }
        return gesture.made().stream().mapToInt(handles::of).toArray();
    }

    private void made(Edit edit) {
        storing.made(edit);
        news.note(edit, song().arrangement());
        changes.note(Changes.STEPS | Changes.PENDING | Changes.CONNECTION);
        submit();
    }

    private void requireMayEdit() {
        if (!mayEdit) {
            throw new EditRefused("You can listen to this song but not change it.");
        }
    }

    private void submit() {
        if (online && replica != null) {
            for (Edit edit : replica.takeUnsent()) {
                send(new Message.Submit(EditFormat.toBytes(edit)));
            }
        }
    }

    /** Takes the person's latest edit back; says what of it could not be, or null if all could. */
    @Nullable String undo() {
        requireMayEdit();
        return taken(song().undo(), "undone");
    }

    /** Does again what was undone last; says what of it could not be, or null if all could. */
    @Nullable String redo() {
        requireMayEdit();
        return taken(song().redo(), "done again");
    }

    private @Nullable String taken(@Nullable Edit edit, String done) {
        if (edit != null) {
            made(edit);
        }
        return TakenBack.words(song(), edit, done);
    }

    /** The page's replica. There is one once the server has welcomed the page. */
    Replica song() {
        if (replica == null) {
            throw new IllegalStateException("The song is not here yet.");
        }
        return replica;
    }

    Arrangement arrangement() {
        return song().arrangement();
    }

    IdSequence ids() {
        return ids;
    }

    Handles handles() {
        return handles;
    }

    Sight sight() {
        return sight;
    }

    Storing storing() {
        return storing;
    }

    Room room() {
        return room;
    }

    Voice voice() {
        return voice;
    }

    Touches touches() {
        return touches;
    }

    Tray tray() {
        return tray;
    }

    TrayReading trayReading() {
        return trayReading;
    }

    Playing playing() {
        return playing;
    }

    /** Says something that is worth nothing later: without a connection it is not said. */
    void tell(Message.FromPage message) {
        if (online) {
            send(message);
        }
    }
}
