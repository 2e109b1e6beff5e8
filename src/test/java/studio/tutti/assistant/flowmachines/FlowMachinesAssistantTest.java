package studio.tutti.assistant.flowmachines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.TakeGestures;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.OwnIdea;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Flow Machines in the tray")
class FlowMachinesAssistantTest {

    private static final long BAR = 3840;
    private static final int BARS = 8;
    private static final Id ADA = new Id(1, 1);

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(7, 0);
    private FlowMachinesAssistant assistant;
    private Id piano;
    private Id bass;

    @BeforeEach
    void open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        assistant = new FlowMachinesAssistant(new Palettes(JdbcClient.create(source)));
    }

    private Id add(Kind kind, Id parent, Object... values) {
        Map<Property, Object> all = new HashMap<>(Map.of(Property.PARENT, parent));
        for (int i = 0; i < values.length; i += 2) {
            all.put((Property) values[i], values[i + 1]);
        }
        Id id = ids.next();
        song.apply(new Edit(ids.next(), ADA, 0, "test", Id.NONE, List.of(new Operation.Add(id, kind, all))));
        return id;
    }

    private Id content(Id track, long start, long length) {
        Id content = add(Kind.CONTENT, Arrangement.ROOT);
        add(Kind.CLIP, track, Property.CONTENT, content, Property.START, start, Property.LENGTH, length);
        return content;
    }

    private void note(Id content, long start, long length, long pitch, long velocity) {
        add(Kind.NOTE, content, Property.START, start, Property.LENGTH, length, Property.PITCH, pitch, Property.VELOCITY, velocity);
    }

    private void tracks() {
        piano = add(Kind.TRACK, Arrangement.ROOT, Property.NAME, "Piano", Property.TYPE, TrackType.INSTRUMENT.code());
        bass = add(Kind.TRACK, Arrangement.ROOT, Property.NAME, "Deep", Property.TYPE, TrackType.INSTRUMENT.code(), Property.PROGRAM, 33L);
    }

    /** Tune and chords beneath it, played by hand, in bars 1, 2 and 5; a bass in bars 1 and 5, where a clip repeats; chords for bars 1 and 2. */
    private void write() {
        tracks();
        Id played = content(piano, 0, 5 * BAR);
        for (long bar : new long[] {0, 1, 4}) {
            long[] tune = {67, 69, 72, 67};
            for (int beat = 0; beat < 4; beat++) {
                note(played, bar * BAR + beat * 960 + 7, 811, tune[beat], 61 + beat * 11);
            }
            note(played, bar * BAR + 13, 3500, 48, 50);
            note(played, bar * BAR + 17, 3490, 52, 51);
            add(Kind.NOTE, played, Property.START, bar * BAR + 1000, Property.LENGTH, 100L, Property.PITCH, 90L, Property.MUTED, 1L);
        }
        for (long bar : new long[] {0, 4}) {
            Id low = add(Kind.CONTENT, Arrangement.ROOT);
            add(Kind.CLIP, bass, Property.CONTENT, low, Property.START, bar * BAR, Property.LENGTH, BAR, Property.LOOP, BAR / 2);
            note(low, 11, 900, 36, 103);
            note(low, 965, 901, 43, 77);
        }
        add(Kind.CHORD, Arrangement.ROOT, Property.START, 0L, Property.LENGTH, 3830L, Property.SYMBOL, "C");
        add(Kind.CHORD, Arrangement.ROOT, Property.START, 3830L, Property.LENGTH, 3850L, Property.SYMBOL, "Am7");
    }

    private List<Take> propose(List<Id> targets, Map<String, String> set) throws Exception {
        Offer offer = assistant.offer();
        Card card = new Card(offer.id(), offer.tool(), offer.name(), offer.version(), 0, BARS * BAR, List.of(), targets, List.of(), List.of(),
                new Settings(set).on(offer), 5, 1, 1, 0, Rights.OWN, Id.NONE);
        Sink sink = new Sink(card.settings());
        assistant.propose(new Ask("song", song, card, ADA), sink);
        assertThat(sink.taken).hasSize(1);
        return sink.taken;
    }

    private static final class Sink implements TakeSink {
        private final List<Take> taken = new ArrayList<>();
        private final Settings settings;

        Sink(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void progress(double share) {
            assertThat(share).isBetween(0.0, 1.0);
        }

        @Override
        public boolean has(int number) {
            return false;
        }

        @Override
        public void partial(int number, Take soFar) {
            throw new AssertionError();
        }

        @Override
        public void take(int number, Take take) {
            taken.add(take);
        }

        @Override
        public Settings settings() {
            return settings;
        }

        @Override
        public boolean isStopped() {
            return false;
        }
    }

    private void accept(Take take) {
        song.apply(new Edit(ids.next(), ADA, 0, "test", Id.NONE,
                TakeGestures.lay(song, ids, take, 0, BARS * BAR, TakeGestures.Manner.IN_PLACE, "test").operations()));
    }


    /** All that stands of some kinds: each element's id with all that it has. */
    private Map<Id, String> all(Kind... kinds) {
        Map<Id, String> all = new HashMap<>();
        for (int handle = 0; handle < song.handles(); handle++) {
            Element element = song.at(handle);
            if (element.isAlive() && List.of(kinds).contains(element.kind())) {
                Map<String, String> has = new TreeMap<>();
                for (Property property : List.of(Property.START, Property.LENGTH, Property.PITCH, Property.VELOCITY, Property.MUTED, Property.LOOP,
                        Property.OFFSET)) {
                    has.put(property.name(), element.kind() == Kind.CHORD && property.ordinal() > Property.LENGTH.ordinal() ? "" : read(element, property));
                }
                all.put(element.id(), element.kind() + " " + has + (element.kind() == Kind.CHORD ? element.text(Property.SYMBOL) : ""));
            }
        }
        return all;
    }

    private static String read(Element element, Property property) {
        try {
            return "" + element.number(property);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    /** Bars, from 1, in which notes begin that weren't there before. */
    private Set<Integer> barsWithNew(Set<Id> before) {
        Set<Integer> bars = new TreeSet<>();
        Map<Id, Element> clips = new HashMap<>();
        for (int handle = 0; handle < song.handles(); handle++) {
            Element element = song.at(handle);
            if (element.isAlive() && element.kind() == Kind.CLIP) {
                clips.put(element.reference(Property.CONTENT), element);
            }
        }
        for (int handle = 0; handle < song.handles(); handle++) {
            Element element = song.at(handle);
            if (element.isAlive() && element.kind() == Kind.NOTE && !before.contains(element.id())) {
                Element clip = clips.get(element.reference(Property.PARENT));
                bars.add((int) ((element.start() + clip.start() - clip.number(Property.OFFSET)) / BAR) + 1);
            }
        }
        return bars;
    }

    /** The same on one track, where other notes were. */
    private Set<Integer> barsOn(Id track, List<Take.Note> before) {
        Set<Integer> bars = new TreeSet<>();
        OwnIdea.sounding(song, song.alive(track), 0, BARS * BAR).stream().filter(note -> !before.contains(note))
                .forEach(note -> bars.add((int) (note.start() / BAR) + 1));
        return bars;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fill", "fitting"})
    @DisplayName("fill empty bars and leave every note, clip and chord that stands as it was, to the byte")
    void fills(String task) throws Exception {
        write();
        Map<Id, String> before = all(Kind.NOTE, Kind.CLIP, Kind.CHORD);
        Set<Id> notes = new HashSet<>(before.keySet());
        accept(propose(List.of(piano, bass), Map.of("task", task)).getFirst());
        assertThat(all(Kind.NOTE, Kind.CLIP, Kind.CHORD)).containsAllEntriesOf(before);
        assertThat(barsWithNew(notes)).contains(3, 7).doesNotContain(1, 5);
        assertThat(all(Kind.TRACK)).hasSize(2);
        assertThat(all(Kind.CHORD)).hasSizeGreaterThan(3);
    }

    @Test
    @DisplayName("fill the empty bars of lines that stand on tracks of their own, and double nothing")
    void newTracks() throws Exception {
        write();
        Map<Id, String> before = all(Kind.NOTE, Kind.CLIP, Kind.CHORD);
        Take take = propose(List.of(), Map.of("task", "fill")).getFirst();
        assertThat(take.parts()).hasSize(2);
        assertThat(take.parts().getFirst().notes()).isNotEmpty().allSatisfy(note -> assertThat(note.start() / BAR).isNotIn(0L, 1L, 4L))
                .allSatisfy(note -> assertThat((note.end() - 1) / BAR).isNotIn(0L, 1L, 4L));
        assertThat(take.parts().getLast().notes()).isNotEmpty().allSatisfy(note -> assertThat(note.start() / BAR).isNotIn(0L, 4L));
        accept(take);
        assertThat(all(Kind.NOTE, Kind.CLIP, Kind.CHORD)).containsAllEntriesOf(before);
    }

    @Test
    @DisplayName("write between the notes that stand, and leave each of them as it was")
    void betweenNotes() throws Exception {
        tracks();
        Id played = content(piano, 0, BARS * BAR);
        for (int bar = 0; bar < BARS; bar++) {
            note(played, bar * BAR + 9, 900, 67 + bar % 3, 91);
        }
        List<Take.Note> before = OwnIdea.sounding(song, song.alive(piano), 0, BARS * BAR);
        Take take = propose(List.of(piano, bass), Map.of("task", "notes")).getFirst();
        List<Take.Note> line = take.parts().getFirst().notes();
        assertThat(line).containsAll(before);
        assertThat(line).hasSizeGreaterThan(BARS + 4);
        for (int i = 1; i < line.size(); i++) {
            assertThat(line.get(i - 1).end()).isLessThanOrEqualTo(line.get(i).start());
        }
        accept(take);
        assertThat(OwnIdea.sounding(song, song.alive(piano), 0, BARS * BAR)).containsAll(before);
        assertThat(barsOn(piano, before)).contains(1, 2, 3);
    }

    @Test
    @DisplayName("count a note that comes a little early to the bar that it sounds in, and a short one before a bar line to its own")
    void earlyNotes() throws Exception {
        tracks();
        Id played = content(piano, 0, BARS * BAR);
        for (int beat = 0; beat < 4; beat++) {
            note(played, 2 * BAR + beat * 960L - (beat == 0 ? 90 : 0), 900, 67 + beat, 91);
        }
        note(played, 5 * BAR - 110, 100, 72, 91);
        List<Take.Note> before = OwnIdea.sounding(song, song.alive(piano), 0, BARS * BAR);
        accept(propose(List.of(piano, bass), Map.of("task", "fill", "notes-per-bar", "5")).getFirst());
        Set<Integer> written = barsOn(piano, before);
        assertThat(written).contains(2, 6).doesNotContain(3, 5);
    }

    @Test
    @DisplayName("leave the chords as they are under new lines, and the melody over new chords")
    void halves() throws Exception {
        write();
        Map<Id, String> chords = all(Kind.CHORD);
        Take lines = propose(List.of(piano, bass), Map.of("task", "lines")).getFirst();
        Take harmony = propose(List.of(piano, bass), Map.of("task", "harmony")).getFirst();
        assertThat(harmony.parts()).extracting(part -> part.track()).containsExactly(bass);
        accept(lines);
        assertThat(all(Kind.CHORD)).containsAllEntriesOf(chords);
        assertThat(lines.parts()).extracting(part -> part.track()).containsExactly(piano, bass);
    }

    @Test
    @DisplayName("make everything anew, or like what stands, where that is asked for")
    void anew() throws Exception {
        write();
        for (String task : List.of("all", "vary")) {
            Take take = propose(List.of(piano, bass), Map.of("task", task)).getFirst();
            assertThat(take.parts()).hasSize(2).allSatisfy(part -> assertThat(part.notes()).isNotEmpty());
            assertThat(take.chords()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("say what is missing where nothing stands, and make all of it where that fits")
    void empty() throws Exception {
        tracks();
        for (String task : List.of("lines", "harmony", "vary")) {
            assertThatThrownBy(() -> propose(List.of(piano), Map.of("task", task))).isInstanceOf(CantPropose.class).message().endsWith(".");
        }
        accept(propose(List.of(piano, bass), Map.of()).getFirst());
        assertThat(barsWithNew(Set.of())).contains(1, 4);
    }

    @Test
    @DisplayName("say everything in Chinese as well")
    void chinese() throws Exception {
        Map<String, String> known = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("frontend/words/zh"))) {
            for (Path file : files.toList()) {
                known.putAll(JsonMapper.shared().readValue(Files.readString(file), new TypeReference<Map<String, String>>() { }));
            }
        }
        Offer offer = assistant.offer();
        Set<String> said = new TreeSet<>(List.of(offer.name(), offer.hint(), offer.rights().words()));
        for (Control control : offer.controls()) {
            said.add(control.words());
            said.add(control.hint());
            switch (control) {
                case Control.Choice choice -> choice.options().forEach(option -> {
                    said.add(option.words());
                    said.add(option.hint());
                });
                case Control.Slider slider -> {
                    said.add(slider.unit().equals(Control.Slider.NOTE) ? "" : slider.unit());
                    said.add(slider.resting());
                }
                default -> { }
            }
        }
        Offer live = new LiveFlowMachines(assistant).offer();
        said.addAll(List.of(live.name(), live.hint()));
        said.remove("");
        said.removeAll(known.keySet());
        assertThat(said).isEmpty();
    }
}
