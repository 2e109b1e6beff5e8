package studio.tutti.cli.palettes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The corpora of the data packs as lead sheets, split by split. What is learned comes of {@link Split#TRAIN}; evaluations read
 * {@link Split#TEST}, which no palette has seen.
 *
 * <pre>{@code
 * List<LeadSheet> held = Corpora.OPENEWLD.songs(data, Split.TEST).stream().map(CorpusSong::sheet).toList();
 * }</pre>
 */
public enum Corpora {
    /** Melodies with chord symbols, public domain. */
    OPENEWLD("OpenEWLD", "songs in the public domain, collection MIT", "OpenEWLD lead sheets, collected by Federico Simonetta") {
        @Override
        public List<CorpusSong> songs(Path data, Split split) throws IOException {
            return OpenEwldSongs.read(data, split);
        }
    },
    /** Chords and form of songs of the American charts, 1958 to 1991. */
    BILLBOARD("McGill Billboard", "CC0 1.0", "") {
        @Override
        public List<CorpusSong> songs(Path data, Split split) throws IOException {
            return BillboardSongs.read(data, split);
        }
    },
    /** Harmony of 200 rock songs. */
    ROCK("A Corpus Study of Rock Music", "CC BY 4.0",
            "Harmony statistics from “A Corpus Study of Rock Music” by Trevor de Clercq and David Temperley, CC BY 4.0") {
        @Override
        public List<CorpusSong> songs(Path data, Split split) throws IOException {
            return RockSongs.read(data, split);
        }
    },
    /** Bass lines of bands over their chords; the chords were heard by the studio. */
    BANDS("Freedoom and Tanner Helland", "BSD-3-Clause and CC BY 4.0",
            "Bass lines after music by the contributors to the Freedoom project (BSD-3-Clause) and by Tanner Helland (CC BY 4.0)") {
        @Override
        public List<CorpusSong> songs(Path data, Split split) throws IOException {
            return BandSongs.read(data, split);
        }
    },
    /** The same bass lines, reduced to what sounds on the beats. */
    BEATS(BANDS.title, BANDS.licence, BANDS.credit) {
        @Override
        public List<CorpusSong> songs(Path data, Split split) throws IOException {
            return BandSongs.read(data, split).stream().flatMap(song -> BeatBasses.of(song).stream()).toList();
        }
    };

    private final String title;
    private final String licence;
    private final String credit;

    Corpora(String title, String licence, String credit) {
        this.title = title;
        this.licence = licence;
        this.credit = credit;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    public String licence() {
        return licence;
    }

    /** The line that is due, or "". */
    public String credit() {
        return credit;
    }

    /**
     * Its songs of a split, in an order that stays.
     *
     * @param data the folder with the packs
     */
    public abstract List<CorpusSong> songs(Path data, Split split) throws IOException;
}
