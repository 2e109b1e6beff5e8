package studio.tutti.web.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Offers the other language, in its own words; the browser remembers it. */
public final class LanguageSwitch extends Button {

    public LanguageSwitch() {
        super(otherName(), pressed -> change());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("language");
        getElement().setAttribute("lang", Language.now().other().locale().toLanguageTag());
    }

    public static String otherName() {
        return Language.now().other().ownName();
    }

    /** Loads the page anew in the other language. */
    public static void change() {
        UI.getCurrent().getPage().executeJs("""
                document.cookie = $0 + '=' + $1 + '; path=/; max-age=34560000; samesite=lax';
                window.location.reload();
                """, Language.COOKIE, Language.now().other().code());
    }
}
