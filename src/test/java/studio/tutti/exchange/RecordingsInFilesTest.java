package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.library.Instruments;
import studio.tutti.library.SoundFolder;
import studio.tutti.library.Wav;

@DisplayName("Recordings in files")
class RecordingsInFilesTest {

    @TempDir
    Path folder;

    private Arrangement song(String hash) throws Exception {
        Arrangement song = new Arrangement();
        Id track = new Id(1, 1);
        Id content = new Id(1, 2);
        song.apply(new Edit(new Id(2, 1), new Id(2, 2), 0, "test", Id.NONE, List.of(
                new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.TYPE, TrackType.AUDIO.code())),
                new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT, Property.FORM, 1L, Property.MEDIA, hash,
                        Property.LASTS, 2_000_000_000L)),
                new Operation.Add(new Id(1, 3), Kind.CLIP, Map.of(Property.PARENT, track, Property.CONTENT, content, Property.START, 1920L,
                        Property.LENGTH, 3840L, Property.FADE_IN, 100_000L)))));
        return song;
    }

    private static float[] read(Path file) throws Exception {
        try (AudioSource source = AudioFile.open(file)) {
            float[][] sound = new float[source.channels()][(int) source.frames()];
            for (int at = 0; at < sound[0].length; ) {
                at += source.read(sound, at, sound[0].length - at);
            }
            return sound[0];
        }
    }

    @Test
    @DisplayName("a bounce holds what clips of recorded sound play, and so does the track's stem; a missing recording is said")
    void bounced() throws Exception {
        byte[] file = Wav.tone(48_000, 2, 2, 440);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        Path recordings = Files.createDirectory(folder.resolve("recordings"));
        Files.write(recordings.resolve(hash), file);
        Mixdown mix = Mixdown.of(song(hash), new Instruments(), 48_000).with(new SoundFolder(recordings));
        Encoding encoding = Encoding.WAV_FLOAT;
        Mixdown.Range range = mix.write(folder.resolve("mix.wav"), encoding, share -> { });
        mix.until(range.to()).stem(0).write(folder.resolve("stem.wav"), encoding, share -> { });
        float[] heard = read(folder.resolve("mix.wav"));
        assertThat(heard).hasSize(3 * 48_000);
        for (int i = 0; i < 48_000; i++) {
            assertThat(heard[i]).isZero();
        }
        for (int i = 60_000; i < 140_000; i++) {
            assertThat((double) heard[i]).isCloseTo(0.5 * Math.sin(2 * Math.PI * 440 * (i - 48_000) / 48_000), org.assertj.core.data.Offset.offset(1e-4));
        }
        assertThat(read(folder.resolve("stem.wav"))).isEqualTo(heard);
        assertThatThrownBy(() -> Mixdown.of(song(hash), new Instruments(), 48_000).write(folder.resolve("none.wav"), encoding, share -> { }))
                .isInstanceOf(SongRefused.class).hasMessage("A recording of the song is missing.");
    }

    @Test
    @DisplayName("a .tutti file carries the recordings and all that its clips say of them")
    void tuttiFile() throws Exception {
        byte[] file = Wav.tone(8_000, 1, 2, 200);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(song(hash), SongFormat.TUTTI, each -> new ByteArrayInputStream(file), out);
        Song again = SongReader.read(new ByteArrayInputStream(out.toByteArray()), "a.tutti", new MediaFolder(folder));
        assertThat(folder.resolve(hash)).hasBinaryContent(file);
        var clip = again.arrangement().root().children(Kind.TRACK).iterator().next().children(Kind.CLIP).iterator().next();
        assertThat(clip.number(Property.FADE_IN)).isEqualTo(100_000);
        assertThat(again.arrangement().root().children(Kind.CONTENT).iterator().next().number(Property.LASTS)).isEqualTo(2_000_000_000L);
    }
}
