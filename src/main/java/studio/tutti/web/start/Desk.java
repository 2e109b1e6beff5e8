package studio.tutti.web.start;

import static studio.tutti.web.words.Words.t;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.account.Shelf;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.protocol.Message.Someone;
import studio.tutti.exchange.DemoSong;
import studio.tutti.exchange.Template;
import studio.tutti.web.picture.SongPicture;

/** What the start page knows and does. */
@Component
class Desk {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Songs songs;
    private final Rooms rooms;
    private final Shelf shelf;
    private final People people;

    Desk(Songs songs, Rooms rooms, Shelf shelf, People people) {
        this.songs = songs;
        this.rooms = rooms;
        this.shelf = shelf;
        this.people = people;
    }

    Songs songs() {
        return songs;
    }

    /** The songs that a person made or opened, the last opened first, trashed ones included. */
    List<Song> songsOf(Id person) {
        return songs.find(shelf.of(person).stream().map(Shelf.Place::link).toList());
    }

    void keep(Id person, Song song) {
        shelf.opened(person, song.link());
    }

    void remove(Song song, Id person) {
        shelf.remove(person, song.link());
    }

    Song blank(Id person) {
        Song song = songs.create(person, t("New song"), Beginning.blank());
        keep(person, song);
        return song;
    }

    Song begin(Template template, Id person) {
        IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
        Song song = songs.create(person, t(template.title()), template.operations(ids, name -> t(name)));
        keep(person, song);
        return song;
    }

    /** A copy of the demo song for this person, to be played with freely. */
    Song demo(Id person) {
        Song song = songs.create(person, DemoSong.NAME, DemoSong.operations());
        keep(person, song);
        return song;
    }

    Song imported(String file, studio.tutti.exchange.Song read, Id person) {
        Song song = songs.create(person, file, read.operations());
        keep(person, song);
        return song;
    }

    Song duplicate(Song song, Id person) {
        Song copy = songs.duplicate(song.link(), person, t("Copy of {0}", song.name()));
        keep(person, copy);
        return copy;
    }

    SongPicture picture(Song song) {
        return new SongPicture(songs.arrangement(song.link()));
    }

    String whose(Song song) {
        return people.find(song.maker()).map(maker -> t("by {0}", maker.name())).orElse(t("shared with you"));
    }

    /** Who is in a song now, each once. */
    List<Person> peopleIn(Song song) {
        Map<Id, Person> here = new LinkedHashMap<>();
        for (Someone each : rooms.people(song.link())) {
            here.put(each.person(), new Person(each.person(), each.name(), each.colour()));
        }
        return List.copyOf(here.values());
    }
}
