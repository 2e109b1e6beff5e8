package studio.tutti.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import studio.tutti.e2e.StudioPage.Point;

/** Fingers on the glass of a phone or tablet: the browser's own touch events, from the first contact on. */
final class Hand {

    private static final int STEPS = 6;
    private static final double REST = 120;

    private final StudioPage page;
    private final CDPSession glass;

    Hand(StudioPage page) {
        this.page = page;
        this.glass = page.page().context().newCDPSession(page.page());
    }

    void tap(Point at) {
        page.page().touchscreen().tap(at.x(), at.y());
    }

    void doubleTap(Point at) {
        tap(at);
        tap(at);
    }

    void tap(Locator what) {
        what.first().tap();
    }

    /** Puts down so many fingers, and leaves them there. */
    void down(Point... fingers) {
        send("touchStart", fingers);
    }

    void up() {
        send("touchEnd");
    }

    void drag(Point from, Point to) {
        down(from);
        for (int step = 1; step <= STEPS; step++) {
            double part = (double) step / STEPS;
            send("touchMove", new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part));
        }
        // The finger rests before it is lifted: after a flick the browser takes the next tap for the stopping of what rolls on.
        page.page().waitForTimeout(REST);
        send("touchMove", to);
        up();
    }

    /** Two fingers that go apart to either side. */
    void pinch(Point middle, int by) {
        down(middle.plus(-50, 0), middle.plus(50, 0));
        for (int step = 1; step <= STEPS; step++) {
            double reach = 50 + (double) by * step / STEPS;
            send("touchMove", middle.plus(-reach, 0), middle.plus(reach, 0));
        }
        up();
    }

    /** Holds until the menu is there, lifts the finger, and taps an entry. */
    void choose(Point at, String entry) {
        down(at);
        page.page().locator("tutti-menu [role=menu]").waitFor();
        up();
        choose(entry);
    }

    /** Taps an entry of the menu that is open. */
    void choose(String entry) {
        tap(page.page().locator("tutti-menu").getByText(entry, new Locator.GetByTextOptions().setExact(true)));
        page.settle();
    }

    /** The middle of something on the page. */
    Point on(Locator what) {
        BoundingBox box = what.first().boundingBox();
        return new Point(box.x + box.width / 2, box.y + box.height / 2);
    }

    private void send(String type, Point... fingers) {
        JsonArray points = new JsonArray();
        for (int finger = 0; finger < fingers.length; finger++) {
            JsonObject point = new JsonObject();
            point.addProperty("x", fingers[finger].x());
            point.addProperty("y", fingers[finger].y());
            point.addProperty("id", finger);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        glass.send("Input.dispatchTouchEvent", event);
    }
}
