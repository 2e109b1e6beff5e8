package studio.tutti.collaboration.internal.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.Page;
import studio.tutti.collaboration.Seat;
import studio.tutti.collaboration.TrayKeeper;
import studio.tutti.collaboration.internal.order.Intake;
import studio.tutti.collaboration.internal.order.Outcome;
import studio.tutti.collaboration.internal.order.Submission;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.LogStore.Own;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.Presence;
import studio.tutti.core.replica.OwnEdit;
import studio.tutti.core.replica.UndoStack;

/** One page in a room. */
final class SeatAtRoom implements Seat {

    /** How much of one page may wait for the store, in units of 1 KiB; an edit is at least {@link #LEAST_UNITS}. */
    private static final int MOST_UNITS = 16_384;
    private static final int LEAST_UNITS = 32;
    /** An id in memory, with its place in a list. */
    private static final int BYTES_OF_ID = 40;
    private static final long MOST_STEP_BYTES = 4 << 20;
    /** Own edits further back than this can't be undone after a reload. */
    private static final long STEPS_WITHIN = 20_000;

    /** How much of one person's playing is told to the others, and how often; no hands are faster. */
    private static final int TOUCHES_A_SECOND = 1_000;
    private static final int MESSAGES_A_SECOND = 100;

    private final OpenRoom room;
    private final Intake intake;
    private final Stores stores;
    private final Talk talk;
    private final @Nullable TrayKeeper tray;
    /** What the page says of the tray, one after the other, beside the thread that hears it. */
    private final Strand errands = new Strand();
    private final Id person;
    private final Id session;
    private final Outbox outbox;
    private final Runnable left;
    private final Semaphore units = new Semaphore(MOST_UNITS, true);
    private final Set<Id> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Allowance touches = new Allowance(TOUCHES_A_SECOND);
    private final Allowance messages = new Allowance(MESSAGES_A_SECOND);
    private volatile Message.Someone someone;
    private boolean seated;
    private boolean missedPeople;
    private final Set<Id> missedLeavings = new HashSet<>();

    SeatAtRoom(OpenRoom room, Intake intake, Stores stores, Talk talk, @Nullable TrayKeeper tray, Id person, Message.Hello hello, Page page,
            Runnable left) {
        this.room = room;
        this.intake = intake;
        this.stores = stores;
        this.talk = talk;
        this.tray = tray;
        this.person = person;
        this.left = left;
        session = hello.session();
        someone = new Message.Someone(session, person, hello.name(), hello.colour(), Presence.NOWHERE);
        outbox = new Outbox(page, this::gone);
    }

    Id session() {
        return session;
    }

    Id person() {
        return person;
    }

    Message.Someone someone() {
        return someone;
    }

    // --- coming in ---

    /**
     * Brings the page up to the room's revision. What must be read from the store is read first, beside the strand.
     *
     * @param has the page's revision, or −1 for none
     */
    void enter(long has) {
        room.copy().whenComplete((copy, failure) -> {
            if (copy == null) {
                part(Goodbyes.AGAIN);
            } else {
                Thread.startVirtualThread(() -> prepare(copy, has));
            }
        });
    }

    private void prepare(Copy copy, long has) {
        try {
            long snapshot = copy.snapshot().revision();
            boolean goesOn = has >= copy.base() && has <= copy.revision();
            List<OwnEdit> steps = goesOn ? List.of() : steps(snapshot);
            List<Message.Saying> lines = stores.sayings().latest(room.key(), Talk.LINES);
            room.run(now -> {
                if (goesOn ? has >= now.base() : snapshot == now.snapshot().revision()) {
                    sit(now, goesOn ? has : -1, steps, lines);
                } else {
                    // A newer snapshot came in between.
                    Thread.startVirtualThread(() -> prepare(now, has));
                }
            });
            if (room.isClosed()) {
                part(Goodbyes.AGAIN);
            }
        } catch (RuntimeException unreachable) {
            part(Goodbyes.AGAIN);
        }
    }

    private void sit(Copy copy, long has, List<OwnEdit> steps, List<Message.Saying> lines) {
        if (gone.get()) {
            return;
        }
        SeatAtRoom before = room.seat(session);
        if (before != null) {
            if (!before.person.equals(person)) {
                part(Goodbyes.TAKEN);
                return;
            }
            before.outbox.close();
            room.remove(before);
        }
        byte[] snapshot = has < 0 ? copy.snapshot().content() : new byte[0];
        send(MessageFormat.toBytes(new Message.Welcome(person, copy.revision(), true, snapshot, steps)));
        new Frames(copy.after(has < 0 ? copy.snapshot().revision() : has)).send(this::send);
        send(MessageFormat.toBytes(new Message.Chat(lines)));
        seated = true;
        room.sit(this);
        missedPeople = true;
        errands.run(this::greetFromTray);
    }

    private List<OwnEdit> steps(long upTo) {
        List<OwnEdit> steps = new ArrayList<>();
        long bytes = 0;
        for (Own own : stores.log().own(room.key(), person, upTo - STEPS_WITHIN, upTo, UndoStack.DEPTH)) {
            bytes += own.inverse().length;
            if (bytes > MOST_STEP_BYTES) {
                break;
            }
            steps.add(new OwnEdit(own.edit(), own.undoes(), own.label(), EditFormat.operationsFromBytes(own.inverse())));
        }
        return steps.reversed();
    }

    // --- what the page says ---

    @Override
    public void hear(Message.FromPage said) {
        switch (said) {
            case Message.Submit submit -> submit(submit.edit());
            case Message.Here here -> move(here.presence());
            case Message.Say say -> talk.say(this, say);
            case Message.Fetch fetch -> fetch(fetch.after());
            case Message.Introduce introduce -> introduce(introduce.name(), introduce.colour());
            case Message.Look look -> room.look(new Message.Looked(session, look.what(), look.to(), look.view()));
            case Message.Ping ping -> send(MessageFormat.toBytes(new Message.Pong(ping.nonce())));
            case Message.Sound sound -> sound(sound);
            case Message.Conduct conduct -> conduct(conduct);
            case Message.Listen listen -> listen(listen);
            case Message.AtTray atTray -> errand(atTray);
            case Message.AskTime ask -> send(MessageFormat.toBytes(new Message.Time(ask.nonce(), Ensemble.micros())));
            case Message.Hello again -> throw new Malformed("A page says hello once.");
        }
    }

    private void submit(byte[] content) {
        Edit edit = EditFormat.fromBytes(content);
        int size = Math.max(LEAST_UNITS, content.length >> 10);
        units.acquireUninterruptibly(size);
        if (gone.get()) {
            return;
        }
        awaited.add(edit.id());
        intake.submit(new Submission(room.key(), person, edit, content, outcome -> {
            units.release(size);
            room.run(copy -> settle(copy, edit.id(), outcome));
        }));
    }

    private void settle(Copy copy, Id edit, Outcome outcome) {
        switch (outcome) {
            // Usually the order has told the page already.
            case Outcome.Stored stored -> room.once(copy, stored.revision(), () -> {
                if (seated && awaited.remove(edit)) {
                    send(MessageFormat.toBytes(new Message.Accepted(edit, stored.revision(), stored.checksum())));
                }
            });
            case Outcome.Refused refused -> room.once(copy, refused.after(), () -> {
                awaited.remove(edit);
                refuse(edit, refused.reason());
            });
            case Outcome.Elsewhere elsewhere -> throw new IllegalStateException("The intake decides everything.");
        }
    }

    // --- the tray ---

    private void greetFromTray() {
        TrayKeeper keeper = tray;
        if (keeper == null) {
            return;
        }
        try {
            keeper.greet(room.song(), person).forEach(each -> send(MessageFormat.toBytes(each)));
        } catch (RuntimeException unreachable) {
            // The song goes on without the tray, until the store can be read again.
            Thread.startVirtualThread(() -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                if (!gone.get()) {
                    errands.run(this::greetFromTray);
                }
            });
        }
    }

    private void errand(Message.AtTray said) {
        TrayKeeper keeper = tray;
        if (keeper == null || !messages.allows(1)) {
            return;
        }
        int size = Math.max(LEAST_UNITS, bytes(said) >> 10);
        units.acquireUninterruptibly(size);
        if (gone.get()) {
            return;
        }
        errands.run(() -> {
            try {
                keeper.hear(room.song(), someone, said, answer -> send(MessageFormat.toBytes(answer)));
            } finally {
                units.release(size);
            }
        });
    }

    /** About how much one of them holds; the others are small. */
    private static int bytes(Message.AtTray said) {
        return switch (said) {
            case Message.PutIdea idea -> idea.take().length;
            case Message.AskFor ask -> (ask.context().size() + ask.targets().size() + ask.chosen().size()) * BYTES_OF_ID;
            default -> 0;
        };
    }

    private void listen(Message.Listen listen) {
        if (messages.allows(1)) {
            room.run(copy -> {
                if (seated) {
                    room.listening(new Message.Listening(session, listen.proposal(), listen.take()));
                }
            });
        }
    }

    /** Something about the tray; those who keep up alone are told of what comes again soon. */
    void tray(Id audience, Message.OfTray news, byte[] frame) {
        if (!audience.isNone() && !audience.equals(person)) {
            return;
        }
        boolean fleeting = news instanceof Message.Working || news instanceof Message.TakeTold take && take.partial();
        if (news instanceof Message.Listening listening && listening.session().equals(session)) {
            return;
        }
        if (fleeting) {
            outbox.spare(frame);
        } else {
            send(frame);
        }
    }

    void refuse(Id what, String reason) {
        send(MessageFormat.toBytes(new Message.Refused(what, reason)));
    }

    private void move(Presence presence) {
        room.run(copy -> change(new Message.Someone(session, person, someone.name(), someone.colour(), presence)));
    }

    private void sound(Message.Sound sound) {
        if (messages.allows(1) && touches.allows(sound.touches().size())) {
            room.run(copy -> {
                if (seated) {
                    room.playing.sound(new Message.Sounded(session, sound));
                }
            });
        }
    }

    private void conduct(Message.Conduct conduct) {
        if (messages.allows(1)) {
            room.run(copy -> {
                if (seated) {
                    room.playing.conduct(session, conduct);
                }
            });
        }
    }

    private void introduce(String name, int colour) {
        room.run(copy -> change(new Message.Someone(session, person, name, colour, someone.presence())));
    }

    private void change(Message.Someone now) {
        someone = now;
        if (seated) {
            room.put(now);
        }
    }

    private void fetch(long after) {
        room.run(copy -> {
            if (after >= copy.base()) {
                new Frames(copy.after(after)).send(this::send);
            } else {
                Thread.startVirtualThread(() -> fetchFromStore(after));
            }
        });
    }

    private void fetchFromStore(long after) {
        try {
            List<Entry> entries = stores.log().after(room.key(), Math.max(0, after), 1_000);
            new Frames(entries).send(this::send);
        } catch (RuntimeException unreachable) {
            part(Goodbyes.AGAIN);
        }
    }

    // --- what the page is told ---

    void send(byte[] frame) {
        outbox.send(frame);
    }

    @Override
    public void tell(byte[] frame) {
        send(frame);
    }

    void tell(Frames frames) {
        frames.send(person, awaited, this::send);
    }

    /**
     * @param news what changed among the people
     * @param frame the same as a frame
     */
    void people(Message.People news, byte[] frame) {
        if (missedPeople || !outbox.spare(frame)) {
            missedPeople = true;
            missedLeavings.addAll(news.left());
        }
    }

    /** What somebody said of looking together; a view that finds no room is followed by the next one. */
    void looked(Message.Looked looked, byte[] frame) {
        if (!looked.isFor(session)) {
            return;
        }
        if (looked.what() == Message.Looking.VIEW) {
            outbox.spare(frame);
        } else {
            send(frame);
        }
    }

    /** What somebody plays; one who reads too slowly goes without. */
    void sounded(byte[] frame) {
        outbox.spare(frame);
    }

    boolean missesPeople() {
        return missedPeople;
    }

    /** One that missed some is told of everybody as soon as it keeps up again. */
    void catchUpOnPeople(Crowd crowd) {
        if (missedPeople) {
            List<Message.Someone> all = crowd.all();
            all.forEach(each -> missedLeavings.remove(each.session()));
            if (outbox.spare(MessageFormat.toBytes(new Message.People(all, List.copyOf(missedLeavings))))) {
                missedPeople = false;
                missedLeavings.clear();
            }
        }
    }

    void second(byte[] head) {
        outbox.spare(head);
        outbox.mind(Goodbyes.SLOW);
    }

    void part(byte[] last) {
        outbox.part(last);
    }

    void partAfter(byte[] last) {
        outbox.partAfter(last);
    }

    // --- going ---

    private void gone() {
        if (gone.compareAndSet(false, true)) {
            units.release(MOST_UNITS);
            room.stand(this);
            left.run();
        }
    }

    @Override
    public void close() {
        outbox.close();
    }

    OpenRoom room() {
        return room;
    }
}
