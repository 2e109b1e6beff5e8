package studio.tutti.core.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.recording.Played;
import studio.tutti.core.recording.Played.What;

@DisplayName("Playing that others hear")
class LivePlayingTest {

    private static final Id PIANO = new Id(1, 1);
    private final Sender sender = new Sender();

    private void plays(double millis, What what, int number, int value) {
        sender.add(new Played(millis, PIANO, what, number, value));
    }

    @Test
    @DisplayName("goes out in batches, at most one every 20 ms, with each touch's own time")
    void batches() {
        assertThat(sender.due(0)).isNull();
        plays(100, What.DOWN, 60, 90);
        plays(103.4, What.DOWN, 64, 90);
        Sender.Batch first = sender.due(104);
        assertThat(first).isNotNull();
        assertThat(first.from()).isEqualTo(100);
        assertThat(first.touches()).extracting(Touch::after).containsExactly(0, 3);
        plays(110, What.UP, 60, 0);
        assertThat(sender.due(115)).isNull();
        assertThat(sender.due(124)).isNotNull().satisfies(batch -> assertThat(batch.number()).isEqualTo(first.number() + 1));
    }

    @Test
    @DisplayName("of a wheel tells its latest place only, of keys and the pedal everything")
    void wheel() {
        for (int i = 0; i < 100; i++) {
            plays(i * 0.1, What.BEND, 0, 8192 + i);
        }
        plays(10, What.CONTROL, 64, 127);
        plays(11, What.CONTROL, 64, 0);
        assertThat(sender.due(20)).isNotNull().satisfies(batch -> assertThat(batch.touches()).extracting(Touch::value).containsExactly(8291, 127, 0));
    }

    @Test
    @DisplayName("says every second that keys are still held, and nothing once they are up")
    void still() {
        plays(0, What.DOWN, 60, 90);
        assertThat(sender.due(0)).isNotNull();
        assertThat(sender.due(900)).isNull();
        assertThat(sender.due(1_000)).isNotNull().satisfies(batch -> assertThat(batch.touches()).isEmpty());
        plays(1_500, What.UP, 60, 0);
        assertThat(sender.due(1_500)).isNotNull();
        assertThat(sender.isBusy()).isFalse();
        assertThat(sender.due(9_000)).isNull();
    }

    @Test
    @DisplayName("keeps its rhythm over a way of 100 ms ± 30 ms: from note to note within 1 ms, delayed by no more than 140 ms")
    void rhythm() {
        Random random = new Random(2);
        Listener listener = new Listener();
        List<Double> delays = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double played = i * 125;
            double now = played + 70 + 60 * random.nextDouble();
            listener.came(i, played, now);
            delays.add(listener.sounds(played, now) - played);
        }
        List<Double> settled = delays.subList(40, 400);
        double least = settled.stream().mapToDouble(each -> each).min().orElseThrow();
        double most = settled.stream().mapToDouble(each -> each).max().orElseThrow();
        assertThat(most).isLessThan(140);
        assertThat(most - least).isLessThan(16);
        double jitter = 0;
        for (int i = 1; i < settled.size(); i++) {
            jitter += Math.abs(settled.get(i) - settled.get(i - 1)) / settled.size();
        }
        assertThat(jitter).isLessThan(1);
    }

    @Test
    @DisplayName("what comes too late sounds at once and raises the delay, which goes down again slowly")
    void lateOnes() {
        Listener listener = new Listener();
        listener.came(0, 0, 50);
        assertThat(listener.delay()).isEqualTo(55);
        listener.came(1, 1000, 1300);
        assertThat(listener.sounds(1000, 1300)).isEqualTo(1305);
        listener.came(2, 2000, 2050);
        assertThat(listener.delay()).isCloseTo(305 - 0.003 * 750, offset(0.01));
    }

    @Test
    @DisplayName("notices what was lost, and a player who is gone")
    void lost() {
        Listener listener = new Listener();
        assertThat(listener.came(4, 0, 10)).isFalse();
        assertThat(listener.came(5, 20, 30)).isFalse();
        assertThat(listener.came(7, 40, 50)).isTrue();
        assertThat(listener.isSilent(3_000)).isFalse();
        assertThat(listener.isSilent(4_000)).isTrue();
    }
}
