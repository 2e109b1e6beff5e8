package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Moving music to another key")
class KeyShiftTest {

    @Test
    @DisplayName("goes the shorter way, and to the relative key where the modes differ")
    void shifts() {
        assertThat(KeyShift.semitones(0, false, 0)).as("C major to C major").isZero();
        assertThat(KeyShift.semitones(0, false, 1)).as("C major to G major, down").isEqualTo(-5);
        assertThat(KeyShift.semitones(0, false, -1)).as("C major to F major, up").isEqualTo(5);
        assertThat(KeyShift.semitones(0, false, 6)).as("C major to F♯ major").isEqualTo(-6);
        assertThat(KeyShift.semitones(9, true, 0)).as("A minor to a song in C major or A minor").isZero();
        assertThat(KeyShift.semitones(2, true, 0)).as("D minor to A minor").isEqualTo(-5);
        for (int fifths = -7; fifths <= 7; fifths++) {
            for (int tonic = 0; tonic < 12; tonic++) {
                assertThat(Math.floorMod(tonic + KeyShift.semitones(tonic, false, fifths), 12)).isEqualTo(KeyShift.tonic(fifths, false));
            }
        }
    }
}
