package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.collaboration.Edits.Wanted;
import studio.tutti.collaboration.PastEdit.Standing;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Looking;
import studio.tutti.core.protocol.View;

@DisplayName("Being together in a song")
class TogetherTest {

    private static @TempDir Path data;
    private static Node node;
    private Band band;
    private Song song;

    @BeforeAll
    static void start() {
        node = Node.alone(data);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void begin() {
        band = new Band();
        song = node.songs().create(Secret.fresh().person(), "Our song", List.of());
    }

    @AfterEach
    void end() {
        band.close();
    }

    private static Edits edits() {
        return node.bean(Edits.class);
    }

    private PastEdit pastEdit(Edit edit) {
        return edits().page(song.link(), Wanted.LATEST, 100).stream().filter(each -> each.edit().equals(edit.id())).findFirst().orElseThrow();
    }

    private static String nameOf(LoadPage page, Id track) {
        return page.read(replica -> replica.arrangement().find(track).text(Property.NAME));
    }

    @Test
    @DisplayName("lists the edits of each, the latest first, page by page, and finds them by person and by what they did")
    void lists() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        for (int i = 0; i < 5; i++) {
            Band.addTrack(anna, "Track " + i);
            Band.setTempo(ben, 400_000 + i);
            band.untilOne();
        }
        List<PastEdit> all = edits().page(song.link(), Wanted.LATEST, 100);
        assertThat(all).hasSize(10).isSortedAccordingTo((a, b) -> Long.compare(b.revision(), a.revision()));
        List<PastEdit> first = edits().page(song.link(), Wanted.LATEST, 4);
        assertThat(edits().page(song.link(), new Wanted(first.getLast().revision(), 0, Id.NONE, List.of()), 100))
                .isEqualTo(all.subList(4, 10));
        assertThat(edits().page(song.link(), new Wanted(Long.MAX_VALUE, 0, ben.person(), List.of()), 100))
                .hasSize(5).allMatch(each -> each.author().equals(ben.person()) && each.label().equals(Labels.TEMPO));
        assertThat(edits().page(song.link(), new Wanted(Long.MAX_VALUE, 0, Id.NONE, Labels.matching("add a track")), 100))
                .hasSize(5).allMatch(each -> each.author().equals(anna.person()));
        assertThat(edits().authors(song.link())).containsExactlyInAnyOrder(anna.person(), ben.person());
        assertThatThrownBy(() -> edits().authors("nowhere")).isInstanceOf(NoSuchSong.class);
    }

    @Test
    @DisplayName("takes back somebody else's edit with others after it, as an ordinary edit that its maker can undo")
    void takesBack() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        Edit made = Band.addTrack(anna, "Drums");
        Id track = made.operations().getFirst().element();
        band.untilOne();
        Edit rename = anna.edit(Labels.TRACK_CHANGE, List.of(
                new Operation.Set(track, Property.NAME, "Congas"), new Operation.Set(track, Property.PAN, 300L)));
        band.untilOne();
        ben.edit(Labels.TRACK_CHANGE, List.of(new Operation.Set(track, Property.VOLUME, -600L)));
        Band.setTempo(ben, 400_000);
        band.untilOne();
        assertThat(pastEdit(rename).standing()).isEqualTo(Standing.WHOLE);

        assertThat(edits().takeBack(song.link(), ben.person(), rename.id())).isTrue();
        Band.until("both pages have it", () -> nameOf(anna, track).equals("Drums") && nameOf(ben, track).equals("Drums"));
        band.untilOne();
        assertThat(anna.<Long>read(replica -> replica.checksum())).isEqualTo(ben.read(replica -> replica.checksum()));
        assertThat(ben.<Long>read(replica -> replica.arrangement().find(track).number(Property.VOLUME))).isEqualTo(-600);
        assertThat(pastEdit(rename).standing()).isEqualTo(Standing.TAKEN_BACK);
        assertThat(edits().page(song.link(), Wanted.LATEST, 1).getFirst().label()).isEqualTo(Labels.takingBack(Labels.TRACK_CHANGE));
        assertThatThrownBy(() -> edits().takeBack(song.link(), ben.person(), rename.id()))
                .isInstanceOf(EditRefused.class).hasMessageContaining("taken back already");

        ben.undo();
        Band.until("Ben's undo brings Anna's edit back", () -> nameOf(anna, track).equals("Congas"));
        band.untilOne();
        assertThat(anna.<Long>read(replica -> replica.checksum())).isEqualTo(ben.read(replica -> replica.checksum()));
        assertThat(node.songs().arrangement(song.link()).find(track).number(Property.PAN)).isEqualTo(300);
    }

    @Test
    @DisplayName("takes back what is left of an edit that others changed since, and says who did, and refuses where nothing is")
    void takesBackPartly() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        Edit made = Band.addTrack(anna, "Drums");
        Id track = made.operations().getFirst().element();
        band.untilOne();
        Edit both = anna.edit(Labels.TRACK_CHANGE, List.of(
                new Operation.Set(track, Property.NAME, "Congas"), new Operation.Set(track, Property.PAN, 300L)));
        Edit tempo = Band.setTempo(anna, 400_000);
        band.untilOne();
        ben.edit(Labels.TRACK_CHANGE, List.of(new Operation.Set(track, Property.NAME, "Bongos")));
        Band.setTempo(ben, 300_000);
        band.untilOne();
        assertThat(pastEdit(both)).satisfies(each -> {
            assertThat(each.standing()).isEqualTo(Standing.PARTLY);
            assertThat(each.by()).containsExactly(ben.person());
        });
        assertThat(pastEdit(tempo)).satisfies(each -> {
            assertThat(each.standing()).isEqualTo(Standing.CHANGED);
            assertThat(each.by()).containsExactly(ben.person());
        });
        assertThat(edits().takeBack(song.link(), anna.person(), both.id())).isFalse();
        Arrangement today = node.songs().arrangement(song.link());
        assertThat(today.find(track).text(Property.NAME)).isEqualTo("Bongos");
        assertThat(today.find(track).number(Property.PAN)).isZero();
        assertThatThrownBy(() -> edits().takeBack(song.link(), anna.person(), tempo.id()))
                .isInstanceOf(EditRefused.class).hasMessageContaining("changed since");
        assertThatThrownBy(() -> edits().takeBack(song.link(), anna.person(), new Id(5, 5)))
                .isInstanceOf(EditRefused.class).hasMessageContaining("never part of the song");
    }

    @Test
    @DisplayName("tells those who come back what the others did meanwhile, and nobody else")
    void away() {
        Secret annas = Secret.fresh();
        LoadPage anna = band.page(annas);
        anna.connect(node.url(), song.link()).orTimeout(30, TimeUnit.SECONDS).join();
        LoadPage ben = band.in(node, song.link());
        Band.addTrack(anna, "Drums");
        band.untilOne();
        assertThat(edits().missed(song.link(), anna.person())).as("she is here").isEmpty();
        anna.close();
        Band.until("she has left", () -> node.bean(Rooms.class).people(song.link()).size() == 1);
        ben.edit(Labels.SECTION_ADD, List.of(new Operation.Add(ben.read(replica -> replica.newId()), Kind.SECTION,
                Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Chorus", Property.LENGTH, 3840L))));
        Band.setTempo(ben, 400_000);
        ben.edit(Labels.COMMENT_ADD, List.of(new Operation.Add(ben.read(replica -> replica.newId()), Kind.COMMENT,
                Map.of(Property.PARENT, Arrangement.ROOT, Property.TEXT, "Faster", Property.HOLDER, ben.person()))));
        Band.until("it is stored", () -> ben.read(replica -> replica.pendingCount()) == 0);
        Band.until("her leaving is kept", () -> edits().missed(song.link(), anna.person()).isPresent());
        Absence absence = edits().missed(song.link(), anna.person()).orElseThrow();
        assertThat(absence.deeds()).containsExactly(new Absence.Deeds(ben.person(), 2, 1, List.of("Chorus")));
        assertThat(edits().page(song.link(), new Wanted(Long.MAX_VALUE, absence.since(), Id.NONE, List.of()), 100)).hasSize(3);
        assertThat(edits().missed(song.link(), Secret.fresh().person())).as("who was never here").isEmpty();
    }

    @Test
    @DisplayName("tells a view to those who go along and to nobody else, and an invitation to all others")
    void looking() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        LoadPage clara = band.in(node, song.link());
        View view = new View(3_840, 61_440, Id.NONE, Id.NONE, true, 0, 960, 64);
        ben.say(new Message.Look(Looking.FOLLOW, List.of(anna.session()), View.NOTHING));
        assertThat(band.hears(anna, Message.Looked.class, each -> true).session()).isEqualTo(ben.session());
        anna.say(new Message.Look(Looking.VIEW, List.of(ben.session()), view));
        assertThat(band.hears(ben, Message.Looked.class, each -> each.what() == Looking.VIEW).view()).isEqualTo(view);
        anna.say(new Message.Look(Looking.GATHER, List.of(), view));
        assertThat(band.hears(clara, Message.Looked.class, each -> true).what()).isEqualTo(Looking.GATHER);
        band.hears(ben, Message.Looked.class, each -> each.what() == Looking.GATHER);
        assertThat(band.heard.get(anna)).filteredOn(Message.Looked.class::isInstance).hasSize(1);
    }
}
