package studio.tutti.web.socket;

import java.nio.ByteBuffer;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import studio.tutti.collaboration.Rooms;
import studio.tutti.core.arrangement.Id;

/** Takes frames of all lengths from all pages and hands each to its {@link Visit}. */
final class EditSocket implements WebSocketHandler {

    /** The session's attribute for whose page it is. */
    static final String PERSON = "tutti.person";
    /** The session's attribute for the last part of the song's address. */
    static final String LINK = "tutti.link";

    private static final String VISIT = "tutti.visit";
    /** Longer frames come in parts of this size. */
    private static final int PART_BYTES = 64 << 10;
    /** How long {@link SocketPage#PART_BYTES} may take on their way before the page is given up. */
    private static final long SEND_MILLIS = 15_000;

    /** How long a page may take to answer that the connection is closed. */
    private static final long CLOSE_MILLIS = 5_000;

    private final Rooms rooms;

    EditSocket(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setBinaryMessageSizeLimit(PART_BYTES);
        if (session instanceof NativeWebSocketSession wrapped
                && wrapped.getNativeSession() instanceof jakarta.websocket.Session container) {
            container.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_MILLIS);
            container.getUserProperties().put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", CLOSE_MILLIS);
        }
        Id person = (Id) session.getAttributes().get(PERSON);
        String link = (String) session.getAttributes().get(LINK);
        session.getAttributes().put(VISIT, new Visit(rooms, link, person, new SocketPage(session)));
    }

    private static Visit visit(WebSocketSession session) {
        return (Visit) session.getAttributes().get(VISIT);
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        switch (message) {
            case BinaryMessage binary -> visit(session).hear(bytes(binary.getPayload()), binary.isLast());
            case TextMessage text -> visit(session).complain("This socket takes binary frames only.");
            case PingMessage ping -> { }
            case PongMessage pong -> { }
            default -> visit(session).complain("This socket takes binary frames only.");
        }
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        visit(session).end();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        visit(session).end();
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }
}
