package studio.tutti.proposal.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Assistant;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/** The assistants of this house. */
@Component
class Assistants {

    private static final Logger LOG = LoggerFactory.getLogger(Assistants.class);

    private final List<Assistant> all;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    Assistants(ObjectProvider<Assistant> all) {
        this.all = all.stream().sorted(Comparator.comparing((Assistant assistant) -> assistant.offer().id())).toList();
    }

    /** What they offer to a person in a song; an offer that pages couldn't read is left out, since they would take nothing else then either. */
    List<Offer> offers(Id person, String link) {
        return all.stream().map(assistant -> assistant.offer(person, link)).filter(this::isReadable).toList();
    }

    private boolean isReadable(Offer offer) {
        try {
            MessageFormat.fromServer(MessageFormat.toBytes(new Message.Offered(List.of(offer))));
            return true;
        } catch (Malformed beyondLimits) {
            if (complained.add(offer.id())) {
                LOG.error("The assistant {} offers what pages can't read: {}", offer.id(), beyondLimits.getMessage());
            }
            return false;
        }
    }

    Optional<Assistant> find(String id) {
        return all.stream().filter(assistant -> assistant.offer().id().equals(id)).findFirst();
    }
}
