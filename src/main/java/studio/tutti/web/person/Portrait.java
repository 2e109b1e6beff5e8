package studio.tutti.web.person;

import com.vaadin.flow.component.avatar.Avatar;
import studio.tutti.account.Person;

/** A person as a disc of their colour with their initials. */
public final class Portrait extends Avatar {

    public Portrait(Person person) {
        super(person.name());
        addClassName("portrait");
        show(person);
    }

    void show(Person person) {
        setName(person.name());
        setAbbreviation(person.initials());
        getStyle().set("--portrait", person.cssColour());
    }
}
