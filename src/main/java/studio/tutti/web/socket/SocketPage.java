package studio.tutti.web.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import studio.tutti.collaboration.Page;

/** The way to a page through its socket. */
final class SocketPage implements Page {

    /** Longer frames are sent in parts of this size, so that a slow line shows its progress. */
    static final int PART_BYTES = 64 << 10;

    private final WebSocketSession session;

    SocketPage(WebSocketSession session) {
        this.session = session;
    }

    @Override
    public void send(byte[] frame) throws IOException {
        for (int from = 0; from < frame.length; from += PART_BYTES) {
            int length = Math.min(PART_BYTES, frame.length - from);
            session.sendMessage(new BinaryMessage(ByteBuffer.wrap(frame, from, length), from + length == frame.length));
        }
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
