package studio.tutti.web.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Buttons as the studio has them: quiet ones, and one that a place wants pressed first. */
public final class Buttons {

    private Buttons() {
    }

    /** The one to press first. */
    public static Button first(String text, Runnable action) {
        Button button = new Button(text, pressed -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button plain(String text, Runnable action) {
        return new Button(text, pressed -> action.run());
    }

    public static Button plain(Glyph glyph, String text, Runnable action) {
        return new Button(text, glyph.icon(), pressed -> action.run());
    }

    /** An icon with a name for screen readers, which is its tooltip too. */
    public static Button icon(Glyph glyph, String name, Runnable action) {
        Button button = new Button(glyph.icon(), pressed -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("icon-button");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }
}
