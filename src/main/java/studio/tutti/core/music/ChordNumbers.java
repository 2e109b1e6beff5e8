package studio.tutti.core.music;

/** The numbers of {@link ChordModel#learned()} in hundredths, as {@code tutti evaluate chords --fit} wrote them. */
final class ChordNumbers {

    static final String TEXT = """
            """;

    private ChordNumbers() {}
}
