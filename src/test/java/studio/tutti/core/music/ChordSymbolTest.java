package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A chord symbol")
class ChordSymbolTest {

    @ParameterizedTest(name = "{0} is {1}, made of {2}")
    @CsvSource({
        "C, C, 0 4 7", "Am7/G, Am7/G, 0 4 7 9", "C#m7b5, C#m7b5, 1 4 7 11", "F/A, F/A, 0 5 9", "Bbmaj9, Bbmaj9, 0 2 5 9 10",
        "Cmaj, C, 0 4 7", "Cmin7, Cm7, 0 3 7 10", "C-7, Cm7, 0 3 7 10", "CM7, Cmaj7, 0 4 7 11", "CΔ, Cmaj7, 0 4 7 11",
        "Bø, Bm7b5, 2 5 9 11", "G7sus4, G7sus4, 0 2 5 7", "Gsus, Gsus4, 0 2 7", "D5, D5, 2 9", "E7(#9), E7#9, 2 4 7 8 11",
        "A♭6/9, Ab6/9, 0 3 5 8 10", "Cdim7, Cdim7, 0 3 6 9", "C°, Cdim, 0 3 6", "C+, Caug, 0 4 8", "Cadd9, Cadd9, 0 2 4 7",
        "Cm(maj7), Cmmaj7, 0 3 7 11", "G13, G13, 2 4 5 7 9 11", "D/F#, D/F#, 2 6 9", "C/C, C, 0 4 7", "Fm11, Fm11, 0 3 5 7 8 10"
    })
    void reads(String text, String usual, String tones) {
        ChordSymbol chord = ChordSymbol.parse(text).orElseThrow();
        assertThat(chord).hasToString(usual);
        assertThat(BitSet.valueOf(new long[] {chord.pitchClasses()}).stream().boxed())
                .containsExactlyElementsOf(List.of(tones.split(" ")).stream().map(Integer::valueOf).toList());
        assertThat(ChordSymbol.parse(usual)).as("what is written can be read").contains(chord);
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(strings = {"", "H7", "riff", "Cfoo", "N.C.", "C7/", "C/x"})
    @DisplayName("is not read out of words that are none")
    void refuses(String text) {
        assertThat(ChordSymbol.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("may say that there is none")
    void none() {
        assertThat(List.of("N.C.", "NC", "nc", "N")).allSatisfy(text -> assertThat(ChordSymbol.spell(text)).contains("N.C."));
        assertThat(ChordSymbol.spell("hum")).isEmpty();
    }

    @Test
    @DisplayName("is transposed into simple names, its bass with it, and back by the opposite way")
    void transposes() {
        assertThat(ChordSymbol.parse("F/A").orElseThrow().higher(2)).hasToString("G/B");
        assertThat(ChordSymbol.parse("F#m7").orElseThrow().higher(1)).hasToString("Gm7");
        assertThat(ChordSymbol.parse("Bb").orElseThrow().higher(-2)).hasToString("Ab");
        for (int fifths = -5; fifths <= 6; fifths++) {
            for (int semitones = -11; semitones <= 11; semitones++) {
                ChordSymbol chord = new ChordSymbol(new NoteName(fifths), ChordQuality.MINOR_SEVENTH, null);
                ChordSymbol higher = chord.higher(semitones);
                assertThat(higher.root().pitchClass()).isEqualTo(Math.floorMod(chord.root().pitchClass() + semitones, 12));
                assertThat(higher.higher(-semitones).root().pitchClass()).isEqualTo(chord.root().pitchClass());
                assertThat(higher.root().toString().length()).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    @DisplayName("has its root spelled by the key")
    void spells() {
        assertThat(NoteName.of(1, 3)).hasToString("C#");
        assertThat(NoteName.of(1, -4)).hasToString("Db");
        assertThat(NoteName.of(10, 0)).hasToString("Bb");
        assertThat(NoteName.of(6, 0)).hasToString("F#");
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            for (int key = -7; key <= 7; key++) {
                assertThat(NoteName.of(pitchClass, key).pitchClass()).isEqualTo(pitchClass);
            }
        }
    }
}
