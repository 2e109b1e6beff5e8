package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.MasterSound;

@DisplayName("A .tutti file")
class TuttiFileTest {

    private static final byte[] RECORDING = "RIFF, and so on".getBytes(StandardCharsets.UTF_8);

    @Test
    @DisplayName("holds a song whole: tracks, sections, chords, clips of one content, ids")
    void holdsEverything() throws IOException {
        Arrangement song = DemoSong.song().arrangement();
        byte[] file = written(song, MediaSource.NONE);
        Arrangement read = read(file, MediaSink.NONE);
        assertThat(written(read, MediaSource.NONE)).isEqualTo(file);
        for (Kind kind : Kind.values()) {
            assertThat(read.count(kind)).as(kind.word()).isEqualTo(song.count(kind));
        }
        for (Element track : Elements.tracks(song)) {
            Element same = read.alive(track.id());
            assertThat(same).isNotNull();
            assertThat(same.text(Property.NAME)).isEqualTo(track.text(Property.NAME));
            assertThat(same.number(Property.VOLUME)).isEqualTo(track.number(Property.VOLUME));
        }
        assertThat(read.root().text(Property.CREDITS)).contains("Tanner Helland");
    }

    @Test
    @DisplayName("of version 1 opens as what it was, whatever the studio writes today")
    void versionOne() throws IOException {
        Arrangement read = read(MidiRoundTripTest.resource("/golden/song-v1.tutti"), MediaSink.NONE);
        assertThat(read.checksum()).isEqualTo(-5337448918648534609L);
        assertThat(read.count(Kind.NOTE)).isEqualTo(1_901);
        assertThat(read.count(Kind.CLIP)).isEqualTo(64);
    }

    @Test
    @DisplayName("brings nothing of what was removed from the song")
    void noTombstones() throws IOException {
        Arrangement song = DemoSong.song().arrangement();
        Element track = Elements.tracks(song).getFirst();
        edit(song, new Operation.Remove(track.id()));
        Arrangement read = read(written(song, MediaSource.NONE), MediaSink.NONE);
        assertThat(read.find(track.id())).isNull();
        assertThat(Elements.tracks(read)).hasSize(5);
    }

    @Test
    @DisplayName("carries the recordings that the song plays")
    void carriesMedia() throws Exception {
        String hash = hash(RECORDING);
        byte[] file = written(withRecording(hash), asked -> {
            assertThat(asked).isEqualTo(hash);
            return new ByteArrayInputStream(RECORDING);
        });
        Map<String, byte[]> kept = new HashMap<>();
        read(file, (name, content) -> kept.put(name, content.readAllBytes()));
        assertThat(kept).containsOnlyKeys(hash);
        assertThat(kept.get(hash)).isEqualTo(RECORDING);
    }

    @Test
    @DisplayName("carries the song's master and both reports on it, which are no sound")
    void carriesMaster() throws Exception {
        byte[] sheet = "%PDF-1.7, and so on".getBytes(StandardCharsets.UTF_8);
        byte[] figures = "{\"target\": -14.0}\n".getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new HashMap<>();
        for (byte[] each : List.of(RECORDING, sheet, figures)) {
            files.put(hash(each), each);
        }
        MasterSound master = new MasterSound("Roads", hash(RECORDING), -14.02, -1.05, hash(sheet), hash(figures), 12);
        Arrangement song = new Arrangement();
        edit(song, new Operation.Add(new Id(1, 2), Kind.MASTER, ((Operation.Add) master.take("").others().getFirst()).values()));
        byte[] file = written(song, asked -> new ByteArrayInputStream(files.get(asked)));
        Map<String, byte[]> kept = new HashMap<>();
        Arrangement read = read(file, (name, content) -> kept.put(name, content.readAllBytes()));
        assertThat(kept).containsOnlyKeys(files.keySet());
        files.forEach((name, content) -> assertThat(kept.get(name)).isEqualTo(content));
        assertThat(MasterSound.of(read)).isEqualTo(master);
    }

    @Test
    @DisplayName("is refused when a recording in it is not the one that it names")
    void forgedMedia() throws IOException {
        byte[] file = written(withRecording("0".repeat(64)), asked -> new ByteArrayInputStream(RECORDING));
        refused(file, "A recording in the .tutti file is damaged.");
    }

    @Test
    @DisplayName("is not written without a recording that the song plays")
    void missingMedia() {
        assertThatThrownBy(() -> written(withRecording("0".repeat(64)), MediaSource.NONE))
                .isInstanceOf(SongRefused.class).hasMessage("A recording of the song is missing.");
    }

    @Test
    @DisplayName("is refused when it is cut, wherever")
    void cut() throws IOException {
        byte[] file = written(DemoSong.song().arrangement(), MediaSource.NONE);
        for (int length : new int[] {5, 60, 200, 400, file.length / 2}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(file, length), MediaSink.NONE))
                    .as("%d of %d bytes", length, file.length)
                    .isInstanceOf(SongRefused.class);
        }
    }

    @Test
    @DisplayName("is refused when its song was changed by hand")
    void changed() throws IOException {
        Map<String, byte[]> entries = entries(written(DemoSong.song().arrangement(), MediaSource.NONE));
        byte[] song = entries.get("song.bin");
        song[song.length / 2] ^= 1;
        assertThatThrownBy(() -> read(zip(entries), MediaSink.NONE)).isInstanceOf(SongRefused.class).hasMessageContaining("damaged");
    }

    @Test
    @DisplayName("of a newer version asks for a newer studio")
    void newer() throws IOException {
        Map<String, byte[]> entries = entries(written(new Arrangement(), MediaSource.NONE));
        String manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        entries.put("manifest.json", manifest.replaceFirst("\"version\" : 1", "\"version\" : 7").getBytes(StandardCharsets.UTF_8));
        refused(zip(entries), "The .tutti file has version 7, and this studio reads up to 1: update the studio.");
    }

    @Test
    @DisplayName("that blows up when unpacked is refused before it does")
    void bomb() throws IOException {
        Map<String, byte[]> entries = entries(written(new Arrangement(), MediaSource.NONE));
        entries.put("song.bin", new byte[60 << 20]);
        byte[] file = zip(entries);
        assertThat(file).hasSizeLessThan(100_000);
        refused(file, "The .tutti file is too large for a song.");
    }

    @Test
    @DisplayName("must be one: another zip is refused")
    void otherZip() throws IOException {
        refused(zip(Map.of("mimetype", "application/epub+zip".getBytes(StandardCharsets.UTF_8))),
                "This is not a .tutti file: it holds no song.");
    }

    private static String hash(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static void refused(byte[] file, String reason) {
        assertThatThrownBy(() -> read(file, MediaSink.NONE)).isInstanceOf(SongRefused.class).hasMessage(reason);
    }

    private static Arrangement withRecording(String hash) {
        Arrangement song = new Arrangement();
        edit(song, new Operation.Add(new Id(1, 2), Kind.CONTENT, Map.of(
                Property.PARENT, Arrangement.ROOT, Property.FORM, 1L, Property.MEDIA, hash)));
        return song;
    }

    private static void edit(Arrangement arrangement, Operation... operations) {
        IdSequence ids = new IdSequence(9, 9);
        arrangement.apply(new Edit(ids.next(), ids.next(), 0, "test", Id.NONE, List.of(operations)));
    }

    private static byte[] written(Arrangement song, MediaSource media) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(song, SongFormat.TUTTI, media, out);
        return out.toByteArray();
    }

    private static Arrangement read(byte[] file, MediaSink media) throws IOException {
        return SongReader.read(new ByteArrayInputStream(file), "song.tutti", media).arrangement();
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), readAll(zip));
            }
        }
        return entries;
    }

    private static byte[] readAll(InputStream in) throws IOException {
        return in.readAllBytes();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
