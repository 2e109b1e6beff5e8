package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.AlternativeGestures;
import studio.tutti.core.editing.AlternativeMerge;
import studio.tutti.core.editing.AlternativeMerge.Choice;
import studio.tutti.core.editing.AlternativeMerge.Difference;
import studio.tutti.core.editing.AlternativeMerge.Side;
import studio.tutti.core.editing.Forms;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.lock.SwitchCheck;
import studio.tutti.core.proposal.Take;

/** The forms of sections of the open song. A broken rule is an exception whose message is for the person. */
public final class PageAlternatives {

    private PageAlternatives() {}

    private static AlternativeGestures gestures() {
        return new AlternativeGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /**
     * The alternatives of all sections as JSON: handle, section, name, whether it is heard. A section whose own form is heard has none
     * that is; one that was discarded while somebody switched to it is still told, as gone.
     */
    @JSExport
    public static String alternatives() {
        Handles handles = Page.song().handles();
        Json json = new Json();
        for (Element section : Elements.sorted(Page.song().arrangement().root().children(Kind.SECTION))) {
            Element heard = new Forms(Page.song().arrangement(), section).heard();
            List<Element> all = new ArrayList<>(Forms.alternatives(section));
            if (heard != section && !all.contains(heard)) {
                all.add(heard);
            }
            for (Element each : all) {
                json.next()
                        .with("handle", handles.of(each))
                        .with("section", handles.of(section))
                        .with("name", each.text(Property.NAME))
                        .with("heard", each == heard)
                        .with("gone", !each.isAlive());
            }
        }
        return json.toString();
    }

    /** {@link AlternativeGestures#keep(Element, String)}. */
    @JSExport
    public static int keepAlternative(int section, String name) {
        return edit(() -> gestures().keep(Page.element(section), name))[0];
    }

    /** Keeps a take of the tray as an alternative of a section; its content must be here. */
    @JSExport
    public static int keepTake(int section, String proposal, int number) {
        return edit(() -> {
            Take take = Page.song().tray().toKeep(Id.parse(proposal), number);
            return gestures().keep(Page.element(section), take, Id.parse(proposal), number);
        })[0];
    }

    /** {@link AlternativeGestures#choose}; the section itself stands for its own form. */
    @JSExport
    public static void chooseForm(int section, int form) {
        edit(() -> unlocked(gestures().choose(Page.element(section), Page.element(form))));
    }

    /** {@link AlternativeGestures#rename}. */
    @JSExport
    public static void renameAlternative(int alternative, String name) {
        edit(() -> gestures().rename(Page.element(alternative), name));
    }

    /** {@link AlternativeGestures#discard}; the section itself stands for its own form. */
    @JSExport
    public static void discardForm(int section, int form) {
        edit(() -> gestures().discard(Page.element(section), Page.element(form)));
    }

    /** {@link AlternativeMerge#differences}: track (−1 for chords), first tick and the tick after the last of each. */
    @JSExport
    public static int[] alternativeDifferences(int section, int alternative) {
        return Page.told(() -> {
            List<Difference> found = differences(section, alternative);
            int[] packed = new int[3 * found.size()];
            for (int i = 0; i < found.size(); i++) {
                packed[3 * i] = found.get(i).track().isNone() ? Handles.NONE : Page.song().handles().of(found.get(i).track());
                packed[3 * i + 1] = (int) found.get(i).from();
                packed[3 * i + 2] = (int) found.get(i).to();
            }
            return packed;
        });
    }

    private static List<Difference> differences(int section, int alternative) {
        return new AlternativeMerge(Page.song().arrangement(), Page.element(section), Page.element(alternative)).differences();
    }

    /**
     * {@link AlternativeMerge#merge}.
     *
     * @param sides for each of the {@link #alternativeDifferences}: 0 what is heard, 1 the alternative, 2 both
     */
    @JSExport
    public static void mergeAlternative(int section, int alternative, int[] sides) {
        edit(() -> {
            AlternativeMerge merge = new AlternativeMerge(Page.song().arrangement(), Page.element(section), Page.element(alternative));
            return unlocked(merge.merge(Page.song().ids(), choices(differences(section, alternative), sides)));
        });
    }

    /** The server refuses what changes locked bars; here that is said before anything moves. */
    private static Gesture unlocked(Gesture gesture) {
        String fault = SwitchCheck.fault(Page.song().arrangement(), gesture.operations());
        if (fault != null) {
            throw new EditRefused(fault);
        }
        return gesture;
    }

    /** Lets this page sound as if a form of a section were switched to, without an edit; nothing is drawn. */
    @JSExport
    public static void hearForm(int section, int form) {
        Page.song().sight().hear(() -> gestures().choose(Page.element(section), Page.element(form)));
    }

    /** Lets this page sound as if an alternative had been merged, with the sides of {@link #mergeAlternative}. */
    @JSExport
    public static void hearMerge(int section, int alternative, int[] sides) {
        Page.song().sight().hear(() -> new AlternativeMerge(Page.song().arrangement(), Page.element(section), Page.element(alternative))
                .merge(Page.song().ids(), choices(differences(section, alternative), sides)));
    }

    /** Lets this page sound as the song is. */
    @JSExport
    public static void hearAsIs() {
        Page.song().sight().hear(null);
    }

    private static List<Choice> choices(List<Difference> differences, int[] sides) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < Math.min(sides.length, differences.size()); i++) {
            choices.add(new Choice(differences.get(i), Side.values()[sides[i]]));
        }
        return choices;
    }
}
