package studio.tutti.web.socket;

import java.io.IOException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import studio.tutti.collaboration.Page;

/** The way to a page through its socket. */
final class SocketPage implements Page {

    private final WebSocketSession session;

    SocketPage(WebSocketSession session) {
        this.session = session;
    }

    @Override
    public void send(byte[] frame) throws IOException {
        session.sendMessage(new BinaryMessage(frame));
    }

    @Override
    public void close() {
        // On a thread of its own: closing waits for a frame that is stuck.
        Thread.startVirtualThread(() -> {
            try {
                session.close(CloseStatus.NORMAL);
            } catch (IOException | RuntimeException closedBefore) {
                // It is closed, which is all that was wanted.
            }
        });
    }
}
