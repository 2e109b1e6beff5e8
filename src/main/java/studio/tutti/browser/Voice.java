package studio.tutti.browser;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Presence;
import studio.tutti.core.protocol.View;

/** What a page says to the room beside its edits. Nothing but lines of the chat waits while the connection is lost. */
final class Voice {

    private final OpenSong song;

    Voice(OpenSong song) {
        this.song = song;
    }

    /** Tells the others where the person is, see {@link Presence}; place, opened clip and selection by the page's handles. */
    void here(int place, int tick, int pitch, int playhead, boolean playing, int open, int[] selection) {
        if (song.isOnline()) {
            Handles handles = song.handles();
            List<Id> selected = handles.ids(selection, Presence.MOST_SELECTED);
            song.send(new Message.Here(new Presence(
                    handles.id(place), tick, pitch, Math.max(0, playhead), playing, handles.id(open), selected)));
        }
    }

    /** Says something to the room; while the connection is lost it waits. Returns the line's id. */
    Id say(String text, double now) {
        Message.Say said = song.room().say(song.ids().next(), song.song().person(), (long) now, text);
        song.sight().changes().note(Changes.CHAT);
        if (song.isOnline()) {
            song.send(said);
        }
        return said.id();
    }

    /** Takes a new name and colour. */
    void introduce(String name, int colour) {
        song.room().introduce(name, colour);
        if (song.isOnline()) {
            song.send(new Message.Introduce(name, colour));
        }
    }

    /** Asks whether the server is still there. */
    void ping(int nonce) {
        song.send(new Message.Ping(nonce));
    }

    /** Goes with a person from now on, or with nobody, {@link Id#NONE}. */
    void follow(Id person) {
        look(song.room().gathering().follow(person, song.room().sessionOf(person)));
    }

    /** Tells those who go with this page what is seen here now. */
    void show(View view) {
        List<Id> followers = song.room().gathering().followers();
        if (!followers.isEmpty()) {
            look(List.of(new Message.Look(Message.Looking.VIEW, followers, view)));
        }
    }

    /** Asks everyone to come to what is seen here. */
    void gather(View view) {
        look(List.of(new Message.Look(Message.Looking.GATHER, List.of(), view)));
    }

    void look(List<Message.Look> looks) {
        if (song.isOnline()) {
            looks.forEach(song::send);
        }
    }
}
