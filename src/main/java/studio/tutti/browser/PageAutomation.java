package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.editing.AutomationGestures;
import studio.tutti.core.editing.AutomationStroke;
import studio.tutti.core.editing.Gesture;

/**
 * Automation of the open song. An owner is the handle of a track, a send or a device, or −1 for the master; a target the name
 * of what is moved. A broken rule is an exception whose message is for the person.
 */
public final class PageAutomation {

    private static List<AutomationGestures.Pass> passes = new ArrayList<>();

    private PageAutomation() {}

    private static AutomationGestures gestures() {
        return new AutomationGestures(Page.song().ids());
    }

    private static AutomationDrawing drawing() {
        return new AutomationDrawing(Page.song().arrangement(), Page.song().handles());
    }

    private static Element owner(int handle) {
        return handle == Handles.NONE ? Page.song().arrangement().root() : Page.element(handle);
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    private static AutomationStroke stroke(double[] ticks, double[] levels) {
        long[] whole = new long[ticks.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.round(ticks[i]);
        }
        return new AutomationStroke(whole, levels);
    }

    /** {@link AutomationDrawing#targets}. */
    @JSExport
    public static String automationTargets(int strip) {
        return drawing().targets(owner(strip));
    }

    /** {@link AutomationDrawing#points}; none of an owner that is gone. */
    @JSExport
    public static double[] automationPoints(int owner, String target) {
        return drawing().points(owner == Handles.NONE ? Page.song().arrangement().root() : Page.song().handles().at(owner), target);
    }

    /** {@link AutomationGestures#put}; the point's handle. */
    @JSExport
    public static int putAutomation(int owner, String target, double tick, double level, boolean step) {
        return edit(() -> gestures().put(owner(owner), target, Math.round(tick), level, step))[0];
    }

    /** {@link AutomationGestures#draw}. */
    @JSExport
    public static void drawAutomation(int owner, String target, double[] ticks, double[] levels) {
        edit(() -> gestures().draw(owner(owner), target, stroke(ticks, levels)));
    }

    /** {@link AutomationGestures#move}. */
    @JSExport
    public static void moveAutomation(int[] points, double ticks, double[] levels) {
        edit(() -> gestures().move(elements(points), Math.round(ticks), levels));
    }

    private static List<Element> elements(int[] points) {
        List<Element> elements = new ArrayList<>();
        for (int point : points) {
            elements.add(Page.element(point));
        }
        return elements;
    }

    /** {@link AutomationGestures#curve}. */
    @JSExport
    public static void curveAutomation(int[] points, boolean step) {
        edit(() -> gestures().curve(Page.song().handles().all(points), step));
    }

    /** {@link AutomationGestures#remove}. */
    @JSExport
    public static void removeAutomation(int[] points) {
        edit(() -> gestures().remove(Page.song().handles().all(points)));
    }

    /** {@link AutomationGestures#clear(Element, String, long, long)}. */
    @JSExport
    public static void clearAutomation(int owner, String target, double from, double to) {
        edit(() -> gestures().clear(owner(owner), target, Math.round(from), Math.round(to)));
    }

    /** {@link AutomationGestures#clear(Element, String)}. */
    @JSExport
    public static void dropAutomation(int owner, String target) {
        edit(() -> gestures().clear(owner(owner), target));
    }

    /** {@link AutomationGestures#mute}. */
    @JSExport
    public static void muteAutomation(int owner, String target, boolean off) {
        edit(() -> gestures().mute(owner(owner), target, off));
    }

    /** One of the movements that {@link #recordAutomation} writes; one whose owner is gone is passed over. */
    @JSExport
    public static void recordedAutomation(int owner, String target, double[] ticks, double[] levels) {
        Element element = owner == Handles.NONE ? Page.song().arrangement().root() : Page.song().handles().at(owner);
        if (element != null) {
            passes.add(new AutomationGestures.Pass(element, target, stroke(ticks, levels)));
        }
    }

    /** {@link AutomationGestures#record} of what was told since the last time, as one edit. */
    @JSExport
    public static void recordAutomation() {
        List<AutomationGestures.Pass> told = passes;
        passes = new ArrayList<>();
        edit(() -> gestures().record(told));
    }
}
