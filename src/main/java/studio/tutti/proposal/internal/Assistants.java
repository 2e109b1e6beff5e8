package studio.tutti.proposal.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Assistant;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Offer;

/** The assistants of this house. */
@Component
class Assistants {

    private final List<Assistant> all;

    Assistants(ObjectProvider<Assistant> all) {
        this.all = all.stream().sorted(Comparator.comparing((Assistant assistant) -> assistant.offer().id())).toList();
    }

    /** What they offer to a person. */
    List<Offer> offers(Id person) {
        return all.stream().map(assistant -> assistant.offer(person)).toList();
    }

    Optional<Assistant> find(String id) {
        return all.stream().filter(assistant -> assistant.offer().id().equals(id)).findFirst();
    }
}
