package studio.tutti.cli.bench;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.tutti.account.Secret;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.Presence;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.replica.Replica;

/**
 * A page without a browser: a real replica of the core behind a real WebSocket. It keeps its replica and its pending
 * edits when the connection is lost, and goes on from there when it is connected again.
 */
public final class LoadPage implements AutoCloseable {

    /** Told of what reaches the page; called under the page's lock. */
    public interface Listener {
        /** The page has made an edit, shows it, and sends it now. */
        default void made(LoadPage page, Edit edit) {}

        /** Edits of anybody are on the page, in this order. */
        default void applied(LoadPage page, List<Edit> edits) {}

        /** The server says that an edit of this page is stored. */
        default void acknowledged(LoadPage page, Id edit, long revision) {}

        /** Any other message. */
        default void heard(LoadPage page, Message.FromServer message) {}
    }

    private final HttpClient http;
    private final Secret secret;
    private final Listener listener;
    private final Replica replica;
    private final Id session;
    private final Map<Id, Message.Someone> people = new ConcurrentHashMap<>();
    private @Nullable WebSocket socket;
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private CompletableFuture<Void> welcome = new CompletableFuture<>();
    private CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean welcomed;
    private boolean started;
    private boolean reading = true;
    private volatile @Nullable String fault;

    /**
     * A page that is not connected yet.
     *
     * @param http shared by all pages
     * @param secret whose page it is
     */
    public LoadPage(HttpClient http, Secret secret, Listener listener) {
        this.http = http;
        this.secret = secret;
        this.listener = listener;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        replica = new Replica(secret.person(), new IdSequence(random.nextLong() | 1, random.nextLong() >>> 1), element -> { });
        session = new Id(random.nextLong() | 1, random.nextLong());
    }

    /**
     * Opens the socket and says hello.
     *
     * @param server such as {@code http://localhost:8080}
     * @param link the song's
     * @return done when the server has said welcome
     */
    public synchronized CompletableFuture<Void> connect(String server, String link) {
        welcome = new CompletableFuture<>();
        closed = new CompletableFuture<>();
        welcomed = false;
        CompletableFuture<Void> reached = welcome;
        CompletableFuture<Void> end = closed;
        http.newWebSocketBuilder()
                .header("Cookie", "tutti-person=" + secret.text())
                .buildAsync(URI.create(server.replaceFirst("^http", "ws") + "/socket/" + link), new Ears(end))
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        reached.completeExceptionally(failure);
                        end.complete(null);
                    } else {
                        hello(opened);
                    }
                });
        return reached;
    }

    private synchronized void hello(WebSocket opened) {
        socket = opened;
        sending = CompletableFuture.completedFuture(opened);
        replica.resendAll();
        send(new Message.Hello(Message.VERSION, session, started ? replica.revision() : -1, "Page", 0x6ea8fe));
    }

    /** Done when the connection is gone. */
    public synchronized CompletableFuture<Void> closed() {
        return closed;
    }

    /** Whether a server has welcomed this page on the present connection. */
    public synchronized boolean isConnected() {
        return welcomed && !closed.isDone();
    }

    /** The pages in the room, this one included, as this page was told. */
    public Map<Id, Message.Someone> people() {
        return people;
    }

    public Id session() {
        return session;
    }

    public Id person() {
        return secret.person();
    }

    /** Looks at the replica. */
    public synchronized <T> T read(Function<Replica, T> look) {
        return look.apply(replica);
    }

    /** Makes an edit on the replica and sends it. */
    public synchronized Edit edit(String label, List<Operation> operations) {
        Edit edit = replica.edit(label, operations);
        listener.made(this, edit);
        flush();
        return edit;
    }

    /** Takes the page's latest edit back. */
    public synchronized @Nullable Edit undo() {
        Edit edit = replica.undo();
        flush();
        return edit;
    }

    /** Does again what was undone last. */
    public synchronized @Nullable Edit redo() {
        Edit edit = replica.redo();
        flush();
        return edit;
    }

    /** Tells where the person is. */
    public void move(Presence presence) {
        say(new Message.Here(presence));
    }

    /** Sends any message. */
    public synchronized void say(Message.FromPage message) {
        if (isConnected()) {
            send(message);
        }
    }

    /** Sends any bytes as a frame, or as a part of one. */
    public synchronized CompletableFuture<WebSocket> sendRaw(byte[] bytes, boolean last) {
        sending = sending.thenCompose(each -> each.sendBinary(ByteBuffer.wrap(bytes), last));
        return sending;
    }

    private void flush() {
        if (isConnected()) {
            for (Edit edit : replica.takeUnsent()) {
                send(new Message.Submit(EditFormat.toBytes(edit)));
            }
        }
    }

    private void send(Message message) {
        sendRaw(MessageFormat.toBytes(message), true);
    }

    /** Reads nothing more until {@link #readOn}: a page on a line that is stuck. */
    public synchronized void stopReading() {
        reading = false;
    }

    /** Goes on reading. */
    public synchronized void readOn() {
        reading = true;
        if (socket != null) {
            socket.request(1);
        }
    }

    private synchronized void receive(byte[] frame) {
        switch (MessageFormat.fromServer(frame)) {
            case Message.Welcome message -> {
                people.clear();
                if (message.snapshot().length > 0) {
                    SnapshotFormat.Stored stored = SnapshotFormat.fromBytes(message.snapshot());
                    replica.load(stored.arrangement(), stored.revision(), message.steps());
                    started = true;
                }
                welcomed = true;
                flush();
                listener.heard(this, message);
                welcome.complete(null);
            }
            case Message.Ordered message -> {
                List<Edit> edits = new ArrayList<>(message.edits().size());
                message.edits().forEach(each -> edits.add(EditFormat.fromBytes(each)));
                order(message.first(), edits, message.checksum());
            }
            case Message.Accepted message -> {
                boolean pending = replica.pending().stream().anyMatch(each -> each.id().equals(message.edit()));
                require(replica.accepted(message.edit(), message.revision()), "An acknowledgement came before its turn.");
                if (pending) {
                    require(replica.checksum() == message.checksum(), "The replica differs at revision " + message.revision() + ".");
                }
                listener.acknowledged(this, message.edit(), message.revision());
                flush();
            }
            case Message.Refused message -> {
                replica.refused(message.edit());
                listener.heard(this, message);
                flush();
            }
            case Message.People message -> {
                message.here().forEach(each -> people.put(each.session(), each));
                message.left().forEach(people::remove);
                listener.heard(this, message);
            }
            case Message.Head message -> {
                if (message.revision() == replica.revision()) {
                    require(message.checksum() == replica.checksum(), "The replica differs at the head.");
                }
                listener.heard(this, message);
            }
            case Message.FromServer other -> listener.heard(this, other);
        }
    }

    private void order(long first, List<Edit> edits, long checksum) {
        long before = replica.revision();
        require(replica.ordered(first, edits), "Edits are missing before revision " + first + ".");
        if (replica.revision() > before) {
            require(replica.checksum() == checksum, "The replica differs at revision " + replica.revision() + ".");
        }
        listener.applied(this, edits);
        for (Edit edit : edits) {
            if (edit.author().equals(person())) {
                listener.acknowledged(this, edit.id(), first + edits.indexOf(edit));
            }
        }
        flush();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            fault = otherwise;
            throw new IllegalStateException(otherwise);
        }
    }

    /** What this page found wrong with the server; null if nothing. */
    public @Nullable String fault() {
        return fault;
    }

    /** Cuts the connection; {@link #connect} goes on later. */
    @Override
    public void close() {
        WebSocket open;
        CompletableFuture<Void> end;
        synchronized (this) {
            open = socket;
            end = closed;
        }
        if (open != null) {
            open.abort();
        }
        end.complete(null);
    }

    private final class Ears implements WebSocket.Listener {
        private final CompletableFuture<Void> end;
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        Ears(CompletableFuture<Void> end) {
            this.end = end;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            try {
                if (last && parts.size() == 0) {
                    receive(part);
                } else {
                    parts.writeBytes(part);
                    if (last) {
                        byte[] frame = parts.toByteArray();
                        parts.reset();
                        receive(frame);
                    }
                }
            } catch (RuntimeException broken) {
                fault = String.valueOf(broken.getMessage());
                end.complete(null);
                throw new CompletionException(broken);
            }
            synchronized (LoadPage.this) {
                if (reading) {
                    from.request(1);
                }
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            end.complete(null);
        }
    }
}
