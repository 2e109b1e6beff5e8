package studio.tutti.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Author;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Presence;

/** Who is here and what was said. */
final class Room {

    private final Id self;
    private final Map<Id, Message.Someone> people = new LinkedHashMap<>();
    private final Map<Id, Message.Saying> lines = new LinkedHashMap<>();
    private final Map<Id, Message.Say> unheard = new LinkedHashMap<>();

    private final Gathering gathering = new Gathering();

    private String name = "";
    private int colour;

    /** @param self the session of this page */
    Room(Id self) {
        this.self = self;
    }

    /** The connection is gone, and with it the knowledge of who is here. */
    void lose() {
        people.clear();
        gathering.lose();
    }

    Gathering gathering() {
        return gathering;
    }

    /** What the person before this page is called. */
    String name() {
        return name;
    }

    /** The person before this page as the author of what they say. */
    Author author(Id person) {
        return new Author(person, name, colour);
    }

    /** The page of a person that came last, but not this one; {@link Id#NONE} if there is none. */
    Id sessionOf(Id person) {
        Id session = Id.NONE;
        for (Message.Someone someone : people.values()) {
            if (someone.person().equals(person) && !someone.session().equals(self)) {
                session = someone.session();
            }
        }
        return session;
    }

    /** A person's place in {@link #people}, or −1 if they are not here. */
    int placeOf(Id person) {
        int place = 0;
        for (Message.Someone someone : people.values()) {
            if (someone.person().equals(person)) {
                return place;
            }
            place++;
        }
        return -1;
    }

    /** The names of the others who are here and of those who said something, each once. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        people.values().forEach(someone -> names.add(someone.name()));
        lines.values().forEach(line -> names.add(line.name()));
        names.remove(name);
        return names;
    }

    void receive(Message.People message) {
        for (Message.Someone someone : message.here()) {
            people.put(someone.session(), someone);
        }
        for (Id gone : message.left()) {
            people.remove(gone);
        }
    }

    void receive(Message.Chat chat) {
        for (Message.Saying line : chat.lines()) {
            unheard.remove(line.id());
            lines.put(line.id(), line);
        }
    }

    /** Takes the name and colour of this page's person. */
    void introduce(String name, int colour) {
        this.name = name;
        this.colour = colour;
    }

    /**
     * Says something: it is shown at once and counts as unheard until the server tells it to all.
     *
     * @throws EditRefused if it is too long
     */
    Message.Say say(Id id, Id person, long time, String text) {
        if (text.length() > Message.LONGEST_SAYING) {
            throw new EditRefused("A line of the chat has at most " + Message.LONGEST_SAYING + " characters.");
        }
        Message.Say said = new Message.Say(id, text);
        unheard.put(id, said);
        lines.put(id, new Message.Saying(id, person, name, colour, time, text));
        return said;
    }

    /** What was said while the connection was lost. */
    List<Message.Say> unheard() {
        return List.copyOf(unheard.values());
    }

    String people(Handles handles) {
        Json json = new Json();
        for (Message.Someone someone : people.values()) {
            Presence presence = someone.presence();
            json.next()
                    .with("session", someone.session().toString())
                    .with("person", someone.person().toString())
                    .with("name", someone.name())
                    .with("colour", someone.colour())
                    .with("self", someone.session().equals(self))
                    .with("pointerPlace", handles.of(presence.pointerPlace()))
                    .with("pointerTick", presence.pointerTick())
                    .with("pointerPitch", presence.pointerPitch())
                    .with("playhead", presence.playhead())
                    .with("playing", presence.playing())
                    .with("open", handles.of(presence.open()))
                    .with("selection", selection(presence, handles));
        }
        return json.toString();
    }

    /** Who listens to takes of a proposal now: session, name, colour and take. */
    String listeners(List<Message.Listening> listening, Id proposal) {
        Json json = new Json();
        for (Message.Listening each : listening) {
            Message.Someone someone = people.get(each.session());
            if (someone != null && each.proposal().equals(proposal)) {
                json.next()
                        .with("session", each.session().toString())
                        .with("name", someone.name())
                        .with("colour", someone.colour())
                        .with("take", each.take());
            }
        }
        return json.toString();
    }

    private static int[] selection(Presence presence, Handles handles) {
        List<Integer> known = new ArrayList<>();
        for (Id id : presence.selection()) {
            int handle = handles.of(id);
            if (handle != Handles.NONE) {
                known.add(handle);
            }
        }
        int[] selection = new int[known.size()];
        for (int i = 0; i < selection.length; i++) {
            selection[i] = known.get(i);
        }
        return selection;
    }

    String chat() {
        List<Message.Saying> sorted = new ArrayList<>(lines.values());
        sorted.sort((a, b) -> Long.compare(a.time(), b.time()));
        Json json = new Json();
        for (Message.Saying line : sorted) {
            json.next()
                    .with("id", line.id().toString())
                    .with("person", line.person().toString())
                    .with("name", line.name())
                    .with("colour", line.colour())
                    .with("time", line.time())
                    .with("text", line.text());
        }
        return json.toString();
    }
}
