package studio.tutti.exchange.internal.midi;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.music.Ticks;

/** Writes a Standard MIDI File of type 1 with 960 ticks a quarter note. */
final class MidiFileWriter {

    private static final int LONGEST_WAIT = (1 << 28) - 1;

    private final List<byte[]> tracks = new ArrayList<>();

    /** One message at a moment; of those at the same moment lower ranks come first, equal ones in the order they were given. */
    record Message(long tick, int rank, byte[] bytes) {}

    /** The bytes of a meta message. */
    static byte[] meta(int type, byte... content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 4);
        out.write(MidiTrack.META);
        out.write(type);
        length(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    /**
     * Adds a track.
     *
     * @param messages in any order, sorted here
     * @param end the tick of its end, at least that of the last message
     */
    void add(List<Message> messages, long end) {
        messages.sort(Comparator.comparingLong(Message::tick).thenComparingInt(Message::rank));
        ByteArrayOutputStream out = new ByteArrayOutputStream(messages.size() * 4 + 64);
        long tick = 0;
        int running = 0;
        for (Message message : messages) {
            wait(out, message.tick - tick);
            tick = message.tick;
            byte[] bytes = message.bytes;
            int status = bytes[0] & 0xFF;
            boolean again = status == running && status < 0xF0;
            out.write(bytes, again ? 1 : 0, again ? bytes.length - 1 : bytes.length);
            running = status;
        }
        wait(out, Math.max(0, end - tick));
        out.writeBytes(meta(Meta.END));
        tracks.add(out.toByteArray());
    }

    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunk(out, "MThd", new byte[] {0, 1, (byte) (tracks.size() >> 8), (byte) tracks.size(),
            (byte) (Ticks.PER_QUARTER >> 8), (byte) Ticks.PER_QUARTER});
        tracks.forEach(track -> chunk(out, "MTrk", track));
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        for (int i = 0; i < 4; i++) {
            out.write(name.charAt(i));
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(content.length >> shift);
        }
        out.writeBytes(content);
    }

    /** Waits some ticks; beyond what MIDI's numbers hold in several steps, with empty texts between. */
    private static void wait(ByteArrayOutputStream out, long ticks) {
        long rest = ticks;
        while (rest > LONGEST_WAIT) {
            length(out, LONGEST_WAIT);
            out.writeBytes(meta(Meta.TEXT));
            rest -= LONGEST_WAIT;
        }
        length(out, rest);
    }

    /** A number of variable length: seven bits a byte, at most four bytes. */
    private static void length(ByteArrayOutputStream out, long value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                out.write((int) (value >>> shift & 0x7F | 0x80));
            }
        }
        out.write((int) (value & 0x7F));
    }
}
