package studio.tutti.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A MIDI file written byte by byte, so that it can hold what no program would write. */
final class MidiBytes {

    private final int type;
    private final int division;
    private final List<byte[]> tracks = new ArrayList<>();

    MidiBytes(int type, int division) {
        this.type = type;
        this.division = division;
    }

    /** Adds a track of these bytes, waiting times included. */
    MidiBytes track(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return track(content);
    }

    MidiBytes track(byte[] content) {
        tracks.add(content);
        return this;
    }

    /** A text as the bytes of a meta message at tick 0. */
    static int[] text(int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] message = new int[bytes.length + 4];
        message[1] = 0xFF;
        message[2] = type;
        message[3] = bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            message[4 + i] = bytes[i] & 0xFF;
        }
        return message;
    }

    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("MThd".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {0, 0, 0, 6, 0, (byte) type, (byte) (tracks.size() >> 8), (byte) tracks.size(),
            (byte) (division >> 8), (byte) division});
        for (byte[] track : tracks) {
            out.writeBytes("MTrk".getBytes(StandardCharsets.US_ASCII));
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(track.length >> shift);
            }
            out.writeBytes(track);
        }
        return out.toByteArray();
    }

    Song read() throws IOException {
        return read(toBytes());
    }

    static Song read(byte[] bytes) throws IOException {
        return SongReader.read(new ByteArrayInputStream(bytes), "a file.mid", MediaSink.NONE);
    }
}
