package studio.tutti.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Zone;

@DisplayName("Reading a SoundFont")
class SoundFontTest {

    private static SoundFont builtIn;

    @BeforeAll
    static void open() throws IOException {
        builtIn = SoundFont.builtIn();
    }

    @Test
    @DisplayName("finds the 128 General MIDI programs and a drum kit in the bank that comes with Tutti")
    void entries() {
        assertThat(builtIn.entries()).hasSize(129);
        assertThat(builtIn.entries().subList(0, 128)).allMatch(entry -> entry.bank() == 0 && !entry.name().isBlank());
        assertThat(builtIn.entries().getLast().bank()).isEqualTo(Preset.DRUMS);
    }

    @Test
    @DisplayName("gives presets a sound for each key in the middle, with loops inside their samples")
    void presetsSound() throws IOException {
        for (int program : new int[] {24, 33, 56, 73, 81}) {
            Preset preset = builtIn.preset(0, program);
            assertThat(preset).isNotNull();
            for (int key : new int[] {48, 55, 60, 67}) {
                int wanted = key;
                assertThat(Arrays.stream(preset.zones()).filter(zone -> zone.answers(wanted, 80)).count())
                        .as("%s at key %s", preset.name(), key).isBetween(1L, 8L);
            }
            for (Zone zone : preset.zones()) {
                assertThat(zone.loopEnd()).isLessThanOrEqualTo(zone.sample().length());
                assertThat(zone.end()).isGreaterThan(zone.start());
            }
        }
        assertThat(builtIn.preset(5, 5)).isNull();
    }

    @Test
    @DisplayName("adds what a preset says to what its instrument says, and lets an instrument's zone override its global one")
    void levelsAddUp() throws BrokenSoundFont {
        Preset preset = SoundFont.read(new TinySoundFont().bytes()).preset(0, 0);
        assertThat(preset.zones()).hasSize(2);
        Zone low = preset.zones()[0];
        Zone high = preset.zones()[1];
        assertThat(low.value(Generator.ATTENUATION)).as("global 100 + preset 30").isEqualTo(130);
        assertThat(high.value(Generator.ATTENUATION)).as("own 50 in place of the global + preset 30").isEqualTo(80);
        assertThat(low.value(Generator.FILTER_CUTOFF)).as("default").isEqualTo(13_500);
        assertThat(low.lowKey()).isEqualTo(20);
        assertThat(low.highKey()).as("where both zones' ranges meet").isEqualTo(59);
        assertThat(high.lowKey()).isEqualTo(60);
        assertThat(high.highKey()).isEqualTo(100);
        assertThat(low.sample().pcm()[3]).isEqualTo((short) 300);
        assertThat(low.sample().loopStart()).isEqualTo(8);
    }

    @Test
    @DisplayName("refuses what is no SoundFont, and one that ends anywhere too early, with one sentence")
    void brokenFiles() {
        assertThatThrownBy(() -> SoundFont.read("MThd and so on".getBytes())).isInstanceOf(BrokenSoundFont.class)
                .hasMessageContaining("not a SoundFont");
        byte[] whole = new TinySoundFont().bytes();
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SoundFont.read(cut)).as("%s bytes", length).isInstanceOf(BrokenSoundFont.class)
                    .message().endsWith(".").doesNotContain("\n");
        }
    }

    @Test
    @DisplayName("refuses lists in lists in lists")
    void nested() {
        ByteBuffer file = ByteBuffer.allocate(12 + 12 * 100_000).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8).put("sfbk".getBytes(StandardCharsets.US_ASCII));
        while (file.hasRemaining()) {
            file.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(file.remaining() - 4).put("INFO".getBytes(StandardCharsets.US_ASCII));
        }
        assertThatThrownBy(() -> SoundFont.read(file.array())).isInstanceOf(BrokenSoundFont.class).hasMessageContaining("lists lie in lists");
    }

    @Test
    @DisplayName("survives ten thousand files with random damage: each plays or is refused, none takes memory or time")
    void randomDamage() {
        byte[] whole = new TinySoundFont().bytes();
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + seed % 6; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                SoundFont font = SoundFont.read(damaged);
                for (SoundFont.Entry entry : font.entries()) {
                    font.preset(entry.bank(), entry.program());
                }
            } catch (BrokenSoundFont refused) {
                assertThat(refused.getMessage()).as("seed %s", seed).isNotBlank();
            }
        }
    }
}
