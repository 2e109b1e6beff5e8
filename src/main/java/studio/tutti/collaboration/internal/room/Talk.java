package studio.tutti.collaboration.internal.room;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.tutti.core.protocol.Message;

/** What is said in rooms: kept first, then told everywhere. */
@Component
class Talk {

    /** How many lines a page gets when it comes. */
    static final int LINES = 200;

    private static final String NOTHING = "There is nothing to say in this line.";
    private static final String NOT_KEPT = "This line could not be kept. Try again.";

    private final Stores stores;
    private final Grapevine grapevine;

    Talk(Stores stores, Grapevine grapevine) {
        this.stores = stores;
        this.grapevine = grapevine;
    }

    /** Takes a line of a page's, beside the thread that hears the page. */
    void say(SeatAtRoom seat, Message.Say say) {
        if (say.text().isBlank() || say.id().isNone()) {
            seat.refuse(say.id(), NOTHING);
            return;
        }
        Message.Someone someone = seat.someone();
        Message.Saying line = new Message.Saying(
                say.id(), someone.person(), someone.name(), someone.colour(), System.currentTimeMillis(), say.text().strip());
        Thread.startVirtualThread(() -> {
            try {
                if (keep(seat.room().key(), line)) {
                    seat.room().said(line);
                }
            } catch (RuntimeException notKept) {
                seat.refuse(say.id(), NOT_KEPT);
            }
        });
    }

    /**
     * Keeps a line and tells other nodes.
     *
     * @return false if it was kept before
     */
    boolean keep(UUID song, Message.Saying line) {
        boolean fresh = stores.sayings().add(song, line);
        if (fresh) {
            grapevine.tell(song, new Message.Chat(List.of(line)));
        }
        return fresh;
    }
}
