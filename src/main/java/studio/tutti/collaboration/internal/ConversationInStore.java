package studio.tutti.collaboration.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import studio.tutti.collaboration.Conversation;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.internal.room.AllRooms;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.SayingStore;
import studio.tutti.collaboration.internal.store.SongStore;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;

/** The chat, in the store and in the rooms. */
@Service
class ConversationInStore implements Conversation {

    private final SongStore songs;
    private final SayingStore sayings;
    private final AllRooms rooms;

    ConversationInStore(SongStore songs, SayingStore sayings, AllRooms rooms) {
        this.songs = songs;
        this.sayings = sayings;
        this.rooms = rooms;
    }

    private UUID open(String link) {
        return Key.of(songs.find(link).filter(song -> !song.trashed()).orElseThrow(NoSuchSong::new).id());
    }

    @Override
    public List<Message.Saying> lines(String link, int most) {
        return sayings.latest(open(link), most);
    }

    @Override
    public void say(String link, Id id, Id person, String name, int colour, String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to say in this line.");
        }
        if (words.length() > Message.LONGEST_SAYING) {
            throw new IllegalArgumentException("A line has at most " + Message.LONGEST_SAYING + " characters.");
        }
        rooms.say(open(link), new Message.Saying(id, person, name, colour, System.currentTimeMillis(), words));
    }
}
