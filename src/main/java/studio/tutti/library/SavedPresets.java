package studio.tutti.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.library.SavedPreset.Sharing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The presets that people saved. Each belongs to who saved it; the others read those that are shared with them. */
@Service
public class SavedPresets {

    /** Presets that one person may have. */
    public static final int MOST = 500;
    /** Letters of a name. */
    public static final int LONGEST_NAME = 60;

    private static final TypeReference<Map<String, Double>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient store;

    SavedPresets(JdbcClient store) {
        this.store = store;
    }

    /** What a person sees for an effect or instrument in a song, by name. */
    public List<SavedPreset> of(Id person, String kind, String song) {
        return store.sql("select * from preset where kind = ? and (person = ? or shared = 2 or (shared = 1 and song = ?)) order by name, made, id")
                .params(kind, person.toString(), song)
                .query((row, number) -> new SavedPreset(row.getObject("id", UUID.class), Id.parse(row.getString("person")), row.getString("author"),
                        row.getString("kind"), row.getString("name"), JsonMapper.shared().readValue(row.getString("settings"), SETTINGS),
                        Sharing.values()[row.getInt("shared")], row.getString("song")))
                .list();
    }

    /**
     * Keeps a preset.
     *
     * @throws PresetRefused if it is of no effect or instrument, has no name or settings that there are not, or there are too many
     */
    public SavedPreset save(Id person, String author, String kind, String name, Map<String, Double> settings, Sharing sharing, String song) {
        String plain = name(name);
        check(kind, settings);
        int count = store.sql("select count(*) from preset where person = ?").param(person.toString()).query(Integer.class).single();
        if (count >= MOST) {
            throw new PresetRefused("You have saved " + MOST + " presets: delete one first.");
        }
        SavedPreset preset = new SavedPreset(UUID.randomUUID(), person, author, kind, plain, Map.copyOf(settings), sharing, song);
        store.sql("insert into preset (id, person, author, kind, name, settings, shared, song, made) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(preset.id(), person.toString(), author, kind, plain, JsonMapper.shared().writeValueAsString(settings), sharing.ordinal(), song,
                        System.currentTimeMillis())
                .update();
        return preset;
    }

    /** Calls one's own preset something else, and shares it with others. False if there is none of this person's. */
    public boolean change(Id person, UUID id, String name, Sharing sharing, String song) {
        return store.sql("update preset set name = ?, shared = ?, song = ? where id = ? and person = ?")
                .params(name(name), sharing.ordinal(), song, id, person.toString())
                .update() > 0;
    }

    /** Deletes one's own preset; songs that were set by it stay as they are. False if there is none of this person's. */
    public boolean delete(Id person, UUID id) {
        return store.sql("delete from preset where id = ? and person = ?").params(id, person.toString()).update() > 0;
    }

    private static String name(String name) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new PresetRefused("A preset's name has 1 to " + LONGEST_NAME + " letters.");
        }
        return plain;
    }

    private static void check(String kind, Map<String, Double> settings) {
        List<Parameter> parameters = parameters(kind).orElseThrow(() -> new PresetRefused("There is no such effect or instrument."));
        settings.forEach((name, value) -> {
            if (value == null || !Double.isFinite(value) || parameters.stream().noneMatch(each -> each.name().equals(name))) {
                throw new PresetRefused("The settings are not those of this effect or instrument.");
            }
        });
    }

    private static Optional<List<Parameter>> parameters(String kind) {
        EffectType effect = EffectType.of(kind);
        InstrumentType instrument = InstrumentType.of(kind);
        return effect != null ? Optional.of(effect.make().parameters()) : Optional.ofNullable(instrument).map(InstrumentType::parameters);
    }
}
