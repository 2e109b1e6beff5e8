package studio.tutti.assistant.flowmachines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.assistant.flowmachines.OwnPalette.Sharing;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

@DisplayName("Palettes")
class PalettesTest {

    private static final Id ADA = new Id(1, 1);
    private static final Id BEN = new Id(2, 2);
    private Palettes palettes;

    @BeforeEach
    void open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
        palettes = in(source);
    }

    private static Palettes in(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return new Palettes(JdbcClient.create(source));
    }

    @Test
    @DisplayName("learned from one's songs are kept by PostgreSQL as by H2")
    void postgres() throws Exception {
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            palettes = in(new DriverManagerDataSource(database.url()));
            belongs();
            sharing();
        }
    }

    private static LeadSheet sheet(int notes) {
        List<ChordSpan> chords = new ArrayList<>();
        List<SheetNote> melody = new ArrayList<>();
        for (int bar = 0; bar < 8; bar++) {
            chords.add(new ChordSpan(bar * 3840, 3840, ChordSymbol.parse(bar % 2 == 0 ? "C" : "G7").orElseThrow()));
        }
        for (int i = 0; i < notes; i++) {
            melody.add(new SheetNote(i * 480, 480, 60 + i % 5));
        }
        return LeadSheet.of("Song", Key.C, Metre.COMMON, 8, chords, melody);
    }

    @Test
    @DisplayName("learned from one's songs are private until they are shared, in a song or with everybody, and no longer")
    void sharing() {
        OwnPalette own = palettes.learn(ADA, "Ada", "  Our   songs ", List.of(sheet(40), sheet(40)));
        assertThat(own.title()).isEqualTo("Our songs");
        assertThat(own.songs()).isEqualTo(2);
        assertThat(palettes.own(ADA, "song-b")).containsExactly(own);
        assertThat(palettes.own(BEN, "song-a")).isEmpty();
        assertThat(palettes.find(BEN, "song-a", own.name())).isEmpty();
        assertThat(palettes.change(ADA, own.id(), "Ours", Sharing.SONG, "song-a")).isTrue();
        assertThat(palettes.own(BEN, "song-a")).extracting(OwnPalette::title).containsExactly("Ours");
        assertThat(palettes.own(BEN, "song-b")).isEmpty();
        assertThat(palettes.find(BEN, "song-a", own.name())).hasValueSatisfying(found -> {
            assertThat(found.sheets()).containsExactly(sheet(40), sheet(40));
            assertThat(found.card().melodyFrom()).isEmpty();
            assertThat(found.card().bassFrom()).isEqualTo("band-basses");
        });
        assertThat(palettes.change(ADA, own.id(), "Ours", Sharing.EVERYBODY, "song-a")).isTrue();
        assertThat(palettes.own(BEN, "song-b")).hasSize(1);
        assertThat(palettes.change(ADA, own.id(), "Mine", Sharing.NOBODY, "song-a")).isTrue();
        assertThat(palettes.own(BEN, "song-a")).isEmpty();
    }

    @Test
    @DisplayName("shared in a song are on offer there and used there, with a hint that tells whose songs they come from")
    void offered() throws Exception {
        OwnPalette own = palettes.learn(ADA, "Ada", "Ours", List.of(sheet(40), sheet(40)));
        palettes.change(ADA, own.id(), "Ours", Sharing.SONG, "song-a");
        FlowMachinesAssistant assistant = new FlowMachinesAssistant(palettes);
        assertThat(hint(assistant, ADA, "song-a", own)).contains("Learned from songs of your own.");
        assertThat(hint(assistant, BEN, "song-a", own)).hasValueSatisfying(hint -> assertThat(hint).contains("somebody else"));
        assertThat(hint(assistant, BEN, "song-b", own)).isEmpty();
        Settings settings = new Settings(Map.of("style", own.name(), "task", "all")).on(assistant.offer(BEN, "song-a"));
        Card card = new Card("flow-machines", "", "", "", 0, 4 * 3840, List.of(), List.of(), List.of(), List.of(), settings, 1, 1, 0, 0, Rights.OWN, Id.NONE);
        Map<Integer, Take> takes = new HashMap<>();
        assistant.propose(new Ask("song-a", new Arrangement(), card, BEN), taking(takes, settings));
        assertThat(takes).containsOnlyKeys(1);
        assertThatThrownBy(() -> assistant.propose(new Ask("song-b", new Arrangement(), card, BEN), taking(takes, settings)))
                .isInstanceOf(CantPropose.class);
    }

    private static TakeSink taking(Map<Integer, Take> takes, Settings settings) {
        return new TakeSink() {
            @Override
            public void progress(double share) {}

            @Override
            public boolean has(int number) {
                return false;
            }

            @Override
            public void partial(int number, Take soFar) {}

            @Override
            public void take(int number, Take take) {
                takes.put(number, take);
            }

            @Override
            public Settings settings() {
                return settings;
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
    }

    private static Optional<String> hint(FlowMachinesAssistant assistant, Id person, String song, OwnPalette palette) {
        return ((Control.Choice) Objects.requireNonNull(assistant.offer(person, song).control("style"))).options().stream()
                .filter(each -> each.key().equals(palette.name())).map(Control.Option::hint).findFirst();
    }

    @Test
    @DisplayName("on offer are never more than pages can read, however many everybody shares; each can still be used")
    void limited() {
        List<OwnPalette> all = new ArrayList<>();
        for (int person = 3; all.size() <= Palettes.MOST_OFFERED; person++) {
            for (int i = 0; i < Palettes.MOST && all.size() <= Palettes.MOST_OFFERED; i++) {
                OwnPalette own = palettes.learn(new Id(person, person), "Somebody", "Palette", List.of(sheet(1)));
                palettes.change(own.person(), own.id(), "Palette", Sharing.EVERYBODY, "");
                all.add(own);
            }
        }
        List<OwnPalette> offered = palettes.own(BEN, "song-a");
        assertThat(offered).hasSize(Palettes.MOST_OFFERED);
        assertThat(all).allSatisfy(each -> assertThat(palettes.find(BEN, "song-a", each.name())).isPresent());
    }

    @Test
    @DisplayName("are changed, deleted and brought back by who learned them alone")
    void belongs() {
        OwnPalette own = palettes.learn(ADA, "Ada", "Songs", List.of(sheet(4)));
        palettes.change(ADA, own.id(), "Songs", Sharing.EVERYBODY, "");
        assertThat(palettes.change(BEN, own.id(), "Stolen", Sharing.EVERYBODY, "")).isFalse();
        assertThat(palettes.delete(BEN, own.id())).isFalse();
        assertThat(palettes.delete(ADA, own.id())).isTrue();
        assertThat(palettes.own(ADA, "")).isEmpty();
        assertThat(palettes.find(ADA, "", own.name())).isEmpty();
        assertThat(palettes.restore(BEN, own.id())).isFalse();
        assertThat(palettes.restore(ADA, own.id())).isTrue();
        assertThat(palettes.own(BEN, "")).extracting(OwnPalette::title).contains("Songs");
        palettes.delete(ADA, own.id());
    }

    @Test
    @DisplayName("with too few melody notes borrow melodies, and say so")
    void borrows() {
        PaletteCard card = palettes.find(ADA, "", palettes.learn(ADA, "Ada", "Few", List.of(sheet(3))).name()).orElseThrow().card();
        assertThat(card.melodyFrom()).isEqualTo("standards");
        assertThat(card.description()).contains("chords only");
        assertThat(ShippedPalettes.names()).contains(card.melodyFrom(), card.bassFrom());
    }

    @Test
    @DisplayName("are refused with a sentence if they have no name, no songs, no chords, or are too many")
    void refused() {
        LeadSheet silent = LeadSheet.of("x", Key.C, Metre.COMMON, 2, List.of(), List.of(new SheetNote(0, 960, 60)));
        assertThatThrownBy(() -> palettes.learn(ADA, "Ada", " ", List.of(sheet(1)))).isInstanceOf(PaletteRefused.class).message().endsWith(".");
        assertThatThrownBy(() -> palettes.learn(ADA, "Ada", "x", List.of())).isInstanceOf(PaletteRefused.class).message().endsWith(".");
        assertThatThrownBy(() -> palettes.learn(ADA, "Ada", "x", List.of(silent))).isInstanceOf(PaletteRefused.class).message().contains("chords");
        for (int i = 0; i < Palettes.MOST; i++) {
            palettes.learn(ADA, "Ada", "Palette " + i, List.of(sheet(1)));
        }
        assertThatThrownBy(() -> palettes.learn(ADA, "Ada", "x", List.of(sheet(1)))).isInstanceOf(PaletteRefused.class).message().contains("delete one");
    }

    @Test
    @DisplayName("take songs with endless titles, and refuse more songs, chords and notes than are learned in seconds")
    void bounded() {
        LeadSheet plain = sheet(40);
        LeadSheet wordy = new LeadSheet("\uD834\uDD1E".repeat(40_000), "é".repeat(70_000), plain.key(), plain.metre(), 0, plain.bars(), plain.chords(),
                plain.melody(), List.of(), List.of(new FormSection(0, 8, "x".repeat(70_000))));
        OwnPalette own = palettes.learn(ADA, "Ada", "Wordy", List.of(wordy));
        LeadSheet kept = palettes.find(ADA, "", own.name()).orElseThrow().sheets().getFirst();
        assertThat(kept.melody()).isEqualTo(plain.melody());
        assertThat(kept.title()).isEqualTo("\uD834\uDD1E".repeat(100));
        assertThat(kept.composer()).hasSize(200);
        List<LeadSheet> many = java.util.Collections.nCopies(Palettes.MOST_SONGS, plain);
        Palettes.admit(Palettes.MOST_SONGS, many);
        assertThatThrownBy(() -> Palettes.admit(Palettes.MOST_SONGS + 1, List.of())).isInstanceOf(PaletteRefused.class).message().endsWith(".");
        List<SheetNote> notes = new ArrayList<>();
        for (int i = 0; i < 2048 * 8; i++) {
            notes.add(new SheetNote(i * 480, 480, 60));
        }
        LeadSheet endless = LeadSheet.of("", Key.C, Metre.COMMON, 2048, plain.chords(), notes);
        assertThatThrownBy(() -> palettes.learn(ADA, "Ada", "Endless", java.util.Collections.nCopies(13, endless))).isInstanceOf(PaletteRefused.class)
                .message().contains("200000");
    }

    @Test
    @DisplayName("are learned no further once whoever wanted it has called it off, and by the next who wants it")
    void calledOff() throws Exception {
        Palette palette = Palette.read(ShippedPalettes.find("standards").orElseThrow().bytes());
        FlowMachine machine = FlowMachine.of(palette);
        FlowRequest request = FlowRequest.of(2, Key.C, Metre.COMMON);
        int[] asked = new int[1];
        assertThatThrownBy(() -> machine.compose(request, 1, () -> ++asked[0] > 20)).isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(asked[0]).isEqualTo(21);
        assertThat(palette.style().learned()).isZero();
        assertThat(machine.compose(request, 1).bars()).isEqualTo(2);
        assertThat(palette.style().learned()).isPositive();
    }

    @Test
    @DisplayName("stay in memory for a while, so that the next take needs no learning")
    void lately() {
        OwnPalette own = palettes.learn(ADA, "Ada", "Ours", List.of(sheet(40)));
        Palette first = palettes.find(ADA, "", own.name()).orElseThrow();
        assertThat(palettes.find(ADA, "", own.name()).orElseThrow()).isSameAs(first);
        assertThat(palettes.find(BEN, "", own.name())).isEmpty();
    }

    @Test
    @DisplayName("that come along are fourteen, each with its sources, their licence and what it borrows, small together")
    void shipped() {
        assertThat(ShippedPalettes.names()).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
        int bytes = 0;
        for (String name : ShippedPalettes.names()) {
            Palette palette = ShippedPalettes.find(name).orElseThrow();
            PaletteCard card = palette.card();
            assertThat(card.name()).isEqualTo(name);
            assertThat(card.sources()).as(name).isNotEmpty().allSatisfy(source -> {
                assertThat(source.licence()).isNotBlank();
                assertThat(source.songs()).isEqualTo(palette.songs()).isGreaterThanOrEqualTo(30);
            });
            assertThat(card.melodyFrom().isEmpty()).as(name).isEqualTo(palette.melodyNotes() > 0);
            assertThat(card.bassFrom().isEmpty()).as(name).isEqualTo(palette.bassNotes() > 0);
            bytes += palette.bytes().length;
        }
        assertThat(bytes).isLessThan(3 << 20);
        for (String licence : List.of("LICENSE-openewld.txt", "LICENSE-freedoom.txt")) {
            assertThat(Palettes.class.getResource("/palettes/" + licence)).as(licence).isNotNull();
        }
        assertThat(ShippedPalettes.find("no-such")).isEmpty();
        assertThat(palettes.find(ADA, "", "standards")).isPresent();
    }
}
