package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.Tooltip;
import java.util.List;
import java.util.stream.Collectors;
import studio.tutti.account.Person;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.person.Portrait;

/** Who is in the song now: their portraits, oneself first; a press on one's own changes name and colour, on another's goes along with them. */
final class PeopleBar extends Div {

    private static final int MOST_SHOWN = 5;

    private final Runnable changeSelf;

    PeopleBar(Runnable changeSelf) {
        this.changeSelf = changeSelf;
        addClassName("people-bar");
        getElement().setAttribute("role", "group");
    }

    void show(List<Person> people) {
        removeAll();
        getElement().setAttribute("aria-label", t("Here now: {0}", names(people)));
        int shown = people.size() > MOST_SHOWN + 1 ? MOST_SHOWN : people.size();
        for (int i = 0; i < shown; i++) {
            Person person = people.get(i);
            Div portrait = i == 0 ? portrait(person, t("{0} (you): change name and colour", person.name()))
                    : portrait(person, t("{0}: go along with them", person.name()));
            if (i == 0) {
                portrait.addClassName("self");
                portrait.getElement().addEventListener("click", pressed -> changeSelf.run());
                portrait.getElement().addEventListener("keydown", pressed -> changeSelf.run())
                        .setFilter("event.key == 'Enter' || event.key == ' '");
            } else {
                // The studio itself listens: one goes along with somebody also while the server is away.
                portrait.getElement().setAttribute("data-person", person.id().toString());
                portrait.getElement().setAttribute("aria-pressed", "false");
            }
            add(portrait);
        }
        if (shown < people.size()) {
            Avatar rest = new Avatar(names(people.subList(shown, people.size())));
            rest.setAbbreviation("+" + (people.size() - shown));
            rest.setTooltipEnabled(true);
            rest.addClassName("rest");
            add(rest);
        }
        if (people.size() > 1) {
            Button gather = Buttons.icon(Glyph.GATHER, t("Everyone to me"), () -> { });
            gather.getElement().setAttribute("data-command", "gather");
            add(gather);
        }
    }

    /** An avatar names itself by its initials whatever label it is given, so it lies in what bears its label and tooltip. */
    private static Div portrait(Person person, String action) {
        Portrait picture = new Portrait(person);
        picture.getElement().setAttribute("aria-hidden", "true");
        Div button = new Div(picture);
        button.addClassName("person");
        button.getStyle().set("--portrait", person.cssColour());
        button.getElement().setAttribute("role", "button").setAttribute("tabindex", "0").setAttribute("aria-label", action);
        Tooltip.forComponent(button).setText(action);
        return button;
    }

    private static String names(List<Person> people) {
        return people.stream().map(Person::name).collect(Collectors.joining(", "));
    }
}
