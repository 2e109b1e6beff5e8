package studio.tutti.web.person;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.account.Secret;
import studio.tutti.core.arrangement.Id;
import studio.tutti.web.Visitor;

/** The person whose page is being answered. */
@Component
public class Me {

    private static final String WHO = "tutti.person";

    private final People people;

    Me(People people) {
        this.people = people;
    }

    public Id id() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(WHO) instanceof Id known) {
            return known;
        }
        Id id = Visitor.of(VaadinServletRequest.getCurrent()).orElseGet(() -> Secret.fresh().person());
        session.setAttribute(WHO, id);
        return id;
    }

    /** Who they said they are, if they were here before. */
    public Optional<Person> person() {
        return people.find(id());
    }

    /** Keeps what they call themselves. */
    Person introduce(String name, int colour) {
        Person person = new Person(id(), name, colour);
        people.keep(person);
        return person;
    }
}
