package studio.tutti.audiofile.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioRefused;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** The packets of the first stream in an Ogg file (RFC 3533). Each page's check sum is held to. */
public final class OggPackets implements Closeable {

    /** Pictures may lie in a comment; more than this lies in none. */
    private static final int LONGEST_PACKET = 1 << 25;
    private static final int LONGEST_PAGE = 27 + 255 + 255 * 255;

    private final FileBytes bytes;
    private final byte[] page = new byte[LONGEST_PAGE];
    private final byte[] first;
    private long serial = -1;
    private long sequence = -1;
    private int segments;
    private int segment;
    private int at;
    private boolean last;
    private final long end;

    /** Reads the first packet, and looks at the last page. */
    public OggPackets(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        byte[] packet = next();
        if (packet == null) {
            throw damaged();
        }
        first = packet;
        end = lastGranule();
    }

    /** The stream's first packet. */
    public byte[] first() {
        return first;
    }

    /** The position that the stream's last page states, in what its codec counts. */
    long end() {
        return end;
    }

    /** The next packet, null after the last. */
    byte @Nullable [] next() throws IOException {
        byte[] packet = new byte[0];
        while (true) {
            if (segment == segments) {
                if (last) {
                    return null;
                }
                nextPage();
                continue;
            }
            int size = 0;
            boolean whole = false;
            while (segment < segments && !whole) {
                int some = page[27 + segment++] & 0xFF;
                size += some;
                whole = some < 255;
            }
            int old = packet.length;
            if (old + size > LONGEST_PACKET) {
                throw damaged();
            }
            packet = Arrays.copyOf(packet, old + size);
            System.arraycopy(page, at, packet, old, size);
            at += size;
            if (whole) {
                return packet;
            }
        }
    }

    private void nextPage() throws IOException {
        do {
            if (bytes.left() == 0) {
                throw FileBytes.cut();
            }
            readPage();
            if (serial < 0) {
                serial = serialHere();
            }
        } while (serialHere() != serial);
        long number = little(18, 4);
        if (sequence >= 0 && number != sequence + 1) {
            throw damaged();
        }
        sequence = number;
        last = (page[5] & 4) != 0;
        segment = 0;
        at = 27 + segments;
    }

    private void readPage() throws IOException {
        bytes.fully(page, 0, 27);
        if (little(0, 4) != 0x5367674FL || page[4] != 0) {
            throw damaged();
        }
        segments = page[26] & 0xFF;
        bytes.fully(page, 27, segments);
        int size = 27 + segments;
        for (int i = 0; i < segments; i++) {
            size += page[27 + i] & 0xFF;
        }
        bytes.fully(page, 27 + segments, size - 27 - segments);
        int stated = (int) little(22, 4);
        Arrays.fill(page, 22, 26, (byte) 0);
        if (Crc.ogg(0, page, 0, size) != stated) {
            throw damaged();
        }
    }

    /** The last page of the stream lies within the last two longest pages of the file, or the file is cut. */
    private long lastGranule() throws IOException {
        long here = bytes.position();
        byte[] tail = new byte[(int) Math.min(bytes.size(), 2L * LONGEST_PAGE)];
        bytes.seek(bytes.size() - tail.length);
        bytes.fully(tail, 0, tail.length);
        bytes.seek(here);
        for (int i = tail.length - 27; i >= 0; i--) {
            if (tail[i] == 'O' && tail[i + 1] == 'g' && tail[i + 2] == 'g' && tail[i + 3] == 'S'
                    && little(tail, i + 14, 4) == serial && (tail[i + 5] & 4) != 0) {
                return little(tail, i + 6, 8);
            }
        }
        throw FileBytes.cut();
    }

    private long serialHere() {
        return little(14, 4);
    }

    private long little(int from, int count) {
        return little(page, from, count);
    }

    static long little(byte[] from, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | from[at + i] & 0xFF;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    static AudioRefused damaged() {
        return new AudioRefused("The Ogg file is damaged.");
    }
}
