package studio.tutti.collaboration;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;

/** The chat beside a song. */
public interface Conversation {

    /**
     * The latest lines of a song's chat, oldest first.
     *
     * @param most how many
     * @throws NoSuchSong if there is none behind the link
     */
    List<Message.Saying> lines(String link, int most);

    /**
     * Says a line in a song's room, on every node.
     *
     * @param id of the line; saying it again with the same id changes nothing
     * @param person who says it
     * @param name what the person is called
     * @param colour the person's colour, 24-bit RGB
     * @param text 1 to {@value Message#LONGEST_SAYING} characters
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException with a sentence for the person, if the text is empty or too long
     */
    void say(String link, Id id, Id person, String name, int colour, String text);
}
