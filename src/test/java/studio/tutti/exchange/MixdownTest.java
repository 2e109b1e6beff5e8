package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.library.Instruments;

@DisplayName("A bounce")
class MixdownTest {

    private static final int RATE = 44_100;
    private static final Instruments INSTRUMENTS = new Instruments();

    @TempDir
    Path folder;

    private final Arrangement song = song();

    @Test
    @DisplayName("has stems of its own length that sum to it")
    void stemsSum() throws Exception {
        Mixdown mix = Mixdown.of(song, INSTRUMENTS, RATE);
        Mixdown.Range range = mix.write(folder.resolve("mix.wav"), Encoding.WAV_FLOAT, share -> { });
        float[] whole = floats(folder.resolve("mix.wav"));
        float[] sum = new float[whole.length];
        assertThat(mix.tracks()).isEqualTo(2);
        for (int track = 0; track < mix.tracks(); track++) {
            Path file = folder.resolve("stem" + track + ".wav");
            mix.until(range.to()).stem(track).write(file, Encoding.WAV_FLOAT, share -> { });
            float[] stem = floats(file);
            assertThat(stem).hasSameSizeAs(whole);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += stem[i];
            }
        }
        float loudest = 0;
        for (int i = 0; i < whole.length; i++) {
            assertThat(sum[i]).isCloseTo(whole[i], offset(1e-6f));
            loudest = Math.max(loudest, Math.abs(whole[i]));
        }
        assertThat(loudest).isBetween(0.02f, 0.9f).isEqualTo(range.peak());
        assertThat(Math.abs(whole[whole.length - 1]) + Math.abs(whole[whole.length - 2])).as("the tail has rung out").isLessThan(1e-4f);
    }

    @Test
    @DisplayName("of some bars is exactly as long as they are, and made of the same frames")
    void bars() throws Exception {
        Mixdown.of(song, INSTRUMENTS, RATE).write(folder.resolve("mix.wav"), Encoding.WAV_FLOAT, share -> { });
        Mixdown.of(song, INSTRUMENTS, RATE, 2, 2).write(folder.resolve("bar.wav"), Encoding.WAV_FLOAT, share -> { });
        assertThat(floats(folder.resolve("bar.wav"))).hasSize(2 * 2 * RATE);
        assertThatThrownBy(() -> Mixdown.of(song, INSTRUMENTS, RATE, 900, 901)).isInstanceOf(SongRefused.class);
    }

    @Test
    @DisplayName("comes as 16-bit, 24-bit and float WAV that Java's own reader understands, within a step of each other")
    void depths() throws Exception {
        Map<Encoding, double[]> read = new java.util.EnumMap<>(Encoding.class);
        for (Encoding depth : List.of(Encoding.WAV_16, Encoding.WAV_24, Encoding.WAV_FLOAT)) {
            Path file = folder.resolve(depth + ".wav");
            Mixdown.of(song, INSTRUMENTS, RATE, 1, 1).write(file, depth, share -> { });
            try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
                AudioFormat format = in.getFormat();
                assertThat(format.getChannels()).isEqualTo(2);
                assertThat(format.getSampleRate()).isEqualTo(RATE);
                assertThat(in.getFrameLength()).isEqualTo(2L * RATE);
                read.put(depth, values(in.readAllBytes(), depth));
            }
        }
        double[] exact = read.get(Encoding.WAV_FLOAT);
        for (int i = 0; i < exact.length; i++) {
            assertThat(read.get(Encoding.WAV_24)[i]).isCloseTo(exact[i], offset(0.6 / 8_388_608));
            assertThat(read.get(Encoding.WAV_16)[i]).isCloseTo(exact[i], offset(1.6 / 32_768));
        }
    }

    @Test
    @DisplayName("that fails leaves no file, and the old one as it was")
    void failing() throws IOException {
        Path file = folder.resolve("mix.wav");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> Mixdown.of(song, INSTRUMENTS, RATE).write(file, Encoding.WAV_24, share -> {
            throw new IllegalStateException("the disk is full");
        })).hasMessage("the disk is full");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static float[] floats(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        double[] values = values(java.util.Arrays.copyOfRange(bytes, 58, bytes.length), Encoding.WAV_FLOAT);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] values(byte[] bytes, Encoding depth) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.length / (depth.bits() / 8)];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (depth) {
                case WAV_16 -> buffer.getShort() / 32_768.0;
                case WAV_24 -> ((buffer.get() & 0xFF) | (buffer.get() & 0xFF) << 8 | buffer.get() << 16) / 8_388_608.0;
                default -> buffer.getFloat();
            };
        }
        return values;
    }

    /** Two bars at 120: chords on a flute, a bass. */
    private static Arrangement song() {
        Arrangement arrangement = new Arrangement();
        IdSequence ids = new IdSequence(3, 0);
        List<Operation> operations = new ArrayList<>();
        for (long program : new long[] {73, 33}) {
            Id track = ids.next();
            Id content = ids.next();
            operations.add(new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT,
                    Property.PROGRAM, program, Property.TYPE, TrackType.INSTRUMENT.code(), Property.ORDER, "a" + program)));
            operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
            operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(Property.PARENT, track,
                    Property.CONTENT, content, Property.LENGTH, 7680L)));
            for (long beat = 0; beat < 8; beat++) {
                long pitch = program == 73 ? 72 + beat % 3 * 4 : 36 + beat % 2 * 7;
                operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(Property.PARENT, content,
                        Property.START, beat * 960, Property.LENGTH, 900L, Property.PITCH, pitch)));
            }
        }
        arrangement.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, operations));
        return arrangement;
    }
}
