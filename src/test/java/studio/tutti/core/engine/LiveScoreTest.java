package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

@DisplayName("A score that follows a song while it changes")
class LiveScoreTest {

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("is number for number what compiling the whole song anew would give, after any edit and any rollback")
    void follows(long seed) {
        Dice dice = new Dice(seed);
        IdSequence ids = new IdSequence(seed, 0);
        RandomEdits edits = new RandomEdits(dice, ids);
        Arrangement song = new Arrangement();
        LiveScore live = new LiveScore(44_100);
        int events = 0;
        for (int i = 0; i < 400; i++) {
            Journal journal;
            try {
                journal = song.apply(new Edit(ids.next(), new Id(1, 1), i, "", Id.NONE, edits.next(song)));
            } catch (EditRefused refused) {
                continue;
            }
            journal.forEachElement(live::changed);
            if (dice.chance(10)) {
                song.rollBack(journal);
            }
            if (dice.chance(60)) {
                int[] expected = packed(song, null);
                assertThat(packed(song, live)).as("seed %d, edit %d", seed, i).isEqualTo(expected);
                events = Math.max(events, expected.length);
            }
        }
        assertThat(events).as("the songs play something").isGreaterThan(100);
    }

    private static int[] packed(Arrangement song, @org.jspecify.annotations.Nullable LiveScore live) {
        try {
            return (live == null ? ScoreCompiler.compile(song, 44_100) : live.score(song)).packed();
        } catch (IllegalStateException tooMany) {
            return List.of(tooMany.getMessage().length()).stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
