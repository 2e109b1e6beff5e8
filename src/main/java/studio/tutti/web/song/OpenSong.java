package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.account.Shelf;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.Absence;
import studio.tutti.collaboration.Conversation;
import studio.tutti.collaboration.Edits;
import studio.tutti.collaboration.PastEdit;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.Version;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Saying;
import studio.tutti.core.protocol.Message.Someone;
import studio.tutti.credit.CreditSheet;
import studio.tutti.credit.Credits;
import studio.tutti.exchange.BounceOrder;
import studio.tutti.exchange.Bounced;
import studio.tutti.exchange.Bounces;
import studio.tutti.finishing.ToolMade;
import studio.tutti.finishing.ToolOrder;
import studio.tutti.finishing.Tools;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Jobs;
import studio.tutti.library.Media;
import studio.tutti.library.Medium;
import studio.tutti.proposal.Proposals;
import studio.tutti.share.SharedSong;
import studio.tutti.share.Shares;

/** A song as the panels around it see it: one link, one person before it. */
final class OpenSong {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The parts of the house that a song's panels need. */
    @Component
    record House(Songs songs, Rooms rooms, Conversation conversation, Versions versions, Edits edits, Shelf shelf, People people,
            Jobs jobs, Bounces bounces, Shares shares, Credits credits, Proposals proposals, Media media, Tools tools) {
    }

    /** Of those who never told a name. */
    private static final int NO_COLOUR = 0x8390a0;

    private final String link;
    private final House house;
    private final Map<Id, Person> known = new HashMap<>();
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
        known.remove(me.id());
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
        Song copy = house.songs().duplicate(link, me.id(), t("Copy of {0}", song().map(Song::name).orElse("")));
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

    CreditSheet creditSheet() {
        return house.credits().of(link, me.id());
    }

    List<PastEdit> edits(Edits.Wanted wanted, int most) {
        return house.edits().page(link, wanted, most);
    }

    /** Takes an edit back; returns whether all of it. */
    boolean takeBack(Id edit) {
        return house.edits().takeBack(link, me.id(), edit);
    }

    /** Everyone who made an edit of the song. */
    List<Person> editors() {
        return house.edits().authors(link).stream().map(this::person).toList();
    }

    /** What others did since this person left. */
    Optional<Absence> missed() {
        return house.edits().missed(link, me.id());
    }

    /** Somebody, whether they are here or not. */
    Person person(Id id) {
        return known.computeIfAbsent(id, each -> each.equals(me.id()) ? me : house.people().find(each)
                .orElseGet(() -> new Person(each, "Somebody", NO_COLOUR)));
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

    void bounce(Encoding encoding, int rate, int[] bars, boolean mix, boolean stems) {
        house.bounces().order(link, me.id(), encoding, rate, bars, mix, stems);
    }

    /** The song finished as sound, if the band has accepted a master. */
    Optional<MasterSound> master() {
        return house.songs().read(link, (revision, today) -> Optional.ofNullable(MasterSound.of(today)));
    }

    /** Asks for a master; what is left out of the settings is as it is first. */
    void askForMaster(Map<String, String> settings) {
        house.proposals().ask(link, new Proposal.Who(me.id(), me.name(), me.colour()), new Message.AskFor(new Id(RANDOM.nextLong() | 1, RANDOM.nextLong()),
                Card.MASTERING, 0, 0, List.of(), List.of(), List.of(), new Settings(settings), 0, 0, Id.NONE));
    }

    /** Takes a file in. */
    Medium keep(String name, InputStream in) throws IOException {
        return house.media().keep(me.id(), name, "", in);
    }

    /** The card of what an assistant makes; empty if the job is something else, or somebody's own. */
    Optional<Card> proposed(Job job) {
        if (!job.kind().startsWith(Proposals.JOB)) {
            return Optional.empty();
        }
        return house.proposals().find(link, me.id(), new Id(job.id().getMostSignificantBits(), job.id().getLeastSignificantBits()))
                .map(Proposal::card);
    }

    Optional<BounceOrder> ordered(Job job) {
        return house.bounces().order(job);
    }

    /** Which audio tool a job is; empty if it is none. */
    Optional<ToolOrder> tool(Job job) {
        return house.tools().order(job);
    }

    Optional<Bounced> bounced(Job job) {
        return house.bounces().result(job).or(() -> house.tools().result(job).map(ToolMade::file));
    }

    /** The song's latest jobs, the last asked for first. */
    List<Job> jobs(int most) {
        return song().map(found -> house.jobs().of(found.id(), most)).orElse(List.of());
    }

    Optional<Job> job(UUID id) {
        return house.jobs().find(id);
    }

    /** How many jobs of other songs are under way. */
    long jobsOfOthers() {
        Optional<Song> here = song();
        return house.jobs().underWay(200).stream().filter(job -> here.isEmpty() || !job.song().equals(here.get().id())).count();
    }

    /** Lets a live job end with what it has. */
    void stop(UUID job) {
        house.jobs().stop(job);
    }

    void cancel(UUID job) {
        house.jobs().cancel(job);
    }

    /** The links to listen by that hold. */
    List<SharedSong> shares() {
        return song().map(found -> house.shares().of(found.id())).orElse(List.of());
    }

    void share() {
        house.shares().create(link, me.id(), credits());
    }

    void renew(SharedSong shared) {
        house.shares().renew(shared.token(), me.id(), credits());
    }

    void revoke(SharedSong shared) {
        house.shares().revoke(shared.token());
    }

    private String credits() {
        List<String> names = editors().stream().map(Person::name).filter(name -> !name.equals("Somebody")).distinct().toList();
        return names.isEmpty() ? me.name() : String.join(", ", names);
    }

    long head() {
        return song().map(Song::head).orElse(0L);
    }

    Jobs.Watch watchJobs(Runnable changed) {
        return song().map(found -> house.jobs().watch(found.id(), changed)).orElse(() -> { });
    }

    Rooms.Watch watch(Rooms.Watcher watcher) {
        return house.rooms().watch(link, watcher);
    }

    List<Person> people() {
        return peopleOf(house.rooms().people(link));
    }
}
