package studio.tutti.core.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

@DisplayName("The ways of sound through the mixer")
class RoutingTest {

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(3, 0);

    @Test
    @DisplayName("a solo is heard through folder and bus, and silences the rest; a soloed bus is heard with what is sent to it")
    void solo() {
        Id folder = track("Band", TrackType.FOLDER);
        Id bass = track("Bass", TrackType.INSTRUMENT, Property.FOLDER, folder);
        Id kick = track("Kick", TrackType.DRUMS, Property.FOLDER, folder);
        Id voice = track("Voice", TrackType.INSTRUMENT);
        Id hall = track("Hall", TrackType.BUS);
        Id fromBass = send(bass, hall);
        Id fromVoice = send(voice, hall);
        assertThat(heard()).containsExactly("Band", "Bass", "Kick", "Voice", "Hall", "Bass>Hall", "Voice>Hall");
        set(bass, Property.SOLO, 1L);
        assertThat(heard()).containsExactly("Band", "Bass", "Hall", "Bass>Hall");
        set(bass, Property.SOLO, 0L);
        set(folder, Property.SOLO, 1L);
        assertThat(heard()).containsExactly("Band", "Bass", "Kick", "Hall", "Bass>Hall");
        set(folder, Property.SOLO, 0L);
        set(hall, Property.SOLO, 1L);
        assertThat(heard()).containsExactly("Hall", "Bass>Hall", "Voice>Hall");
        set(folder, Property.MUTED, 1L);
        assertThat(heard()).containsExactly("Hall", "Voice>Hall");
        assertThat(List.of(fromBass, fromVoice)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a side-chain carries no solo: what listens to a soloed track stays silent")
    void soloOfSource() {
        Id kick = track("Kick", TrackType.DRUMS);
        Id pad = track("Pad", TrackType.INSTRUMENT);
        add(Kind.DEVICE, pad, Property.DEVICE, "compressor", Property.SOURCE, kick);
        set(kick, Property.SOLO, 1L);
        assertThat(heard()).containsExactly("Kick");
    }

    @Test
    @DisplayName("of edits that close a circle together the one with the later id is left out, sends before side-chains, and it is said")
    void circles() {
        Id a = track("A", TrackType.BUS);
        Id b = track("B", TrackType.BUS);
        Id first = send(a, b);
        send(b, a);
        Id device = add(Kind.DEVICE, a, Property.DEVICE, "compressor", Property.SOURCE, b);
        Routing routing = new Routing(song);
        assertThat(routing.sends()).extracting(Element::id).containsExactly(first);
        assertThat(routing.source(song.find(device))).isNull();
        assertThat(routing.leftOut()).containsExactly(
                "The send from “B” to “A” is left out: it would make a circle.",
                "The side-chain from “B” to “A” is left out: it would make a circle.");
        apply(new Operation.Remove(first));
        assertThat(new Routing(song).source(song.find(device))).as("B sends to A").isNotNull();
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("never go in a circle, whatever was done, and are the same whatever the order it was done in")
    void acyclic(long seed) {
        Random random = new Random(seed);
        List<Id> buses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            buses.add(track("Bus " + i, TrackType.BUS));
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Id from = buses.get(random.nextInt(8));
            Id to = buses.get(random.nextInt(8));
            operations.add(random.nextBoolean()
                    ? new Operation.Add(ids.next(), Kind.SEND, Map.of(Property.PARENT, from, Property.DESTINATION, to))
                    : new Operation.Add(ids.next(), Kind.DEVICE,
                            Map.of(Property.PARENT, to, Property.SOURCE, from, Property.DEVICE, "compressor")));
        }
        Arrangement other = new Arrangement();
        for (int handle = 1; handle < song.handles(); handle++) {
            Element track = song.at(handle);
            apply(other, new Operation.Add(track.id(), Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT,
                    Property.TYPE, TrackType.BUS.code(), Property.NAME, track.text(Property.NAME), Property.ORDER, track.text(Property.ORDER))));
        }
        operations.forEach(this::apply);
        Collections.shuffle(operations, random);
        operations.forEach(operation -> apply(other, operation));
        Routing routing = new Routing(song);
        assertThat(routing.leftOut()).isNotEmpty().isEqualTo(new Routing(other).leftOut());
        for (Id one : buses) {
            for (Id two : buses) {
                boolean both = routing.reaches(song.find(one), song.find(two)) && routing.reaches(song.find(two), song.find(one));
                assertThat(both).as("%s and %s", one, two).isEqualTo(one.equals(two));
            }
        }
    }

    @Test
    @DisplayName("can be told of any song that random edits make")
    void anySong() {
        RandomEdits edits = new RandomEdits(new Dice(5), ids);
        int sends = 0;
        int sources = 0;
        for (int i = 0; i < 4000; i++) {
            try {
                song.apply(new Edit(ids.next(), new Id(1, 1), i, "", Id.NONE, edits.next(song)));
            } catch (EditRefused broken) {
                continue;
            }
            Routing routing = new Routing(song);
            sends = Math.max(sends, routing.sends().size());
            for (Element track : routing.tracks()) {
                for (Element device : Inserts.of(track)) {
                    sources += routing.source(device) == null ? 0 : 1;
                    var type = Inserts.type(device);
                    assertThat(type == null ? new double[1] : Inserts.values(device, type)).doesNotContain(Double.NaN);
                }
            }
        }
        assertThat(sends).isPositive();
        assertThat(sources).isPositive();
    }

    private List<String> heard() {
        Routing routing = new Routing(song);
        Audibility audibility = new Audibility(song, routing);
        List<String> heard = new ArrayList<>();
        for (Element track : routing.tracks()) {
            if (audibility.sounds(track)) {
                heard.add(track.text(Property.NAME));
            }
        }
        for (Element send : routing.sends()) {
            if (audibility.sends(send)) {
                heard.add(send.parent().text(Property.NAME) + ">" + routing.bus(send).text(Property.NAME));
            }
        }
        return heard;
    }

    private Id track(String name, TrackType type, Object... more) {
        List<Object> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(Property.NAME, name, Property.TYPE, type.code(), Property.ORDER, "a" + (char) ('a' + song.handles())));
        return add(Kind.TRACK, Arrangement.ROOT, all.toArray());
    }

    private Id send(Id from, Id to) {
        return add(Kind.SEND, from, Property.DESTINATION, to);
    }

    private Id add(Kind kind, Id parent, Object... values) {
        Map<Property, Object> all = new HashMap<>(Map.of(Property.PARENT, parent));
        for (int i = 0; i < values.length; i += 2) {
            all.put((Property) values[i], values[i + 1]);
        }
        Id id = ids.next();
        apply(new Operation.Add(id, kind, all));
        return id;
    }

    private void set(Id element, Property property, Object value) {
        apply(new Operation.Set(element, property, value));
    }

    private void apply(Operation operation) {
        apply(song, operation);
    }

    private void apply(Arrangement to, Operation operation) {
        to.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, List.of(operation)));
    }
}
