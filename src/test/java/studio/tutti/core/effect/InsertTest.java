package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An insert")
class InsertTest {

    private static final int RATE = 48_000;
    private static final int FRAMES = 64 * 400;

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("passes the bits untouched while it is bypassed, as late as its effect is")
    void bypassed(EffectType type) {
        Insert insert = insert(type);
        insert.bypass(true);
        insert.settle();
        double[] sound = Sounds.noise(FRAMES, 0.7, 1);
        double[] left = sound.clone();
        pass(insert, left, 0, FRAMES);
        for (int i = insert.latency(); i < FRAMES; i++) {
            assertThat(left[i]).isEqualTo(sound[i - insert.latency()]);
        }
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("sounds as its effect alone while it is not")
    void active(EffectType type) {
        Effect alone = type.make();
        alone.prepare(RATE);
        double[] expected = Sounds.noise(FRAMES, 0.7, 1);
        double[] left = expected.clone();
        Sounds.through(alone, expected, expected.clone());
        pass(insert(type), left, 0, FRAMES);
        assertThat(left).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("is bypassed and back without a click")
    void noClick(EffectType type) {
        Insert insert = insert(type);
        double[] left = Sounds.sine(FRAMES, 100, 0.25, RATE);
        for (int i = 0; i < 3200; i++) {
            left[i] *= 0.5 - 0.5 * Math.cos(Math.PI * i / 3200);
        }
        double before = 0;
        for (int at = 0; at < FRAMES; at += FRAMES / 8) {
            insert.bypass(at / (FRAMES / 8) % 2 == 1);
            pass(insert, left, at, at + FRAMES / 8);
            if (at == 0) {
                before = bend(left, FRAMES / 16, FRAMES / 8);
            }
        }
        assertThat(bend(left, 3, FRAMES)).isLessThan(before + 0.001 * Sounds.peak(left, 0, FRAMES));
    }

    @Test
    @DisplayName("sleeps when its tail is over, wakes with the sound, and takes what was set meanwhile at once")
    void sleeps() {
        Insert insert = insert(EffectType.DELAY);
        Effect effect = insert.effect();
        Sounds.set(effect, "left", 20, "right", 20, "feedback", 50, "mix", 100, "low cut", 20, "high cut", 20_000);
        insert.settle();
        double[] burst = Arrays.copyOf(Sounds.noise(6400, 0.5, 2), RATE / 64 * 64);
        double tail = effect.tail();
        pass(insert, burst, 0, 6400 + (int) (tail * RATE) / 64 * 64);
        assertThat(insert.asleep()).isFalse();
        pass(insert, burst, 6400 + (int) (tail * RATE) / 64 * 64, burst.length);
        assertThat(insert.asleep()).isTrue();
        assertThat(Sounds.peak(burst, 6400 + (int) (tail * RATE) + 192, burst.length)).isZero();
        Sounds.set(effect, "mix", 0);
        double[] again = Sounds.noise(64, 0.5, 3);
        double[] expected = again.clone();
        pass(insert, again, 0, 64);
        assertThat(again).isEqualTo(expected);
        assertThat(insert.asleep()).isFalse();
    }

    private static Insert insert(EffectType type) {
        Effect effect = type.make();
        effect.prepare(RATE);
        return new Insert(effect, RATE);
    }

    private static void pass(Insert insert, double[] sound, int from, int to) {
        double[] left = new double[64];
        double[] right = new double[64];
        for (int at = from; at < to; at += 64) {
            System.arraycopy(sound, at, left, 0, 64);
            System.arraycopy(sound, at, right, 0, 64);
            insert.cell(left, right, null, null);
            System.arraycopy(left, 0, sound, at, 64);
        }
    }

    private static double bend(double[] sound, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(sound[i] - 3 * sound[i - 1] + 3 * sound[i - 2] - sound[i - 3]));
        }
        return most;
    }
}
