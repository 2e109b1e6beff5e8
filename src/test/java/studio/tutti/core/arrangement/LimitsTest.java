package studio.tutti.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Sketch.add;
import static studio.tutti.core.arrangement.Sketch.remove;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A full song")
class LimitsTest {

    private final Sketch sketch = new Sketch();

    private List<Id> fill() {
        List<Operation> operations = new ArrayList<>();
        List<Id> tracks = new ArrayList<>();
        for (int i = sketch.song.count(Kind.TRACK); i < Kind.TRACK.most(); i++) {
            Id id = sketch.ids.next();
            tracks.add(id);
            operations.add(add(id, Kind.TRACK, Arrangement.ROOT));
        }
        sketch.apply(operations.toArray(new Operation[0]));
        return tracks;
    }

    @Test
    @DisplayName("takes no more of what it is full of, and says how many it can have")
    void refusesMore() {
        fill();
        assertThatThrownBy(() -> sketch.apply(add(sketch.ids.next(), Kind.TRACK, Arrangement.ROOT)))
                .isInstanceOf(EditRefused.class)
                .hasMessage("The song is full: it can have at most 512 of the kind track.");
        sketch.another(Kind.MARKER, Arrangement.ROOT);
    }

    @Test
    @DisplayName("takes more again once something is removed")
    void takesMoreAfterRemoval() {
        List<Id> tracks = fill();
        sketch.apply(remove(tracks.getFirst()));
        sketch.another(Kind.TRACK, Arrangement.ROOT);
        assertThat(sketch.song.count(Kind.TRACK)).isEqualTo(Kind.TRACK.most());
    }

    @Test
    @DisplayName("can't be overfilled by bringing back what was removed")
    void undoCannotOverfill() {
        List<Id> tracks = fill();
        Journal removal = sketch.apply(remove(tracks.getFirst()));
        sketch.another(Kind.TRACK, Arrangement.ROOT);
        assertThatThrownBy(() -> sketch.undo(removal)).isInstanceOf(EditRefused.class).hasMessageContaining("full");
        assertThat(sketch.song.count(Kind.TRACK)).isEqualTo(Kind.TRACK.most());
    }

    @Test
    @DisplayName("refuses an edit with too many steps, whatever they are")
    void tooManySteps() {
        Operation[] operations = new Operation[Edit.MOST_OPERATIONS + 1];
        java.util.Arrays.fill(operations, remove(sketch.note));
        assertThatThrownBy(() -> sketch.apply(operations)).isInstanceOf(EditRefused.class).hasMessageContaining("at once");
        assertThat(sketch.isAlive(sketch.note)).isTrue();
    }

    @Test
    @DisplayName("refuses to nest folders endlessly, so that looking for circles stays cheap")
    void foldersAreNotEndless() {
        Id folder = sketch.another(Kind.TRACK, Arrangement.ROOT);
        for (int depth = 1; depth < 32; depth++) {
            folder = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, folder);
        }
        Id deepest = folder;
        Id below = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, deepest);
        assertThatThrownBy(() -> sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, below))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("so deep");
    }
}
