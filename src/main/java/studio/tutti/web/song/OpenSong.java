package studio.tutti.web.song;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.account.Shelf;
import studio.tutti.collaboration.Conversation;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.Version;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.protocol.Message.Saying;
import studio.tutti.core.protocol.Message.Someone;

/** A song as the panels around it see it: one link, one person before it. */
final class OpenSong {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The parts of the house that a song's panels need. */
    @Component
    record House(Songs songs, Rooms rooms, Conversation conversation, Versions versions, Shelf shelf, People people) {
    }

    private final String link;
    private final House house;
    private Person me;

    /**
     * @param link the last part of the song's address
     * @param me who sits before the page
     */
    OpenSong(String link, Person me, House house) {
        this.link = link;
        this.me = me;
        this.house = house;
    }

    String link() {
        return link;
    }

    Person me() {
        return me;
    }

    /** The person before the page goes by another name or colour now. */
    void rename(Person me) {
        this.me = me;
    }

    Optional<Song> song() {
        return house.songs().find(link).filter(song -> !song.trashed());
    }

    void rename(String name) {
        house.songs().rename(link, me.id(), name);
    }

    void opened() {
        house.shelf().opened(me.id(), link);
    }

    Song duplicate() {
        Song copy = house.songs().duplicate(link, me.id(), "Copy of " + song().map(Song::name).orElse("a song"));
        house.shelf().opened(me.id(), copy.link());
        return copy;
    }

    /** Makes a new song of a file that was read. */
    Song imported(String file, studio.tutti.exchange.Song read) {
        Song song = house.songs().create(me.id(), file, read.operations());
        house.shelf().opened(me.id(), song.link());
        return song;
    }

    /** Adds the tracks of a file that was read, from the first bar on, as one edit. */
    void addTracks(studio.tutti.exchange.Song read) {
        IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
        house.songs().edit(link, me.id(), "song.import", read.tracksFor(house.songs().arrangement(link), 0, ids));
    }

    void trash() {
        house.songs().trash(link, me.id());
    }

    List<Saying> lines() {
        return house.conversation().lines(link, 200);
    }

    void say(Id id, String text) {
        house.conversation().say(link, id, me.id(), me.name(), me.colour(), text);
    }

    List<Version> versions() {
        return house.versions().of(link);
    }

    Version nameVersion(String name) {
        return house.versions().name(link, me.id(), name);
    }

    Arrangement at(Version version) {
        return house.versions().at(link, version.revision());
    }

    void restore(Version version) {
        house.versions().restore(link, me.id(), version.revision());
    }

    /** What somebody who is not here now is called. */
    Optional<String> nameOf(Id person) {
        return house.people().find(person).map(Person::name);
    }

    /** Each person of a room once, whoever sits before this page first. */
    List<Person> peopleOf(List<Someone> pages) {
        Map<Id, Person> people = new LinkedHashMap<>();
        people.put(me.id(), me);
        for (Someone page : pages) {
            people.putIfAbsent(page.person(), new Person(page.person(), page.name(), page.colour()));
        }
        return List.copyOf(people.values());
    }

    Rooms.Watch watch(Rooms.Watcher watcher) {
        return house.rooms().watch(link, watcher);
    }

    List<Person> people() {
        return peopleOf(house.rooms().people(link));
    }
}
