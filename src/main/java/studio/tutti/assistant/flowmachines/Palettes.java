package studio.tutti.assistant.flowmachines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import studio.tutti.assistant.flowmachines.OwnPalette.Sharing;
import studio.tutti.core.arrangement.Id;

/**
 * All palettes that a person may use: the shipped ones, and those that people learned from songs of their own. The latter are private to
 * who learned them unless shared, are used for nothing but what is asked of them, and never train a shipped palette.
 *
 * <p>Whoever works on a request asks {@link #find}: a palette is known by its name on every node.
 */
@Service
public class Palettes {

    /** Palettes that one person may keep. */
    public static final int MOST = 100;
    /** Own and shared palettes that one person is offered in one song, their own and the song's first. */
    public static final int MOST_OFFERED = 1_000;
    /** Songs that one palette may learn from. */
    public static final int MOST_SONGS = 500;
    /** Chords and notes that all these songs may have together, so that learning takes seconds. */
    public static final int MOST_EVENTS = 200_000;
    /** Letters of a title. */
    public static final int LONGEST_TITLE = 60;
    /** So few melody or bass notes are no style: they are borrowed then. */
    private static final int LEAST_NOTES = 32;

    private static final String MELODIES = "standards";
    private static final String BASSES = "band-basses";
    private static final String COLUMNS = "id, person, author, title, shared, song, songs, chords, melody, bass";

    private static final String USABLE = "deleted = 0 and (person = ? or shared = 2 or (shared = 1 and song = ?))";

    private final JdbcClient store;
    /** What was read lately, with the models that were learned of it: a palette's content never changes. */
    private final Map<UUID, SoftReference<Palette>> lately = new ConcurrentHashMap<>();

    Palettes(JdbcClient store) {
        this.store = store;
    }

    /** The own palettes that a person is offered in a song: theirs, the song's, then everybody's, at most {@link #MOST_OFFERED}. */
    public List<OwnPalette> own(Id person, String song) {
        return store.sql("select " + COLUMNS + " from palette where " + USABLE
                        + " order by case when person = ? then 0 when shared = 1 then 1 else 2 end, title, id limit ?")
                .params(person.toString(), song, person.toString(), MOST_OFFERED)
                .query((row, number) -> new OwnPalette(row.getObject("id", UUID.class), Id.parse(row.getString("person")), row.getString("author"),
                        row.getString("title"), Sharing.values()[row.getInt("shared")], row.getString("song"), row.getInt("songs"),
                        row.getInt("chords"), row.getInt("melody"), row.getInt("bass")))
                .list();
    }

    /** A palette by its name, if this person may use it in this song. */
    public Optional<Palette> find(Id person, String song, String name) {
        if (!name.startsWith(OwnPalette.PREFIX)) {
            return ShippedPalettes.find(name);
        }
        UUID id;
        try {
            id = UUID.fromString(name.substring(OwnPalette.PREFIX.length()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        return store.sql("select id from palette where id = ? and " + USABLE).params(id, person.toString(), song)
                .query(UUID.class).optional().map(this::content);
    }

    private Palette content(UUID id) {
        SoftReference<Palette> known = lately.get(id);
        Palette palette = known == null ? null : known.get();
        if (palette == null) {
            palette = read(id);
            lately.values().removeIf(each -> each.get() == null);
            lately.put(id, new SoftReference<>(palette));
        }
        return palette;
    }

    private Palette read(UUID id) {
        byte[] content = store.sql("select content from palette where id = ?").param(id).query(byte[].class).single();
        try {
            return Palette.read(content);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /**
     * Learns a palette from songs, and keeps it for who asked, private.
     *
     * @param author what that person is called
     * @param sheets what to learn from, see {@link SongSheet}
     * @throws PaletteRefused if it has no title, nothing to learn from, or there are too many
     */
    public OwnPalette learn(Id person, String author, String title, List<LeadSheet> sheets) {
        String plain = title(title);
        if (sheets.isEmpty()) {
            throw new PaletteRefused("Choose at least one song to learn from.");
        }
        admit(sheets.size(), sheets);
        int count = store.sql("select count(*) from palette where person = ? and deleted = 0").param(person.toString()).query(Integer.class).single();
        if (count >= MOST) {
            throw new PaletteRefused("You have " + MOST + " palettes: delete one first.");
        }
        UUID id = UUID.randomUUID();
        Palette palette = learned(OwnPalette.PREFIX + id, plain, sheets);
        OwnPalette own = new OwnPalette(id, person, author, plain, Sharing.NOBODY, "", palette.songs(), palette.chords(), palette.melodyNotes(), palette.bassNotes());
        store.sql("insert into palette (" + COLUMNS + ", made, deleted, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, person.toString(), author, plain, own.sharing().ordinal(), "", own.songs(), own.chords(), own.melodyNotes(), own.bassNotes(),
                        System.currentTimeMillis(), 0L, palette.bytes())
                .update();
        return own;
    }

    /**
     * To be asked before songs are read, and while they are.
     *
     * @param songs how many there will be
     * @param sheets those that were read
     * @throws PaletteRefused if these are more than one palette learns from
     */
    public static void admit(int songs, List<LeadSheet> sheets) {
        if (songs > MOST_SONGS) {
            throw new PaletteRefused("A palette learns from at most " + MOST_SONGS + " songs: choose fewer.");
        }
        long events = sheets.stream().mapToLong(each -> (long) each.chords().size() + each.melody().size() + each.bass().size()).sum();
        if (events > MOST_EVENTS) {
            throw new PaletteRefused("These songs have more than " + MOST_EVENTS + " chords and notes together: choose fewer or shorter ones.");
        }
    }

    /**
     * Learns a palette that nobody keeps, as {@code tutti flow --learn} does.
     *
     * @param name its name, see {@link PaletteCard}
     * @throws PaletteRefused if the songs have no chords
     */
    public static Palette learned(String name, String title, List<LeadSheet> sheets) {
        String melodyFrom = melodyFrom(sheets.stream().mapToInt(sheet -> sheet.melody().size()).sum());
        String bassFrom = bassFrom(sheets.stream().mapToInt(sheet -> sheet.bass().size()).sum());
        String description = "Learned from songs of one’s own."
                + (melodyFrom.isEmpty() ? "" : " It knows chords only; its melodies follow “Standards, 1930 and later”.")
                + (bassFrom.isEmpty() ? "" : " Its basses follow “Bands and their basses”.");
        PaletteSource source = new PaletteSource("Own songs", "whoever learned it answers for the rights in these songs", "", sheets.size());
        PaletteCard card = new PaletteCard(name, title, description, List.of(source), true, melodyFrom, bassFrom);
        try {
            return Palette.learn(card, sheets);
        } catch (IllegalArgumentException nothing) {
            throw new PaletteRefused("None of these songs has chords to learn from: write chords into the chord lane first, or let the studio hear them.");
        }
    }

    /** The name of the palette whose melodies an own one borrows that has learned so many notes; "" if these are enough. */
    public static String melodyFrom(int notes) {
        return notes >= LEAST_NOTES ? "" : MELODIES;
    }

    /** As {@link #melodyFrom}, of basses. */
    public static String bassFrom(int notes) {
        return notes >= LEAST_NOTES ? "" : BASSES;
    }

    /** Gives one's own palette another title, and shares it or no longer. False if there is none of this person's. */
    public boolean change(Id person, UUID id, String title, Sharing sharing, String song) {
        return store.sql("update palette set title = ?, shared = ?, song = ? where id = ? and person = ? and deleted = 0")
                .params(title(title), sharing.ordinal(), song, id, person.toString())
                .update() > 0;
    }

    /** Deletes one's own palette; what was made with it stays. False if there is none of this person's. */
    public boolean delete(Id person, UUID id) {
        return mark(person, id, System.currentTimeMillis());
    }

    /** Takes the deleting of one's own palette back. False if there is none of this person's. */
    public boolean restore(Id person, UUID id) {
        return mark(person, id, 0);
    }

    private boolean mark(Id person, UUID id, long deleted) {
        return store.sql("update palette set deleted = ? where id = ? and person = ?").params(deleted, id, person.toString()).update() > 0;
    }

    private static String title(String title) {
        String plain = title.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty() || plain.length() > LONGEST_TITLE) {
            throw new PaletteRefused("A palette’s name has 1 to " + LONGEST_TITLE + " letters.");
        }
        return plain;
    }
}
