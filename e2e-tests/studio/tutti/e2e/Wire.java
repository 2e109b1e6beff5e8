package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The edit socket of one page, in a test's hands: it can be cut, so that nothing comes through and nothing new is opened,
 * and held, so that all waits. Put it in before the page opens its song.
 */
final class Wire {

    private final List<WebSocketRoute> open = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean cut;
    private boolean held;

    private Wire() {}

    /** Takes the wire of a page into the hands of the test. */
    static Wire of(Page page) {
        Wire wire = new Wire();
        page.routeWebSocket("**/socket/*", wire::lay);
        return wire;
    }

    private void lay(WebSocketRoute page) {
        if (cut) {
            page.close();
            return;
        }
        open.add(page);
        WebSocketRoute server = page.connectToServer();
        page.onMessage(frame -> pass(() -> server.send(frame.binary())));
        server.onMessage(frame -> pass(() -> page.send(frame.binary())));
    }

    private void pass(Runnable frame) {
        if (held) {
            waiting.add(frame);
        } else if (!cut) {
            frame.run();
        }
    }

    /** Cuts it: both ends notice, and trying again is in vain. */
    void cut() {
        cut = true;
        open.forEach(WebSocketRoute::close);
        open.clear();
        waiting.clear();
    }

    /** Lets the page connect again. */
    void mend() {
        cut = false;
    }

    /** Keeps every frame back, in both directions, until {@link #release}. */
    void hold() {
        held = true;
    }

    /** Lets everything through that was held, in its order. */
    void release() {
        held = false;
        for (Runnable frame = next(); frame != null; frame = next()) {
            frame.run();
        }
    }

    private @Nullable Runnable next() {
        return waiting.poll();
    }
}
