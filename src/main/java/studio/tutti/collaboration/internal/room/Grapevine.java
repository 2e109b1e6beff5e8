package studio.tutti.collaboration.internal.room;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.cluster.Nodes;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.ByteReader;
import studio.tutti.core.protocol.ByteWriter;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/** What the rooms of one song on several nodes tell one another beside the order. All of it may get lost. */
@Component
class Grapevine {

    private static final String TOPIC = "tutti-rooms";
    private static final int TOLD = 1;
    private static final int WHO = 2;
    private static final int CHANGED = 3;
    private static final int TRASHED = 4;
    private static final int TRAY = 5;

    private final Nodes nodes;
    private @Nullable Ear ear;

    Grapevine(Nodes nodes) {
        this.nodes = nodes;
        nodes.hear(TOPIC, this::receive);
    }

    /** What is heard from other nodes. */
    interface Ear {
        void people(UUID song, UUID node, Message.People news);

        void said(UUID song, Message.Saying line);

        void looked(UUID song, Message.Looked looked);

        void sounded(UUID song, Message.Sounded sounded);

        void together(UUID song, UUID node, Message.Together told);

        void tray(UUID song, Id audience, Message.OfTray news);

        void askedWhoIsThere(UUID song);

        void changed(UUID song);

        void trashed(UUID song);
    }

    void hear(Ear listener) {
        ear = listener;
    }

    UUID self() {
        return nodes.selfId();
    }

    void tell(UUID song, Message.FromServer news) {
        if (!nodes.isAlone()) {
            ByteWriter out = begin(TOLD, song);
            out.blob(MessageFormat.toBytes(news));
            nodes.tell(TOPIC, out.toBytes());
        }
    }

    void tell(UUID song, Id audience, Message.OfTray news) {
        if (!nodes.isAlone()) {
            ByteWriter out = begin(TRAY, song);
            out.id(audience);
            out.blob(MessageFormat.toBytes(news));
            nodes.tell(TOPIC, out.toBytes());
        }
    }

    void askWhoIsThere(UUID song) {
        nodes.tell(TOPIC, begin(WHO, song).toBytes());
    }

    void tellChanged(UUID song) {
        nodes.tell(TOPIC, begin(CHANGED, song).toBytes());
    }

    void tellTrashed(UUID song) {
        nodes.tell(TOPIC, begin(TRASHED, song).toBytes());
    }

    private static ByteWriter begin(int what, UUID song) {
        ByteWriter out = new ByteWriter();
        out.octet(what);
        out.word(song.getMostSignificantBits());
        out.word(song.getLeastSignificantBits());
        return out;
    }

    private void receive(UUID from, byte[] message) {
        Ear listener = ear;
        if (listener == null) {
            return;
        }
        ByteReader in = new ByteReader(message);
        int what = in.octet();
        UUID song = new UUID(in.word(), in.word());
        switch (what) {
            case TOLD -> {
                switch (MessageFormat.fromServer(in.blob(Integer.MAX_VALUE))) {
                    case Message.People people -> listener.people(song, from, people);
                    case Message.Sounded sounded -> listener.sounded(song, sounded);
                    case Message.Together told -> listener.together(song, from, told);
                    case Message.Chat chat -> chat.lines().forEach(line -> listener.said(song, line));
                    case Message.Looked looked -> listener.looked(song, looked);
                    default -> { }
                }
            }
            case TRAY -> {
                Id audience = in.id();
                if (MessageFormat.fromServer(in.blob(Integer.MAX_VALUE)) instanceof Message.OfTray news) {
                    listener.tray(song, audience, news);
                }
            }
            case WHO -> listener.askedWhoIsThere(song);
            case CHANGED -> listener.changed(song);
            case TRASHED -> listener.trashed(song);
            default -> { }
        }
    }
}
