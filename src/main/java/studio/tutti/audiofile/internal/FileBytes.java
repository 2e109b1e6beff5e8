package studio.tutti.audiofile.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.ArrivingBytes;
import studio.tutti.audiofile.AudioRefused;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's bytes in order, with numbers of both byte orders; whatever lies beyond its end is refused. */
public final class FileBytes implements Closeable {

    private final ArrivingBytes source;
    private final @Nullable FileChannel channel;
    private final long size;
    private final byte[] buffer = new byte[1 << 16];
    /** Where in the file the buffer begins. */
    private long base;
    private int at;
    private int filled;
    private boolean bigEndian;

    /** Opens a file. */
    public FileBytes(Path file) throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
        channel = opened;
        size = opened.size();
        source = new ArrivingBytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(long at, ByteBuffer target) throws IOException {
                return opened.read(target, at);
            }
        };
    }

    /** Opens what is still on its way. */
    public FileBytes(ArrivingBytes source) {
        this.source = source;
        channel = null;
        size = source.size();
    }

    /** Bytes of the file. */
    public long size() {
        return size;
    }

    /** Where the next byte lies. */
    public long position() {
        return base + at;
    }

    /** Bytes from here to the end. */
    public long left() {
        return size - position();
    }

    /** Goes to a byte of the file. */
    void seek(long position) throws AudioRefused {
        if (position < 0 || position > size) {
            throw cut();
        }
        if (position >= base && position <= base + filled) {
            at = (int) (position - base);
        } else {
            base = position;
            at = 0;
            filled = 0;
        }
    }

    /** Passes some bytes over. */
    void skip(long bytes) throws AudioRefused {
        if (bytes < 0 || bytes > left()) {
            throw cut();
        }
        seek(position() + bytes);
    }

    /** Numbers have their highest byte first from here on. */
    void bigEndian() {
        bigEndian = true;
    }

    /** 0 to 255. */
    int u8() throws IOException {
        if (at == filled && !fill()) {
            throw cut();
        }
        return buffer[at++] & 0xFF;
    }

    /** The next byte, or −1 at the end. */
    int next() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xFF : -1;
    }

    /** 0 to 65,535. */
    int u16() throws IOException {
        int first = u8();
        int second = u8();
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /** 0 to 2³² − 1. */
    long u32() throws IOException {
        int first = u16();
        int second = u16();
        return (bigEndian ? (long) first << 16 | second : (long) second << 16 | first) & 0xFFFFFFFFL;
    }

    /** 64 bits. */
    long s64() throws IOException {
        long first = u32();
        long second = u32();
        return bigEndian ? first << 32 | second : second << 32 | first;
    }

    /** Four letters. */
    String tag() throws IOException {
        byte[] letters = new byte[4];
        fully(letters, 0, 4);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** The next letters without passing them; fewer at the end of the file. */
    public String peek(int letters) throws IOException {
        long here = position();
        byte[] bytes = new byte[letters];
        int found = read(bytes, 0, letters);
        seek(here);
        return new String(bytes, 0, Math.max(0, found), StandardCharsets.ISO_8859_1);
    }

    /** Reads as many bytes as asked for. */
    void fully(byte[] into, int from, int count) throws IOException {
        if (read(into, from, count) != count) {
            throw cut();
        }
    }

    /** Reads as many bytes as asked for, fewer at the end of the file. */
    int read(byte[] into, int from, int count) throws IOException {
        int done = 0;
        while (done < count && (at < filled || fill())) {
            int some = Math.min(count - done, filled - at);
            System.arraycopy(buffer, at, into, from + done, some);
            at += some;
            done += some;
        }
        return done;
    }

    /** The bytes from here on, as a stream that ends where the file does. */
    InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return FileBytes.this.next();
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                int some = FileBytes.this.read(into, from, count);
                return some == 0 && count > 0 ? -1 : some;
            }
        };
    }

    /** Passes the tag that some programs put before the sound (ID3v2). */
    public void skipId3() throws IOException {
        while (peek(3).equals("ID3")) {
            skip(6);
            long length = 0;
            for (int i = 0; i < 4; i++) {
                length = length << 7 | u8() & 0x7F;
            }
            skip(length);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    static AudioRefused cut() {
        return new AudioRefused("The file is cut off: it ends before its sound does.");
    }

    private boolean fill() throws IOException {
        base += filled;
        at = 0;
        filled = 0;
        ByteBuffer target = ByteBuffer.wrap(buffer);
        while (target.hasRemaining()) {
            int some = source.read(base + filled, target);
            if (some < 0) {
                break;
            }
            filled += some;
        }
        return filled > 0;
    }
}
