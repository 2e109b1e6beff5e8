package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@DisplayName("A MIDI file damaged at random")
class MidiFuzzTest {

    private static final List<String> FILES = List.of("alagaesia.mid", "d_e4m4.mid", "d_dm24.mid", "d_map14.mid", "d_read_m.mid");

    @Test
    @DisplayName("is read or refused with a sentence, and what is read can be written and read again")
    void few() throws IOException {
        damage(1, 300);
    }

    @Test
    @EnabledIfSystemProperty(named = "tutti.long", matches = "true", disabledReason = "the long form, with -Dtutti.long=true")
    @DisplayName("is read or refused, twenty thousand times")
    void many() throws IOException {
        damage(1_000_000, 20_000);
    }

    private static void damage(long firstSeed, int times) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : FILES) {
            files.add(MidiRoundTripTest.resource("/midi/" + name));
        }
        int read = 0;
        int refused = 0;
        for (long seed = firstSeed; seed < firstSeed + times; seed++) {
            byte[] file = damaged(files.get((int) (seed % files.size())), new SplittableRandom(seed));
            try {
                Song song = MidiBytes.read(file);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                SongWriter.write(song.arrangement(), SongFormat.MIDI, MediaSource.NONE, out);
                MidiBytes.read(out.toByteArray());
                read++;
            } catch (SongRefused reason) {
                assertThat(reason.getMessage()).as("seed %d", seed).endsWith(".").doesNotContain("\n");
                refused++;
            } catch (RuntimeException | Error defect) {
                throw new AssertionError("seed " + seed, defect);
            }
        }
        // Both ways must have been walked, or the damage is of the wrong kind.
        assertThat(read).isGreaterThan(times / 20);
        assertThat(refused).isGreaterThan(times / 20);
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] file = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> file = java.util.Arrays.copyOf(file, random.nextInt(file.length));
            case 1 -> {
                for (int i = random.nextInt(1, 20); i > 0; i--) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 3 -> {
                // Numbers that lie about lengths: in the head, in a chunk, anywhere.
                int at = random.nextInt(4, Math.min(file.length, 64));
                file[at] = (byte) (random.nextBoolean() ? 0xFF : 0x7F);
            }
            default -> {
                int from = random.nextInt(file.length);
                int length = random.nextInt(1, 200);
                byte[] shifted = new byte[file.length];
                System.arraycopy(file, 0, shifted, 0, from);
                int rest = Math.max(0, file.length - from - length);
                System.arraycopy(file, Math.min(file.length, from + length), shifted, from, rest);
                file = shifted;
            }
        }
        return file;
    }
}
