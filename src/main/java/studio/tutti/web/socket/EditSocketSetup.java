package studio.tutti.web.socket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import studio.tutti.collaboration.Rooms;
import studio.tutti.core.arrangement.Id;
import studio.tutti.web.Visitor;

/** Puts the edit socket at {@value #PATH}, for pages of this origin whose browser has a secret. */
@Configuration
@EnableWebSocket
class EditSocketSetup implements WebSocketConfigurer {

    static final String PATH = "/socket/*";

    private final Rooms rooms;

    EditSocketSetup(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new EditSocket(rooms), PATH)
                .setHandshakeHandler(new Handshake())
                .addInterceptors(new KnownVisitor());
    }

    /** Frames are compact already; compressing each would cost more than it saves. */
    private static final class Handshake extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    /** Lets in whom we know, and notes who it is and which song they want. */
    private static final class KnownVisitor implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler socket, Map<String, Object> attributes) {
            Id person = request instanceof ServletServerHttpRequest servlet
                    ? Visitor.of(servlet.getServletRequest()).orElse(null)
                    : null;
            if (person == null) {
                response.setStatusCode(HttpStatus.UNAUTHORIZED);
                return false;
            }
            String path = request.getURI().getPath();
            attributes.put(EditSocket.PERSON, person);
            attributes.put(EditSocket.LINK, path.substring(path.lastIndexOf('/') + 1));
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler socket, @Nullable Exception failure) {}
    }
}
