package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A MIDI file that is broken or too much is refused with one sentence:")
class BadMidiTest {

    private static final int[] NOTE = {0x00, 0x90, 60, 100, 0x60, 60, 0};

    static Stream<Arguments> broken() throws IOException {
        byte[] whole = new MidiBytes(1, 960).track(NOTE).track(NOTE).toBytes();
        byte[] longChunk = new MidiBytes(0, 960).track(NOTE).toBytes();
        longChunk[18] = 0x7F;
        byte[] longHead = new MidiBytes(0, 960).track(NOTE).toBytes();
        longHead[4] = 0x7F;
        return Stream.of(
                bad("empty", new byte[0], "The file is empty."),
                bad("a text", "Dear diary, this is not music at all.".getBytes(), "This is not a MIDI file."),
                bad("cut in a track", Arrays.copyOf(whole, whole.length - 3), "breaks off"),
                bad("cut before a track", Arrays.copyOf(whole, 14 + 8 + 7), "it announces 2 tracks and holds 1"),
                bad("cut in its head", Arrays.copyOf(whole, 9), "breaks off"),
                bad("a chunk longer than the file", longChunk, "breaks off"),
                bad("a head longer than the file", longHead, "breaks off"),
                bad("data without status", new MidiBytes(0, 960).track(0x00, 60, 100).toBytes(), "data that belongs to no message"),
                bad("a message cut by another", new MidiBytes(0, 960).track(0x00, 0x90, 60, 0x80, 0x00).toBytes(), "a message breaks off"),
                bad("a system message", new MidiBytes(0, 960).track(0x00, 0xF1, 0x00).toBytes(), "a message that no file may have"),
                bad("an endless length", new MidiBytes(0, 960).track(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F).toBytes(), "a length in it is impossible"),
                bad("a meta message of 256 MB", new MidiBytes(0, 960).track(0x00, 0xFF, 0x01, 0xFF, 0xFF, 0xFF, 0x7F).toBytes(), "breaks off"),
                bad("an exclusive message of 256 MB", new MidiBytes(0, 960).track(0x00, 0xF0, 0xFF, 0xFF, 0xFF, 0x7F).toBytes(), "breaks off"),
                bad("tempo 0", new MidiBytes(0, 960).track(0x00, 0xFF, 0x51, 3, 0, 0, 0).toBytes(), "a quarter note that lasts no time"),
                bad("a tempo of a million", new MidiBytes(0, 960).track(0x00, 0xFF, 0x51, 3, 0, 0, 60).toBytes(), "1000000 quarter notes a minute"),
                bad("ticks without length", new MidiBytes(0, 0).track(NOTE).toBytes(), "doesn't say how long its ticks are"),
                bad("frames that film never had", new MidiBytes(0, (-77 & 0xFF) << 8 | 40).track(NOTE).toBytes(), "doesn't say how long its ticks are"),
                bad("no track", new MidiBytes(1, 960).toBytes(), "holds no track"),
                bad("type 2", new MidiBytes(2, 960).track(NOTE).track(NOTE).toBytes(), "save it as type 0 or 1"),
                bad("type 9", new MidiBytes(9, 960).track(NOTE).toBytes(), "no MIDI file of type 9"),
                bad("a song of a century", new MidiBytes(0, 1).track(
                        0xFF, 0xFF, 0xFF, 0x7F, 0x90, 60, 100, 0x00, 60, 0).toBytes(), "too long"),
                bad("a million messages", manyNotes(500_000), "more than 800000 messages"),
                bad("more notes than a song holds", manyNotes(350_000), "at most 300000"),
                bad("more tracks than a song holds", manyTracks(600), "at most 512"),
                bad("more metres than a song holds", manyMetres(6_000), "more than 5000 of the kind metre change"),
                bad("controllers that five hundred tracks share", sharedControllers(), "more than 600000 controllers"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isRefused(String what, byte[] file, String reason) {
        assertThatThrownBy(() -> MidiBytes.read(file))
                .isInstanceOf(SongRefused.class)
                .hasMessageContaining(reason)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n").endsWith("."));
    }

    @Test
    @DisplayName("a hundred megabytes, of which only the first sixteen are read")
    void tooLarge() {
        byte[] head = new MidiBytes(1, 960).track(NOTE).toBytes();
        Endless endless = new Endless(head, 100L << 20);
        assertThatThrownBy(() -> SongReader.read(endless, "huge.mid", MediaSink.NONE))
                .isInstanceOf(SongRefused.class)
                .hasMessage("The MIDI file is too large: at most 16 MB can be read.");
        assertThat(endless.read).isLessThan(17L << 20);
    }

    private static Arguments bad(String what, byte[] file, String reason) {
        return Arguments.of(what, file, reason);
    }

    private static byte[] manyNotes(int count) {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        track.writeBytes(new byte[] {0, (byte) 0x90, 60, 100, 1, 60, 0});
        for (int i = 1; i < count; i++) {
            track.writeBytes(new byte[] {0, 60, 100, 1, 60, 0});
        }
        return new MidiBytes(0, 960).track(track.toByteArray()).toBytes();
    }

    private static byte[] manyTracks(int count) {
        MidiBytes file = new MidiBytes(1, 960);
        for (int i = 0; i < count; i++) {
            file.track(NOTE);
        }
        return file.toBytes();
    }

    private static byte[] manyMetres(int count) {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            track.writeBytes(new byte[] {1, (byte) 0xFF, 0x58, 4, (byte) (1 + i % 7), 2, 24, 8});
        }
        return new MidiBytes(0, 960).track(track.toByteArray()).toBytes();
    }

    /** A track without notes that sends much, and many that play its channel: each would have to hear all of it. */
    private static byte[] sharedControllers() {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            track.writeBytes(new byte[] {1, (byte) 0xB0, 1, (byte) (i % 127)});
        }
        MidiBytes file = new MidiBytes(1, 960).track(track.toByteArray());
        for (int i = 0; i < 500; i++) {
            file.track(NOTE);
        }
        return file.toBytes();
    }

    /** A stream that begins as told and goes on with zeros, counting what is taken. */
    private static final class Endless extends InputStream {
        private final InputStream head;
        private final long length;
        private long read;

        Endless(byte[] head, long length) {
            this.head = new ByteArrayInputStream(head);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            if (read >= length) {
                return -1;
            }
            read++;
            return Math.max(0, head.read());
        }
    }
}
