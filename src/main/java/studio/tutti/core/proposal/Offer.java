package studio.tutti.core.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant offers, as people read it.
 *
 * @param id its own, such as "flow-machines"; part of cards
 * @param tool the tool's own name, small beside the offer, such as "Flow Machines"
 * @param name what it does for people, such as "Chords, melody and bass"
 * @param hint one sentence that says more; may be empty
 * @param version of the assistant and its model, such as "1.0 · OpenEWLD 2026"; part of cards
 * @param fit which selections it is offered for
 * @param controls what can be set about it
 * @param rights what may be done with what it makes
 * @param takes how many takes a card asks for unless told otherwise, 1 to {@link Card#MOST_TAKES}
 * @param live whether it goes on until it is stopped, and can be steered meanwhile
 */
public record Offer(String id, String tool, String name, String hint, String version, Fit fit, List<Control> controls, Rights rights, int takes,
        boolean live) {

    /** The longest of its texts but the hint, in UTF-16 units. */
    public static final int LONGEST = 200;

    public Offer {
        controls = List.copyOf(controls);
    }

    /** The control with a name, or null. */
    public @Nullable Control control(String name) {
        for (Control control : controls) {
            if (control.name().equals(name)) {
                return control;
            }
        }
        return null;
    }
}
