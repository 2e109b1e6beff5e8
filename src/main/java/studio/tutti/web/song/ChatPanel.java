package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageInputI18n;
import com.vaadin.flow.component.messages.MessageList;
import com.vaadin.flow.component.messages.MessageListItem;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import studio.tutti.account.Person;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message.Saying;
import studio.tutti.web.look.Notices;

/** The conversation beside the song. */
final class ChatPanel extends Div {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OpenSong song;
    private final MessageList list = new MessageList();
    private final Paragraph empty = new Paragraph(t("Nothing said yet. What you write here is read by everyone who has the song's link."));
    private final Set<Id> known = new HashSet<>();

    ChatPanel(OpenSong song) {
        this.song = song;
        addClassName("chat");
        empty.addClassName("panel-empty");
        list.setAnnounceMessages(true);
        MessageInput input = new MessageInput(typed -> say(typed.getValue()));
        input.setI18n(new MessageInputI18n().setMessage(t("Write to the others")).setSend(t("Send")));
        add(empty, list, input);
        song.lines().forEach(this::hear);
    }

    /** Shows a line, once, however often it is told. */
    void hear(Saying line) {
        if (!known.add(line.id())) {
            return;
        }
        empty.setVisible(false);
        MessageListItem item = new MessageListItem(line.text(), Instant.ofEpochMilli(line.time()), line.name());
        item.setUserAbbreviation(new Person(line.person(), line.name(), line.colour()).initials());
        IntStream.range(0, Person.COLOURS.length)
                .filter(index -> Person.COLOURS[index] == line.colour())
                .findFirst()
                .ifPresent(item::setUserColorIndex);
        if (line.person().equals(song.me().id())) {
            item.addClassNames("own");
        }
        list.addItem(item);
    }

    private void say(String text) {
        try {
            song.say(new Id(RANDOM.nextLong(), RANDOM.nextLong()), text.strip());
        } catch (NoSuchSong | IllegalArgumentException refused) {
            Notices.refused(told(refused.getMessage()));
        }
    }
}
