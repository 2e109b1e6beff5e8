package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.tutti.core.instrument.Sampler;

@DisplayName("Every effect")
class EveryEffectTest {

    private static final int FRAMES = 64 * 150;

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("gives the same bits whatever the size of the blocks, its parameters moving")
    void blocks(EffectType type) {
        long expected = sound(type, 48_000, new int[] {64});
        assertThat(sound(type, 48_000, new int[] {1})).isEqualTo(expected);
        assertThat(sound(type, 48_000, new int[] {64 * 50})).isEqualTo(expected);
        assertThat(sound(type, 48_000, new int[] {128, 7, 300, 1, 63})).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("begins anew after a reset, to the bit")
    void reset(EffectType type) {
        Effect effect = type.make();
        effect.prepare(44_100);
        double[] first = Sounds.noise(FRAMES, 0.5, 3);
        double[] second = first.clone();
        Sounds.through(effect, first, first.clone());
        effect.reset();
        Sounds.through(effect, second, second.clone());
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("stays finite with its parameters anywhere, at every rate")
    void extremes(EffectType type) {
        Random random = new Random(11);
        for (int rate : new int[] {8_000, 44_100, 192_000}) {
            for (int round = 0; round < 12; round++) {
                Effect effect = type.make();
                effect.prepare(rate);
                for (int i = 0; i < effect.parameters().size(); i++) {
                    Parameter parameter = effect.parameters().get(i);
                    effect.set(i, round == 0 ? parameter.least() : round == 1 ? parameter.most()
                            : parameter.at(random.nextDouble()));
                }
                double[] left = Sounds.noise(64 * 60, 0.7, round);
                double[] right = Sounds.noise(64 * 60, 0.7, round + 100);
                Sounds.through(effect, left, right);
                for (int i = 0; i < left.length; i++) {
                    assertThat(left[i] + right[i]).as("round " + round + " at " + rate).isFinite();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("recovers from what is no number within a cell")
    void notANumber(EffectType type) {
        Effect effect = type.make();
        effect.prepare(48_000);
        double[] left = Sounds.noise(FRAMES, 0.5, 5);
        double[] right = left.clone();
        left[100] = Double.NaN;
        right[200] = Double.POSITIVE_INFINITY;
        left[300] = 1e308;
        Sounds.through(effect, left, right);
        for (int i = FRAMES / 2; i < FRAMES; i++) {
            assertThat(Double.isFinite(left[i]) && Double.isFinite(right[i])).isTrue();
        }
        assertThat(Sounds.peak(left, FRAMES / 2, FRAMES)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("goes to a new value of a gliding parameter without a kink: 90 % after 39 ms, 99 % after 66 ms, in the end to the bit")
    void glides(EffectType type) {
        for (Parameter parameter : type.make().parameters()) {
            Glide glide = new Glide(parameter);
            glide.at(48_000);
            double far = parameter.initial() == parameter.most() ? parameter.least() : parameter.most();
            double begin = place(parameter, parameter.initial());
            double way = place(parameter, far) - begin;
            glide.aim(far);
            double before = 0;
            int cells = 0;
            while (glide.advance()) {
                cells++;
                double done = (place(parameter, glide.to) - begin) / way;
                assertThat(done).isGreaterThanOrEqualTo(before);
                if (parameter.glides()) {
                    assertThat(done - before).as("a cell's part").isLessThan(cells == 1 ? 0.017 : 0.06);
                    double ms = cells * 64 / 48.0;
                    assertThat(ms < 36 ? done < 0.9 : ms < 40 || done > 0.9).as("%.1f ms: %.3f", ms, done).isTrue();
                    assertThat(ms < 62 ? done < 0.99 : ms < 68 || done > 0.99).as("%.1f ms: %.3f", ms, done).isTrue();
                }
                before = done;
            }
            assertThat(glide.to).isEqualTo(far);
            assertThat(cells).isLessThan(parameter.glides() ? 140 : 2);
        }
    }

    private static double place(Parameter parameter, double value) {
        return parameter.taper() == Taper.LOGARITHMIC ? Math.log(value) : value;
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("does not click: any parameter moved through its range (24 dB of it) at once bends a tone by less than −60 dB of its peak")
    void noClicks(EffectType type) {
        int frames = 64 * 320;
        int change = 64 * 160;
        for (int i = 0; i < type.make().parameters().size(); i++) {
            Parameter parameter = type.make().parameters().get(i);
            double low = parameter.unit() == Unit.DECIBELS ? Math.max(parameter.least(), parameter.most() - 24) : parameter.least();
            for (boolean up : new boolean[] {true, false}) {
                Effect effect = type.make();
                if (type == EffectType.EQUALISER) {
                    for (int band = 0; band < Equaliser.BANDS; band++) {
                        effect.set(band * Equaliser.BAND + Equaliser.ON, 1);
                        effect.set(band * Equaliser.BAND + Equaliser.GAIN, 6);
                    }
                }
                effect.set(i, up ? low : parameter.most());
                effect.prepare(48_000);
                double[] left = Sounds.sine(frames, 200, 0.25, 48_000);
                for (int k = 0; k < 3200; k++) {
                    left[k] *= 0.5 - 0.5 * Math.cos(Math.PI * k / 3200);
                }
                double[] right = left.clone();
                double[] key = left.clone();
                for (int at = 0; at < frames; at += 64) {
                    if (at == change) {
                        effect.set(i, up ? parameter.most() : low);
                    }
                    effect.process(left, right, key, key, at, 64);
                }
                double before = bend(left, change - 64 * 60, change);
                double after = bend(left, frames - 64 * 60, frames);
                double kink = bend(left, change, frames) - Math.max(before, after);
                assertThat(kink).as("%s %s", parameter.name(), up ? "up" : "down")
                        .isLessThan(0.001 * Sounds.peak(left, change - 64 * 60, frames));
            }
        }
    }

    /** The largest third difference: of a tone as low as this, next to nothing. */
    private static double bend(double[] sound, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(sound[i] - 3 * sound[i - 1] + 3 * sound[i - 2] - sound[i - 3]));
        }
        return most;
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("allocates nothing once it is prepared, its parameters moving")
    void noAllocation(EffectType type) {
        Effect effect = type.make();
        effect.prepare(48_000);
        double[] left = Sounds.noise(64, 0.5, 1);
        double[] right = Sounds.noise(64, 0.5, 2);
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = thread.getThreadAllocatedBytes(Thread.currentThread().threadId());
            for (int cell = 0; cell < 400; cell++) {
                for (int i = 0; cell % 40 == 0 && i < effect.parameters().size(); i++) {
                    effect.set(i, cell % 80 == 0 ? effect.parameters().get(i).least() : effect.parameters().get(i).initial());
                }
                effect.process(left, right, left, right, 0, 64);
            }
            least = Math.min(least, thread.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before);
        }
        // reading the counter itself takes some bytes
        assertThat(least).isLessThan(1000);
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("has parameters that can be told apart, with ranges that hold their initial values")
    void parameters(EffectType type) {
        Effect effect = type.make();
        assertThat(effect.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        for (int i = 0; i < effect.parameters().size(); i++) {
            Parameter parameter = effect.parameters().get(i);
            assertThat(effect.parameter(parameter.name())).isEqualTo(i);
            assertThat(effect.get(i)).isEqualTo(parameter.initial()).isBetween(parameter.least(), parameter.most());
            assertThat(parameter.at(parameter.place(parameter.initial()))).isCloseTo(parameter.initial(), within(1e-9));
            assertThat(parameter.at(0)).isCloseTo(parameter.least(), within(1e-9));
            assertThat(parameter.at(1)).isCloseTo(parameter.most(), within(1e-8));
            effect.set(i, Double.NaN);
            assertThat(effect.get(i)).isEqualTo(parameter.initial());
        }
        assertThat(effect.parameter("nothing")).isEqualTo(-1);
        assertThat(EffectType.of(type.id())).isEqualTo(type);
        assertThat(EffectType.of("nothing")).isNull();
        assertThat(Effect.CELL).isEqualTo(Sampler.CELL);
    }

    /** A number that stands for the bits of a sound whose parameters are moved at certain cells. */
    private static long sound(EffectType type, int rate, int[] sizes) {
        Effect effect = type.make();
        effect.prepare(rate);
        double[] left = Sounds.noise(FRAMES, 0.8, 1);
        double[] right = Sounds.noise(FRAMES, 0.8, 2);
        double[] keyLeft = Sounds.noise(FRAMES, 0.9, 3);
        double[] keyRight = Sounds.noise(FRAMES, 0.9, 4);
        Random random = new Random(7);
        int turn = 0;
        int at = 0;
        for (int part = 0; part < 3; part++) {
            int end = (part + 1) * 64 * 50;
            while (at < end) {
                int some = Math.min(sizes[turn++ % sizes.length], end - at);
                effect.process(left, right, keyLeft, keyRight, at, some);
                at += some;
            }
            for (int i = 0; i < effect.parameters().size(); i++) {
                effect.set(i, effect.parameters().get(i).at(random.nextDouble()));
            }
        }
        long bits = 0;
        for (int i = 0; i < FRAMES; i++) {
            bits = bits * 31 + Double.doubleToLongBits(left[i]);
            bits = bits * 31 + Double.doubleToLongBits(right[i]);
        }
        return bits;
    }
}
