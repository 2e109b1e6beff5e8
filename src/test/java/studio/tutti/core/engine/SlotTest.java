package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;

@DisplayName("An effect at its place")
class SlotTest {

    private static final int RATE = 48_000;
    private static final int CELL = 64;
    private static final int FADE = 16;
    private static final int FRAMES = CELL * 400;

    private static Slot slot(EffectType type) {
        Slot slot = new Slot(1, type, new ReadyEffects(RATE).take(1, type), RATE, FADE);
        slot.aim();
        slot.rest();
        return slot;
    }

    private static double[] noise(int frames, double peak, int seed) {
        return new Random(seed).doubles(frames, -peak, peak).toArray();
    }

    private static void pass(Slot slot, double[] sound, int from, int to) {
        double[] left = new double[CELL];
        double[] right = new double[CELL];
        for (int at = from; at < to; at += CELL) {
            System.arraycopy(sound, at, left, 0, CELL);
            System.arraycopy(sound, at, right, 0, CELL);
            slot.run(left, right, true);
            System.arraycopy(left, 0, sound, at, CELL);
        }
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("passes the bits untouched while it is bypassed, as late as it is")
    void bypassed(EffectType type) {
        Slot slot = slot(type);
        slot.bypass(true);
        slot.rest();
        double[] sound = noise(FRAMES, 0.7, 1);
        double[] left = sound.clone();
        pass(slot, left, 0, FRAMES);
        for (int i = slot.latency(); i < FRAMES; i++) {
            assertThat(left[i]).isEqualTo(sound[i - slot.latency()]);
        }
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("sounds as its effect alone while it is not")
    void active(EffectType type) {
        Effect alone = type.make();
        alone.prepare(RATE);
        double[] expected = noise(FRAMES, 0.7, 1);
        double[] left = expected.clone();
        alone.process(expected, expected.clone(), 0, FRAMES);
        pass(slot(type), left, 0, FRAMES);
        assertThat(left).isEqualTo(expected);
    }

    @Test
    @DisplayName("sleeps when its tail is over, wakes with the sound, and takes what was set meanwhile at once")
    void sleeps() {
        Slot slot = slot(EffectType.DELAY);
        set(slot, "left", 20, "right", 20, "feedback", 50, "mix", 100, "low cut", 20, "high cut", 20_000);
        slot.aim();
        slot.rest();
        int tail = (int) (slot.tail() * RATE) / CELL * CELL;
        double[] sound = new double[RATE / CELL * CELL];
        System.arraycopy(noise(6400, 0.5, 2), 0, sound, 0, 6400);
        pass(slot, sound, 0, 6400 + tail);
        assertThat(slot.isAsleep()).isFalse();
        pass(slot, sound, 6400 + tail, sound.length);
        assertThat(slot.isAsleep()).isTrue();
        for (int i = 6400 + tail + 4 * CELL; i < sound.length; i++) {
            assertThat(sound[i]).isZero();
        }
        set(slot, "mix", 0);
        double[] again = noise(CELL, 0.5, 3);
        double[] expected = again.clone();
        pass(slot, again, 0, CELL);
        assertThat(again).isEqualTo(expected);
        assertThat(slot.isAsleep()).isFalse();
    }

    private static void set(Slot slot, Object... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            slot.effect.set(slot.effect.parameter((String) settings[i]), ((Number) settings[i + 1]).doubleValue());
        }
    }
}
