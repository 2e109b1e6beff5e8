package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("General MIDI's names")
class GeneralMidiTest {

    @Test
    @DisplayName("are where the standard has them, each program under one of its own")
    void programs() {
        assertThat(GeneralMidi.program(0)).isEqualTo("Grand Piano");
        assertThat(GeneralMidi.program(33)).isEqualTo("Fingered Bass");
        assertThat(GeneralMidi.program(73)).isEqualTo("Flute");
        assertThat(GeneralMidi.program(127)).isEqualTo("Gunshot");
        assertThat(IntStream.range(0, 128).mapToObj(GeneralMidi::program)).doesNotHaveDuplicates();
        assertThat(GeneralMidi.family(33)).isEqualTo("Bass");
        assertThat(GeneralMidi.family(127)).isEqualTo("Sounds");
    }

    @Test
    @DisplayName("name drums from key 35 to 81 and no others")
    void drums() {
        assertThat(GeneralMidi.drum(36)).isEqualTo("Kick");
        assertThat(GeneralMidi.drum(38)).isEqualTo("Snare");
        assertThat(GeneralMidi.drum(42)).isEqualTo("Closed Hi-Hat");
        assertThat(GeneralMidi.drum(49)).isEqualTo("Crash 1");
        assertThat(GeneralMidi.drum(81)).isEqualTo("Open Triangle");
        assertThat(GeneralMidi.drum(34)).isEmpty();
        assertThat(GeneralMidi.drum(82)).isEmpty();
    }
}
