package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The presets")
class EffectPresetTest {

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("name parameters that there are, with values in their ranges, and differ from one another")
    void valid(EffectType type) {
        // a repair of phases is found, not chosen
        assertThat(type.presets()).hasSizeBetween(type == EffectType.MULTIBAND_PHASE ? 2 : 4, 8).extracting(EffectPreset::name).doesNotHaveDuplicates();
        for (EffectPreset preset : type.presets()) {
            Effect effect = type.make();
            preset.apply(effect);
            boolean differs = false;
            for (int i = 0; i < preset.values().length; i++) {
                int parameter = effect.parameter(preset.parameters()[i]);
                assertThat(parameter).as("%s: %s", preset.name(), preset.parameters()[i]).isNotNegative();
                assertThat(effect.get(parameter)).as("%s: %s", preset.name(), preset.parameters()[i]).isEqualTo(preset.values()[i]);
                differs |= preset.values()[i] != effect.parameters().get(parameter).initial();
            }
            assertThat(differs).as(preset.name()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(EffectType.class)
    @DisplayName("change how loud noise like music is by no more than 12 dB")
    void loudness(EffectType type) {
        for (EffectPreset preset : type.presets()) {
            Effect effect = type.make();
            preset.apply(effect);
            effect.prepare(48_000);
            double[] left = music(1);
            double[] right = music(2);
            double before = Sounds.rms(left, 24_000, left.length);
            Sounds.through(effect, left, right);
            double after = Sounds.rms(left, 24_000, left.length);
            assertThat(Math.abs(Sounds.decibels(after / before))).as(preset.name()).isLessThan(12);
        }
    }

    /** Noise that falls by 3 dB an octave or so, at −18 dBFS. */
    private static double[] music(long seed) {
        double[] sound = Sounds.noise(48_000, 0.5, seed);
        double slow = 0;
        double middle = 0;
        for (int i = 0; i < sound.length; i++) {
            slow += (sound[i] - slow) * 0.01;
            middle += (sound[i] - middle) * 0.1;
            sound[i] = 2 * slow + 0.7 * middle + 0.15 * sound[i];
        }
        double rms = Sounds.rms(sound, 0, sound.length);
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= 0.126 / rms;
        }
        return sound;
    }
}
