package studio.tutti.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.SoundCoding;
import studio.tutti.core.instrument.Zone;

@DisplayName("A preset packed for browsers")
class PackingTest {

    private final Instruments instruments = new Instruments();

    @Test
    @DisplayName("comes out as it went in: zones, modulators and every frame")
    void roundTrip() throws IOException {
        for (int[] address : new int[][] {{0, 33}, {0, 73}}) {
            Preset preset = instruments.preset(address[0], address[1]);
            ByteBuffer buffer = unpacked(instruments.sound(address[0], address[1]));
            Preset read = head(buffer);
            SoundCoding coding = new SoundCoding();
            Sample[] samples = PresetHead.samples(preset);
            short[] all = new short[buffer.remaining() / 2];
            for (int at = 0; at < all.length; at += SoundCoding.BLOCK) {
                short[] block = new short[Math.min(SoundCoding.BLOCK, all.length - at)];
                byte[] coded = new byte[2 * block.length];
                buffer.get(coded);
                coding.decode(coded, block);
                System.arraycopy(block, 0, all, at, block.length);
            }
            int at = 0;
            for (Sample sample : samples) {
                assertThat(Arrays.copyOfRange(all, at, at + sample.length())).isEqualTo(sample.pcm());
                at += sample.length();
            }
            assertThat(at).isEqualTo(all.length);
            same(read, preset);
        }
    }

    private static ByteBuffer unpacked(PresetSound sound) throws IOException {
        return ByteBuffer.wrap(new GZIPInputStream(new ByteArrayInputStream(sound.packed())).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Preset head(ByteBuffer buffer) {
        int[] head = new int[buffer.getInt()];
        for (int i = 0; i < head.length; i++) {
            head[i] = buffer.getInt();
        }
        return PresetHead.read(head);
    }

    @Test
    @DisplayName("is of some keys only, where it is asked for so")
    void someKeys() throws IOException {
        Preset whole = instruments.preset(Preset.DRUMS, 0);
        PresetSound kickAndSnare = instruments.sound(Preset.DRUMS, 0, "00000000" + "00000050" + "00000000" + "00000000");
        Zone[] some = Arrays.stream(whole.zones()).filter(zone -> zone.lowKey() <= 38 && zone.highKey() >= 36 && (zone.lowKey() != 37 || zone.highKey() != 37))
                .toArray(Zone[]::new);
        assertThat(some).hasSizeGreaterThan(1);
        same(head(unpacked(kickAndSnare)), new Preset(whole.bank(), whole.program(), whole.name(), some));
        assertThat(kickAndSnare.packed().length).isLessThan(instruments.sound(Preset.DRUMS, 0).packed().length / 10);
        assertThat(kickAndSnare.tag()).isNotEqualTo(instruments.tag(Preset.DRUMS, 0));
        assertThatThrownBy(() -> instruments.sound(Preset.DRUMS, 0, "36")).hasMessage("Keys are 32 hexadecimal digits.");
    }

    private static void same(Preset read, Preset preset) {
        assertThat(read.name()).isEqualTo(preset.name());
        assertThat(read.zones()).hasSameSizeAs(preset.zones());
        for (int i = 0; i < preset.zones().length; i++) {
            Zone a = read.zones()[i];
            Zone b = preset.zones()[i];
            for (int generator = 0; generator < Generator.COUNT; generator++) {
                assertThat(a.value(generator)).isEqualTo(b.value(generator));
            }
            assertThat(a.modulators()).isEqualTo(b.modulators());
            for (int m = 0; m < a.modulators(); m++) {
                assertThat(a.modulator(m)).isEqualTo(b.modulator(m));
            }
            assertThat(new int[] {a.lowKey(), a.highKey(), a.lowVelocity(), a.highVelocity(), a.loopStart(), a.loopEnd()})
                    .isEqualTo(new int[] {b.lowKey(), b.highKey(), b.lowVelocity(), b.highVelocity(), b.loopStart(), b.loopEnd()});
        }
    }

    @Test
    @DisplayName("is smaller than two thirds of its PCM, and the same bytes each time")
    void size() throws IOException {
        PresetSound sound = instruments.sound(0, 0);
        long frames = Arrays.stream(PresetHead.samples(instruments.preset(0, 0))).mapToLong(Sample::length).sum();
        assertThat((double) sound.packed().length / (2 * frames)).isLessThan(0.66);
        assertThat(new Instruments().sound(0, 0).packed()).isEqualTo(sound.packed());
    }

    @Test
    @DisplayName("stands in where a bank has no such program")
    void fallback() throws IOException {
        assertThat(instruments.preset(17, 33).address()).isEqualTo(33);
        assertThat(instruments.preset(Preset.DRUMS, 25).address()).isEqualTo(Preset.address(Preset.DRUMS, 0));
    }

    @Test
    @DisplayName("refuses a damaged head with a sentence")
    void damagedHead() throws IOException {
        int[] head = PresetHead.write(instruments.preset(0, 73));
        assertThatThrownBy(() -> PresetHead.read(Arrays.copyOf(head, head.length / 2))).isInstanceOf(IllegalArgumentException.class);
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            int[] damaged = head.clone();
            damaged[random.nextInt(Math.min(200, head.length))] = random.nextInt();
            try {
                PresetHead.read(damaged);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
