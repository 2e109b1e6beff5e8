package studio.tutti.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.core.arrangement.Id;
import studio.tutti.library.SavedPreset.Sharing;

@DisplayName("Saved presets")
class SavedPresetsTest {

    private static final Id ADA = new Id(1, 1);
    private static final Id BEN = new Id(2, 2);
    private SavedPresets presets;

    @BeforeEach
    void open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        presets = new SavedPresets(JdbcClient.create(source));
    }

    private SavedPreset save(String name, Sharing sharing) {
        return presets.save(ADA, "Ada", "compressor", name, Map.of("threshold", -20.0), sharing, "song-a");
    }

    @Test
    @DisplayName("are seen by their author, by those in the song, or by everybody, as the author says")
    void sharing() {
        save("mine", Sharing.NOBODY);
        save("ours", Sharing.SONG);
        SavedPreset all = save("all", Sharing.EVERYBODY);
        assertThat(presets.of(ADA, "compressor", "song-b")).extracting(SavedPreset::name).containsExactly("all", "mine", "ours");
        assertThat(presets.of(BEN, "compressor", "song-a")).extracting(SavedPreset::name).containsExactly("all", "ours");
        assertThat(presets.of(BEN, "compressor", "song-b")).containsExactly(all);
        assertThat(presets.of(BEN, "reverb", "song-a")).isEmpty();
    }

    @Test
    @DisplayName("are changed and deleted by their author alone")
    void belongs() {
        SavedPreset all = save("all", Sharing.EVERYBODY);
        assertThat(presets.change(BEN, all.id(), "stolen", Sharing.EVERYBODY, "")).isFalse();
        assertThat(presets.delete(BEN, all.id())).isFalse();
        assertThat(presets.change(ADA, all.id(), "  ours  now ", Sharing.NOBODY, "song-a")).isTrue();
        assertThat(presets.of(ADA, "compressor", "")).extracting(SavedPreset::name).containsExactly("ours now");
        assertThat(presets.of(BEN, "compressor", "")).isEmpty();
        assertThat(presets.delete(ADA, all.id())).isTrue();
        assertThat(presets.of(ADA, "compressor", "")).isEmpty();
    }

    @Test
    @DisplayName("are refused with a sentence if they are of nothing, have no name, or set what there is not")
    void refused() {
        refused(() -> presets.save(ADA, "Ada", "teapot", "x", Map.of(), Sharing.NOBODY, ""));
        refused(() -> presets.save(ADA, "Ada", "compressor", "  ", Map.of(), Sharing.NOBODY, ""));
        refused(() -> presets.save(ADA, "Ada", "compressor", "x".repeat(61), Map.of(), Sharing.NOBODY, ""));
        refused(() -> presets.save(ADA, "Ada", "compressor", "x", Map.of("sugar", 1.0), Sharing.NOBODY, ""));
        refused(() -> presets.save(ADA, "Ada", "compressor", "x", new HashMap<>(Map.of("threshold", Double.NaN)), Sharing.NOBODY, ""));
        for (int i = 0; i < SavedPresets.MOST; i++) {
            save("preset " + i, Sharing.NOBODY);
        }
        refused(() -> save("one more", Sharing.NOBODY));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(PresetRefused.class).message().endsWith(".");
    }
}
