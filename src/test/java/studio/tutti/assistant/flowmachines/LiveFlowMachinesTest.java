package studio.tutti.assistant.flowmachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

@DisplayName("Flow Machines that go on, alone")
class LiveFlowMachinesTest {

    private static final Id ADA = new Id(1, 1);
    private static final Id BEN = new Id(2, 2);

    private Palettes palettes;
    private LiveFlowMachines live;

    @BeforeEach
    void open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        palettes = new Palettes(JdbcClient.create(source));
        live = new LiveFlowMachines(new FlowMachinesAssistant(palettes), 100_000_000);
    }

    /** Somebody who moves controls as soon as the first take is there, and nothing any more after that. */
    private static final class Mover implements TakeSink {
        private final Settings moved;
        private final List<Take> taken = new ArrayList<>();
        private final List<Take> told = new ArrayList<>();
        private Settings settings;

        Mover(Settings settings, Map<String, String> moves) {
            this.settings = settings;
            Settings after = settings;
            for (Map.Entry<String, String> each : moves.entrySet()) {
                after = after.with(each.getKey(), each.getValue());
            }
            moved = after;
        }

        @Override
        public void progress(double share) {
            assertThat(share).isBetween(0.0, 1.0);
        }

        @Override
        public boolean has(int number) {
            return number <= taken.size();
        }

        @Override
        public void partial(int number, Take soFar) {
            told.add(soFar);
        }

        @Override
        public void take(int number, Take take) {
            taken.add(take);
            settings = moved;
        }

        @Override
        public Settings settings() {
            return settings;
        }

        @Override
        public boolean isStopped() {
            return taken.size() > 1;
        }
    }

    private Mover propose(Id person, String style, Map<String, String> moves) throws Exception {
        Settings settings = new Settings(Map.of("style", style, "task", "all")).on(live.offer(person, "song"));
        Card card = new Card("flow-machines-live", "", "", "", 0, 4 * 3840, List.of(), List.of(), List.of(), List.of(), settings, 1, 1, 0, 0, Rights.OWN, Id.NONE);
        Mover mover = new Mover(settings, moves);
        live.propose(new Ask("song", new Arrangement(), card, person), mover);
        return mover;
    }

    @Test
    @DisplayName("end with what they have when a move was too much and nobody moves anything after it")
    void leftAlone() throws Exception {
        Mover mover = propose(ADA, "twenties", Map.of("lowest", "72", "highest", "60"));
        assertThat(mover.taken).hasSize(1);
        assertThat(mover.told).singleElement().satisfies(told -> assertThat(told.label()).isNotEmpty());
    }

    @Test
    @DisplayName("say that a style which somebody else shared is not to be released, and keep to the style that was asked for")
    void shared() throws Exception {
        OwnPalette own = palettes.learn(ADA, "Ada", "Ours", List.of(sheet(), sheet()));
        palettes.change(ADA, own.id(), "Ours", OwnPalette.Sharing.SONG, "song");
        Settings settings = new Settings(Map.of("style", own.name())).on(live.offer(BEN, "song"));
        assertThat(live.rights(settings, BEN, "song").commercial()).isFalse();
        assertThat(live.rights(settings, ADA, "song").commercial()).isTrue();
        Mover mover = propose(BEN, "twenties", Map.of("style", own.name(), "notes-per-bar", "4"));
        assertThat(mover.taken).hasSize(2).extracting(Take::label).containsOnly(mover.taken.getFirst().label());
        assertThat(mover.taken.getFirst().label()).isNotEqualTo("Ours");
    }

    private static LeadSheet sheet() {
        List<ChordSpan> chords = new ArrayList<>();
        List<SheetNote> melody = new ArrayList<>();
        for (int bar = 0; bar < 8; bar++) {
            chords.add(new ChordSpan(bar * 3840, 3840, ChordSymbol.parse(bar % 2 == 0 ? "C" : "G7").orElseThrow()));
        }
        for (int i = 0; i < 40; i++) {
            melody.add(new SheetNote(i * 480, 480, 60 + i % 5));
        }
        return LeadSheet.of("Song", Key.C, Metre.COMMON, 8, chords, melody);
    }
}
