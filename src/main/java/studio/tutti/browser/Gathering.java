package studio.tutti.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Looking;
import studio.tutti.core.protocol.View;

/**
 * Looking together: who goes with this page, whom this page goes with, and who asks everyone to come. One goes with a
 * person: when they reload their page, one goes with the new one.
 */
final class Gathering {

    private final Set<Id> followers = new LinkedHashSet<>();
    private final Queue<Message.Looked> news = new ArrayDeque<>();
    private Id session = Id.NONE;
    private Id person = Id.NONE;

    /** The person that this page goes with, whether they are here or not; {@link Id#NONE} if nobody. */
    Id followed() {
        return person;
    }

    /** The sessions that go with this page, at most {@link Message#MOST_LOOKING}. */
    List<Id> followers() {
        List<Id> some = new ArrayList<>(followers);
        return some.size() > Message.MOST_LOOKING ? some.subList(0, Message.MOST_LOOKING) : some;
    }

    /**
     * Goes with somebody, or with nobody.
     *
     * @param whom the person, or {@link Id#NONE}
     * @param page a session of theirs, or {@link Id#NONE} if they are not here
     * @return what is to be said
     */
    List<Message.Look> follow(Id whom, Id page) {
        List<Message.Look> said = new ArrayList<>();
        if (!session.isNone() && !session.equals(page)) {
            said.add(look(Looking.LEAVE));
        }
        person = whom;
        session = page;
        if (!session.isNone()) {
            said.add(look(Looking.FOLLOW));
        }
        return said;
    }

    private Message.Look look(Looking what) {
        return new Message.Look(what, List.of(session), View.NOTHING);
    }

    /** The connection is gone: who goes with whom is said again when it is back. */
    void lose() {
        followers.clear();
        session = Id.NONE;
    }

    /** Who came and left; returns what is to be said, because whom this page goes with has come back on another page. */
    List<Message.Look> receive(Message.People people) {
        people.left().forEach(followers::remove);
        if (people.left().contains(session)) {
            session = Id.NONE;
        }
        if (session.isNone() && !person.isNone()) {
            for (Message.Someone someone : people.here()) {
                if (someone.person().equals(person)) {
                    session = someone.session();
                    return List.of(look(Looking.FOLLOW));
                }
            }
        }
        return List.of();
    }

    void receive(Message.Looked looked) {
        switch (looked.what()) {
            case FOLLOW -> followers.add(looked.session());
            case LEAVE -> followers.remove(looked.session());
            case VIEW -> {
                if (looked.session().equals(session)) {
                    news.removeIf(each -> each.what() == Looking.VIEW);
                    news.add(looked);
                }
            }
            case GATHER -> {
                news.removeIf(each -> each.what() == Looking.GATHER && each.session().equals(looked.session()));
                news.add(looked);
            }
        }
    }

    /** The next view of whom this page goes with, or invitation, or null. */
    Message.@Nullable Looked next() {
        return news.poll();
    }
}
