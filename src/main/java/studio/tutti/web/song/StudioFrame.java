package studio.tutti.web.song;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.function.Consumer;

/**
 * The element {@code <tutti-studio>}, which draws the arrangement and the editor and talks to the edit socket. The shell
 * puts its own parts into the frame's slots.
 */
@Tag("tutti-studio")
@JsModule("./studio/tutti-studio.ts")
@NpmPackage(value = "opensheetmusicdisplay", version = "2.1.3")
final class StudioFrame extends Component {

    /** A place of the frame that the shell fills. */
    enum Place {
        /** The start of the top bar: the song's name and its menus. */
        TITLE("title"),
        /** The end of the top bar: who is here, and the invitation. */
        PEOPLE("people"),
        /** The side panel. */
        SIDE("side");

        private final String slot;

        Place(String slot) {
            this.slot = slot;
        }
    }

    /**
     * @param link the last part of the song's address
     */
    StudioFrame(String link) {
        getElement().setAttribute("song", link);
    }

    /** The frame itself opens the side panel when somebody presses a comment's pin. */
    void whenSideOpens(Consumer<Boolean> then) {
        getElement().addPropertyChangeListener("sideOpen", "side-open-changed", change -> then.accept(isSideOpen()));
    }

    /** Tells the frame who sits before it. */
    void seat(String id, String name, String colour) {
        getElement().setAttribute("person", id);
        getElement().setAttribute("person-name", name);
        getElement().setAttribute("person-colour", colour);
    }

    /** Says whether the song belongs to who sits before it. */
    void own(boolean owner) {
        getElement().setAttribute("owner", owner);
    }

    void put(Place place, Component part) {
        part.getElement().setAttribute("slot", place.slot);
        getElement().appendChild(part.getElement());
    }

    /** Shows the song as a lead sheet. */
    void showLeadSheet() {
        getElement().callJsFunction("showLeadSheet");
    }

    /** Shows the style palettes. */
    void showPalettes() {
        getElement().callJsFunction("showPalettes");
    }

    boolean isSideOpen() {
        return getElement().getProperty("sideOpen", false);
    }

    void setSideOpen(boolean open) {
        getElement().setProperty("sideOpen", open);
    }
}
