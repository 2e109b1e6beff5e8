package studio.tutti.browser;

import java.util.List;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.View;
import studio.tutti.core.replica.UndoStack;

/** Seeing what others see and do, and one's own steps. */
public final class PageTogether {

    private PageTogether() {}

    /** Goes with a person, 32 hexadecimal digits, or with nobody, "". */
    @JSExport
    public static void followPerson(String person) {
        Page.song().voice().follow(person.isEmpty() ? Id.NONE : Id.parse(person));
    }

    /** The person whom this page goes with, or "". */
    @JSExport
    public static String followed() {
        Id person = Page.song().room().gathering().followed();
        return person.isNone() ? "" : person.toString();
    }

    /** How many pages go with this one. */
    @JSExport
    public static int followers() {
        return Page.song().room().gathering().followers().size();
    }

    /** {@link Voice#show}: a {@link View}, track and clip by the page's handles. */
    @JSExport
    public static void showView(int from, int to, int track, int clip, boolean inNotes, int notesFrom, int notesTo, int pitch) {
        Page.song().voice().show(view(from, to, track, clip, inNotes, notesFrom, notesTo, pitch));
    }

    /** {@link Voice#gather} to a {@link View}. */
    @JSExport
    public static void gatherAll(int from, int to, int track, int clip, boolean inNotes, int notesFrom, int notesTo, int pitch) {
        Page.song().voice().gather(view(from, to, track, clip, inNotes, notesFrom, notesTo, pitch));
    }

    private static View view(int from, int to, int track, int clip, boolean inNotes, int notesFrom, int notesTo, int pitch) {
        Handles handles = Page.song().handles();
        return new View(from, to, handles.id(track), handles.id(clip), inNotes, notesFrom, notesTo, pitch);
    }

    /** The views and invitations since this was last asked, as JSON. */
    @JSExport
    public static String looks() {
        Handles handles = Page.song().handles();
        Gathering gathering = Page.song().room().gathering();
        Json json = new Json();
        for (Message.Looked looked = gathering.next(); looked != null; looked = gathering.next()) {
            View view = looked.view();
            json.next()
                    .with("session", looked.session().toString())
                    .with("invites", looked.what() == Message.Looking.GATHER)
                    .with("from", view.from())
                    .with("to", view.to())
                    .with("track", handles.of(view.track()))
                    .with("clip", handles.of(view.clip()))
                    .with("inNotes", view.inNotes())
                    .with("notesFrom", view.notesFrom())
                    .with("notesTo", view.notesTo())
                    .with("pitch", view.pitch());
        }
        return json.toString();
    }

    /** {@link Touches#take}. */
    @JSExport
    public static int[] touched() {
        return Page.song().touches().take(Page.song().arrangement(), Page.song().handles(), Page.song().room());
    }

    /** One's own steps as JSON: what can be done again, the next one last, then what can be undone, the next one first. */
    @JSExport
    public static String ownSteps() {
        UndoStack steps = Page.song().song().steps();
        Json json = new Json();
        for (UndoStack.Step step : steps.redoable()) {
            json.next().with("label", Labels.words(step.label())).with("undone", true);
        }
        List<UndoStack.Step> undoable = steps.undoable();
        for (int i = undoable.size() - 1; i >= 0; i--) {
            json.next().with("label", Labels.words(undoable.get(i).label())).with("undone", false);
        }
        return json.toString();
    }
}
