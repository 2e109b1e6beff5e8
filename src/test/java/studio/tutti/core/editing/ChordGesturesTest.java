package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Hands on chords")
class ChordGesturesTest {

    private static final long BAR = 3840;

    private final Desk desk = new Desk();
    private final Element piano = desk.track(TrackType.INSTRUMENT);
    private final Element drums = desk.track(TrackType.DRUMS);

    private Element played(Element track, long start, int... keys) {
        Element clip = desk.clip(track, start, BAR);
        for (int key : keys) {
            desk.note(desk.content(clip), 0, BAR, key);
        }
        return clip;
    }

    private List<Object> symbols() {
        return Elements.sorted(desk.all(Kind.CHORD)).stream().map(chord -> chord.get(Property.SYMBOL)).toList();
    }

    private List<Long> pitches() {
        return Hearing.of(desk.arrangement).stream().map(note -> (long) note.pitch()).sorted().toList();
    }

    @Test
    @DisplayName("hear the chords of a cadence, each with its bar")
    void detect() {
        played(piano, 0, 48, 64, 67, 72);
        played(piano, BAR, 45, 60, 64, 69);
        played(piano, 2 * BAR, 53, 57, 60, 65);
        played(piano, 3 * BAR, 55, 59, 62, 67);
        desk.does(desk.chords.detect(0, 4 * BAR));
        assertThat(symbols()).containsExactly("C", "Am", "F", "G");
        assertThat(Desk.read(Elements.sorted(desk.all(Kind.CHORD)), Property.START, Property.LENGTH))
                .containsExactly(List.of(0L, BAR), List.of(BAR, BAR), List.of(2 * BAR, BAR), List.of(3 * BAR, BAR));
    }

    @Test
    @DisplayName("replace in the bars alone what was there, and cut what reaches in")
    void replace() {
        played(piano, BAR, 45, 60, 64, 69);
        desk.does(desk.lanes.chord(0, 3 * BAR, "Gsus4"));
        assertThat(desk.chords.hasChords(BAR, 2 * BAR)).isTrue();
        desk.does(desk.chords.detect(BAR, 2 * BAR));
        assertThat(symbols()).containsExactly("Gsus4", "Am", "Gsus4");
        assertThat(Desk.read(Elements.sorted(desk.all(Kind.CHORD)), Property.START, Property.LENGTH))
                .containsExactly(List.of(0L, BAR), List.of(BAR, BAR), List.of(2 * BAR, BAR));
    }

    @Test
    @DisplayName("transpose symbols alone, or the notes with them, drums never, keys with the whole song")
    void transpose() {
        played(piano, 0, 60);
        played(drums, 0, 36);
        desk.does(desk.lanes.chord(0, BAR, "C"));
        desk.does(desk.lanes.chord(BAR, BAR, "riff"));
        desk.does(desk.chords.transpose(List.of(), 2, false));
        assertThat(symbols()).containsExactly("D", "riff");
        assertThat(pitches()).containsExactly(36L, 60L);
        desk.does(desk.chords.transpose(List.of(), -2, true));
        assertThat(pitches()).containsExactly(36L, 58L);
        assertThat(desk.arrangement.root().number(Property.FIFTHS)).isEqualTo(-2);
    }

    @Test
    @DisplayName("transpose the notes of chosen chords and leave what the aliases outside play")
    void transposeSome() {
        Element clip = desk.clip(piano, 0, 2 * BAR);
        desk.note(desk.content(clip), 0, 960, 60);
        desk.note(desk.content(clip), BAR, 960, 64);
        Element alias = desk.does(desk.clips.copy(List.of(clip), 2 * BAR, 0, true)).getFirst();
        Element chord = desk.does(desk.lanes.chord(BAR, BAR, "C")).getFirst();
        desk.does(desk.chords.transpose(List.of(chord), 3, true));
        assertThat(Hearing.of(desk.arrangement).stream().map(note -> note.start() + " " + note.pitch()).toList())
                .containsExactly("0 60", BAR + " 67", 2 * BAR + " 60", 3 * BAR + " 64");
        assertThat(alias.isAlive()).isTrue();
        assertThat(chord.text(Property.SYMBOL)).isEqualTo("Eb");
    }
}
