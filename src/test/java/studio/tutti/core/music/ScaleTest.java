package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A scale")
class ScaleTest {

    @ParameterizedTest(name = "{0} fifths, minor {1}")
    @CsvSource({"0, false, 0, MAJOR", "0, true, 9, MINOR", "2, false, 2, MAJOR", "-3, true, 0, MINOR", "-7, false, 11, MAJOR", "7, true, 10, MINOR"})
    @DisplayName("of a key signature has its tonic")
    void signature(int fifths, boolean minor, int tonic, ScaleForm form) {
        assertThat(Scale.of(fifths, minor)).isEqualTo(new Scale(tonic, form));
    }

    @Test
    @DisplayName("moves its own tones to its own tones, and keeps an altered one altered")
    void moves() {
        Scale dMajor = new Scale(2, ScaleForm.MAJOR);
        assertThat(dMajor.moved(62, 2)).isEqualTo(66);
        assertThat(dMajor.moved(61, 1)).isEqualTo(62);
        assertThat(dMajor.moved(62, -1)).isEqualTo(61);
        assertThat(dMajor.moved(63, 1)).isEqualTo(65);
        assertThat(dMajor.moved(62, 7)).isEqualTo(74);
    }

    @Test
    @DisplayName("draws an outsider to the nearest tone, the lower of two, and stays on the keyboard")
    void nearest() {
        Scale cMajor = new Scale(0, ScaleForm.MAJOR);
        assertThat(cMajor.nearest(61)).isEqualTo(60);
        assertThat(cMajor.nearest(60)).isEqualTo(60);
        assertThat(new Scale(1, ScaleForm.MINOR_PENTATONIC).nearest(0)).isEqualTo(1);
        assertThat(new Scale(0, ScaleForm.MAJOR_PENTATONIC).nearest(126)).isEqualTo(127);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("counts its steps without a gap, whatever its form and tonic")
    void steps(ScaleForm form) {
        for (int tonic = 0; tonic < 12; tonic++) {
            Scale scale = new Scale(tonic, form);
            assertThat(Integer.bitCount(scale.keys())).isEqualTo(form.size());
            int before = scale.step(0) - (scale.holds(0) ? 1 : 0);
            for (int pitch = 0; pitch < 128; pitch++) {
                int step = scale.step(pitch);
                assertThat(step - before).isEqualTo(scale.holds(pitch) ? 1 : 0);
                if (scale.holds(pitch)) {
                    assertThat(scale.pitch(step)).isEqualTo(pitch);
                    assertThat(scale.moved(scale.moved(pitch, 5), -5)).isEqualTo(pitch);
                }
                assertThat(scale.holds(scale.nearest(pitch))).isTrue();
                before = step;
            }
        }
    }

    @Test
    @DisplayName("carries its own triads and sevenths; fixed chords stand where they are put")
    void chords() {
        Scale cMajor = new Scale(0, ScaleForm.MAJOR);
        assertThat(ChordShape.TRIAD.on(62, cMajor)).containsExactly(62, 65, 69);
        assertThat(ChordShape.SEVENTH.on(67, cMajor)).containsExactly(67, 71, 74, 77);
        assertThat(ChordShape.TRIAD.on(61, cMajor)).containsExactly(60, 64, 67);
        assertThat(ChordShape.DOMINANT_7.on(61, cMajor)).containsExactly(61, 65, 68, 71);
        assertThat(ChordShape.MAJOR.on(122, cMajor)).containsExactly(122, 126);
    }
}
