package studio.tutti.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.engine.Hands;
import studio.tutti.core.live.Listener;
import studio.tutti.core.live.Touch;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.transport.ServerClock;

/** What others play by hand, as it comes: who plays with which of the engine's hands, and when each touch sounds here. */
final class Hearing {

    /** Numbers a touch has in {@link #take}: hand, track, kind, number, value, page's millisecond. */
    static final int STRIDE = 6;
    /** The kind that says: let go of all that the hand holds. */
    static final int LET_GO = 5;

    private static final class Player {
        final int hand;
        final Listener listener = new Listener();
        boolean holds;

        Player(int hand) {
            this.hand = hand;
        }
    }

    private final ServerClock clock;
    private final Handles handles;
    private final Map<Id, Player> players = new LinkedHashMap<>();
    private final List<double[]> waiting = new ArrayList<>();
    private int next = 1;

    Hearing(ServerClock clock, Handles handles) {
        this.clock = clock;
        this.handles = handles;
    }

    /** @param now the page's millisecond at which it came */
    void receive(Message.Sounded sounded, double now) {
        Player player = players.computeIfAbsent(sounded.session(), session -> new Player(next++ % (Hands.MOST - 1) + 1));
        double here = clock.server(now);
        double sent = sounded.sound().time() == 0 || !clock.isKnown() ? here : sounded.sound().time() / 1000.0;
        if (player.listener.came(sounded.sound().number(), sent, here)) {
            letGo(player, now);
        }
        for (Touch touch : sounded.sound().touches()) {
            int track = handles.of(touch.track());
            if (track != Handles.NONE) {
                double at = clock.page(player.listener.sounds(sent + touch.after(), here));
                waiting.add(new double[] {player.hand, track, touch.what().ordinal(), touch.number(), touch.value(), at});
                player.holds = true;
            }
        }
    }

    private void letGo(Player player, double now) {
        if (player.holds) {
            waiting.add(new double[] {player.hand, Handles.NONE, LET_GO, 0, 0, now});
            player.holds = false;
        }
    }

    /** What came since this was last asked, {@link #STRIDE} numbers each. Those who fell silent let go. */
    double[] take(double now) {
        for (Player player : players.values()) {
            if (player.listener.isSilent(clock.server(now))) {
                letGo(player, now);
            }
        }
        double[] taken = new double[STRIDE * waiting.size()];
        for (int i = 0; i < waiting.size(); i++) {
            System.arraycopy(waiting.get(i), 0, taken, STRIDE * i, STRIDE);
        }
        waiting.clear();
        return taken;
    }

    /** Who played so far: session, hand, and how long their playing is on its way, in milliseconds. */
    String players() {
        Json json = new Json();
        players.forEach((session, player) -> json.next()
                .with("session", session.toString())
                .with("hand", player.hand)
                .with("delay", (int) Math.round(player.listener.delay())));
        return json.toString();
    }
}
