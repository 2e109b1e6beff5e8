package studio.tutti.web.person;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import studio.tutti.account.Person;
import studio.tutti.core.protocol.Message;
import studio.tutti.web.look.Buttons;

/** Asks for a name and a colour, at the first visit and whenever someone wants others. */
public final class Introduction extends Dialog {

    private final Me me;
    private final Consumer<Person> then;
    private final TextField name = new TextField(t("Your name"));
    private final RadioButtonGroup<Colour> colour = new RadioButtonGroup<>(t("Your colour"));
    private final Portrait portrait;

    private Introduction(Me me, Optional<Person> before, Consumer<Person> then) {
        this.me = me;
        this.then = then;
        boolean stranger = before.isEmpty();
        Colour first = before.map(Colour::of).orElseGet(() -> Colour.firstFor(me.id()));
        portrait = new Portrait(new Person(me.id(), before.map(Person::name).orElse("?"), first.rgb()));

        addClassName("introduction");
        setHeaderTitle(stranger ? t("Welcome to Tutti") : t("Your name and colour"));
        setCloseOnEsc(!stranger);
        setCloseOnOutsideClick(!stranger);

        name.setValue(before.map(Person::name).orElse(""));
        name.setMaxLength(Message.LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setAutofocus(true);
        name.addValueChangeListener(typed -> preview());
        name.addKeyDownListener(Key.ENTER, pressed -> finish());

        colour.setItems(Colour.ALL);
        colour.setRenderer(new ComponentRenderer<>(Introduction::swatch));
        colour.addClassName("swatches");
        colour.setValue(first);
        colour.addValueChangeListener(chosen -> preview());

        Div faces = new Div(portrait, name);
        faces.addClassName("introduction-name");
        if (stranger) {
            add(new Paragraph(t("Others see your name, and your colour on everything that is yours.")));
        }
        add(faces, colour);

        Button finish = Buttons.first(stranger ? t("Come in") : t("Save"), this::finish);
        if (!stranger) {
            getFooter().add(Buttons.plain(t("Cancel"), this::close));
        }
        getFooter().add(finish);
    }

    /** Asks someone who has never been here; goes on at once with anyone else. */
    public static void of(Me me, Consumer<Person> then) {
        me.person().ifPresentOrElse(then, () -> new Introduction(me, Optional.empty(), then).open());
    }

    /** Lets a person change what they said before. */
    public static void again(Me me, Consumer<Person> then) {
        new Introduction(me, me.person(), then).open();
    }

    private void preview() {
        String typed = name.getValue().isBlank() ? "?" : name.getValue();
        portrait.show(new Person(me.id(), typed, colour.getValue().rgb()));
        name.setInvalid(false);
    }

    private void finish() {
        try {
            Person person = me.introduce(name.getValue(), colour.getValue().rgb());
            close();
            then.accept(person);
        } catch (IllegalArgumentException mistake) {
            name.setErrorMessage(told(mistake.getMessage()));
            name.setInvalid(true);
            name.focus();
        }
    }

    private static Span swatch(Colour colour) {
        Span swatch = new Span(t(colour.name()));
        swatch.addClassName("swatch");
        swatch.getStyle().set("--swatch", "var(--tutti-colour-" + colour.number() + ")");
        swatch.getElement().setAttribute("title", t(colour.name()));
        return swatch;
    }
}
