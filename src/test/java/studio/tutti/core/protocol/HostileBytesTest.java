package studio.tutti.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.ModelRules;
import studio.tutti.core.trial.Dice;

@DisplayName("Hostile bytes")
class HostileBytesTest {

    private static final Consumer<byte[]> EDIT = EditFormat::fromBytes;
    private static final Consumer<byte[]> OPERATIONS = EditFormat::operationsFromBytes;
    private static final Consumer<byte[]> SNAPSHOT = SnapshotFormat::fromBytes;
    private static final Consumer<byte[]> PAGE = MessageFormat::fromPage;
    private static final Consumer<byte[]> SERVER = MessageFormat::fromServer;

    private record Sample(Consumer<byte[]> reader, byte[] bytes) {}

    private static List<Sample> samples() {
        Examples examples = new Examples(21, 30);
        List<Sample> samples = new ArrayList<>();
        for (Edit edit : examples.edits) {
            samples.add(new Sample(EDIT, EditFormat.toBytes(edit)));
            samples.add(new Sample(OPERATIONS, EditFormat.operationsToBytes(edit.operations())));
        }
        samples.add(new Sample(SNAPSHOT, SnapshotFormat.toBytes(30, examples.song)));
        for (Message message : Examples.messages()) {
            samples.add(new Sample(message instanceof Message.FromPage ? PAGE : SERVER, MessageFormat.toBytes(message)));
        }
        samples.add(new Sample(TakeFormat::fromBytes, TakeFormat.toBytes(Examples.take())));
        samples.add(new Sample(CardFormat::fromBytes, CardFormat.toBytes(Examples.proposal().card())));
        return samples;
    }

    @Test
    @DisplayName("that end too early are refused, wherever they end")
    void truncated() {
        for (Sample sample : samples()) {
            for (int length = 0; length < sample.bytes.length; length++) {
                byte[] cut = Arrays.copyOf(sample.bytes, length);
                assertThat(isRefused(sample.reader, cut)).as("cut to %d of %d", length, sample.bytes.length).isTrue();
            }
        }
    }

    @Test
    @DisplayName("that go on after their end are refused")
    void tooLong() {
        for (Sample sample : samples()) {
            assertThat(isRefused(sample.reader, Arrays.copyOf(sample.bytes, sample.bytes.length + 1))).isTrue();
        }
    }

    @Test
    @DisplayName("are read or refused as malformed, nothing else, and take memory in proportion")
    void mutated() {
        Dice dice = new Dice(77);
        List<Sample> samples = samples();
        for (int i = 0; i < 60_000; i++) {
            Sample sample = samples.get(dice.below(samples.size()));
            byte[] bytes = mutate(sample.bytes, dice);
            long before = allocated();
            isRefused(sample.reader, bytes);
            assertThat(allocated() - before).as("bytes allocated for %d", bytes.length).isLessThan(200_000 + 2_000L * bytes.length);
        }
    }

    @Test
    @DisplayName("that happen to be an edit are applied or refused, and the rules hold")
    void mutatedEdits() {
        Dice dice = new Dice(78);
        Examples examples = new Examples(22, 60);
        Arrangement song = examples.song;
        int applied = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutate(EditFormat.toBytes(examples.edits.get(dice.below(examples.edits.size()))), dice);
            long before = song.checksum();
            try {
                song.apply(EditFormat.fromBytes(bytes));
                applied++;
            } catch (EditRefused | Malformed expected) {
                assertThat(song.checksum()).isEqualTo(before);
                assertThat(expected.getMessage()).isNotBlank().endsWith(".");
            }
            if (i % 200 == 0) {
                ModelRules.check(song);
            }
        }
        ModelRules.check(song);
        assertThat(applied).isGreaterThan(100);
    }

    private static byte[] mutate(byte[] original, Dice dice) {
        byte[] bytes = original.clone();
        for (int changes = 1 + dice.below(4); changes > 0 && bytes.length > 1; changes--) {
            int at = 1 + dice.below(bytes.length - 1);
            switch (dice.below(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << dice.below(8));
                case 1 -> bytes[at] = (byte) dice.below(256);
                case 2 -> bytes[at] = (byte) 0xFF;
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    byte[] longer = new byte[bytes.length + 1];
                    System.arraycopy(bytes, 0, longer, 0, at);
                    longer[at] = (byte) dice.below(256);
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private static boolean isRefused(Consumer<byte[]> reader, byte[] bytes) {
        try {
            reader.accept(bytes);
            return false;
        } catch (Malformed expected) {
            return true;
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
