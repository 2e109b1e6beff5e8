package studio.tutti.cli.palettes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.PaletteCard;
import studio.tutti.assistant.flowmachines.PaletteSource;

/**
 * A palette that is shipped: which songs of which corpus it learns from, and what its card says.
 *
 * @param melodyFrom whose melodies it borrows, "" for its own
 */
public record PalettePlan(String name, String title, String description, Corpora corpus, Predicate<CorpusSong> which, String melodyFrom) {

    /** The palette whose basses those of charts and rock borrow. */
    public static final String BASSES = "band-basses";
    /** The palette whose basses those of songs before 1950 borrow. */
    public static final String BEAT_BASSES = "beat-basses";

    private static final String FROM_MELODIES = "standards";
    private static final Predicate<CorpusSong> ANY = song -> true;
    private static final String CHORDS_ONLY = " It knows chords and form; its melodies follow “Standards, 1930 and later”.";
    private static final String WITH_MELODIES = " Chords and melodies.";

    /** In the order in which people see them. */
    public static final List<PalettePlan> ALL = List.of(
            openEwld("standards", "Standards, 1930 and later", "Songs of the thirties and forties, many from stage and film: rich chords, long phrases.", period('s')),
            openEwld("twenties", "The twenties", "Dance bands and revues of the 1920s: lively melodies, dominant chords round the fifths.", period('w')),
            openEwld("tin-pan-alley", "Popular songs, 1900 to 1919", "Tin Pan Alley before the jazz age: plain chords, singable lines.", period('t')),
            openEwld("before-1900", "Songs before 1900", "Parlour songs, folk songs and hymns of the nineteenth century.", period('v')),
            openEwld("stage-and-film", "Stage and film, 1900 to 1945", "Songs from operettas, musicals and films.", genre('b')),
            openEwld("folk-songs", "Folk songs", "Songs handed down in Britain, Ireland and America: few chords, clear tunes. A small palette.", genre('f')),
            openEwld("hymns-and-carols", "Hymns, carols and spirituals", "Chords that change with nearly every beat, melodies in steps. A small palette.", genre('c')),
            openEwld("waltzes", "Waltzes", "Songs in three-four of all periods to 1945.",
                    song -> learnable(song) && song.sheet().metre().beats() == 3 && song.sheet().metre().unit() == 4),
            billboard("charts-early-sixties", "Charts, 1958 to 1964", "Harmony of American hits between rock ’n’ roll and the British wave.", 1958, 1964),
            billboard("charts-late-sixties", "Charts, 1965 to 1969", "Harmony of American hits of the later sixties: soul, folk rock, psychedelia.", 1965, 1969),
            billboard("charts-seventies", "Charts, 1970 to 1979", "Harmony of American hits of the seventies.", 1970, 1979),
            billboard("charts-eighties", "Charts, 1980 to 1991", "Harmony of American hits of the eighties.", 1980, 1991),
            new PalettePlan("rock-classics", "Rock classics", "Harmony of songs that a rock magazine named the greatest." + CHORDS_ONLY, Corpora.ROCK, ANY, FROM_MELODIES),
            new PalettePlan(BASSES, "Bands and their basses", "Chords and bass lines of game and rock tracks. The chords were heard by the studio in the files, so some are wrong."
                    + " Its melodies follow “Standards, 1930 and later”.", Corpora.BANDS, ANY, FROM_MELODIES),
            new PalettePlan(BEAT_BASSES, "Basses on the beat", "The same bands, their bass lines reduced to what sounds on the beats: lines in two and in four."
                    + " Its melodies follow “Standards, 1930 and later”.", Corpora.BEATS, ANY, FROM_MELODIES));

    private static boolean learnable(CorpusSong song) {
        return !song.group().startsWith("k") && !song.group().startsWith("x");
    }

    private static Predicate<CorpusSong> period(char letter) {
        return song -> learnable(song) && song.group().charAt(0) == letter;
    }

    private static Predicate<CorpusSong> genre(char letter) {
        return song -> learnable(song) && song.group().charAt(1) == letter;
    }

    private static PalettePlan openEwld(String name, String title, String description, Predicate<CorpusSong> which) {
        return new PalettePlan(name, title, description + WITH_MELODIES, Corpora.OPENEWLD, which, "");
    }

    private static PalettePlan billboard(String name, String title, String description, int from, int to) {
        return new PalettePlan(name, title, description + CHORDS_ONLY, Corpora.BILLBOARD, song -> song.year() >= from && song.year() <= to, FROM_MELODIES);
    }

    /** Its songs among all of its corpus. */
    public List<LeadSheet> of(List<CorpusSong> songs) {
        List<LeadSheet> sheets = new ArrayList<>();
        songs.stream().filter(which).map(CorpusSong::sheet).forEach(sheets::add);
        return sheets;
    }

    /** What is said of it, once it is known how many songs it has. */
    PaletteCard card(int songs) {
        PaletteSource source = new PaletteSource(corpus.title(), corpus.licence(), corpus.credit(), songs);
        return new PaletteCard(name, title, description, List.of(source), true, melodyFrom,
                name.equals(BASSES) || name.equals(BEAT_BASSES) ? "" : corpus == Corpora.OPENEWLD ? BEAT_BASSES : BASSES);
    }
}
