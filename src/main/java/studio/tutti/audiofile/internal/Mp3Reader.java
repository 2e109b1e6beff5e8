package studio.tutti.audiofile.internal;

import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;

import java.io.IOException;

/**
 * MPEG audio, layers 1 to 3, decoded by JLayer (16 bits). The file's frames are counted first, so that its length is known and a cut
 * one found out where it states its length. What an encoder put before and behind the sound is taken off where its tag (Xing, LAME) says so.
 */
public final class Mp3Reader implements AudioSource {

    /** A decoder of layer 3 gives everything out so many frames late. */
    private static final int DECODER_DELAY = 529;

    private final FileBytes bytes;
    private final Mp3Header head;
    private final Bitstream stream;
    private final Decoder decoder = new Decoder();
    private final long frames;
    private long skip;
    private long done;
    private long blocks;
    private short[] block = new short[0];
    private int at;
    private int size;

    /** Counts the frames from where the bytes stand. */
    public Mp3Reader(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        bytes.bigEndian();
        head = firstHead();
        long begin = bytes.position();
        long stated = -1;
        int padding = 0;
        bytes.skip(4 + Math.min(head.side(), head.bytes() - 4));
        String tag = bytes.peek(4);
        boolean tagged = head.layer() == 3 && (tag.equals("Xing") || tag.equals("Info"));
        if (tagged) {
            bytes.skip(4);
            long flags = bytes.u32();
            stated = (flags & 1) != 0 ? bytes.u32() : -1;
            bytes.skip(((flags & 2) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 100 : 0) + ((flags & 8) != 0 ? 4 : 0));
            String encoder = bytes.peek(4);
            if (encoder.startsWith("LAME") || encoder.startsWith("Lav") || encoder.startsWith("GOGO")) {
                bytes.skip(21);
                int packed = bytes.u8() << 16 | bytes.u16();
                skip = (packed >>> 12) + DECODER_DELAY;
                padding = Math.max(0, (packed & 0xFFF) - DECODER_DELAY);
            }
            begin += head.bytes();
        }
        bytes.seek(begin);
        blocks = count();
        if (stated > 0 && stated < 1L << 28 && blocks < stated) {
            throw FileBytes.cut();
        }
        frames = Math.max(0, blocks * head.samples() - skip - padding);
        bytes.seek(begin);
        stream = new Bitstream(bytes.stream());
    }

    /** Whether three frames of one stream lie here one after another, or fewer to the end of the file. */
    public static boolean beginsFrame(FileBytes bytes) throws IOException {
        bytes.bigEndian();
        return headHere(bytes, bytes.position()) != null;
    }

    private static @Nullable Mp3Header headHere(FileBytes bytes, long place) throws IOException {
        Mp3Header first = null;
        long at = place;
        for (int i = 0; i < 3; i++) {
            if (at + 4 > bytes.size()) {
                break;
            }
            bytes.seek(at);
            Mp3Header head = Mp3Header.of((int) bytes.u32());
            if (head == null || first != null && !first.goesWith(head)) {
                first = null;
                break;
            }
            first = first == null ? head : first;
            at += head.bytes();
        }
        bytes.seek(place);
        return first;
    }

    private Mp3Header firstHead() throws IOException {
        long from = bytes.position();
        for (long at = from; at < from + 4096 && at + 4 <= bytes.size(); at++) {
            Mp3Header found = headHere(bytes, at);
            if (found != null) {
                return found;
            }
        }
        throw new AudioRefused("The MP3 file holds no sound.");
    }

    private long count() throws IOException {
        long whole = 0;
        while (bytes.left() >= 4) {
            Mp3Header next = Mp3Header.of((int) bytes.u32());
            if (!head.goesWith(next) || next == null || bytes.left() < next.bytes() - 4) {
                break;
            }
            bytes.skip(next.bytes() - 4);
            whole++;
        }
        return whole;
    }

    @Override
    public int rate() {
        return head.rate();
    }

    @Override
    public int channels() {
        return head.channels();
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public int bits() {
        return 16;
    }

    @Override
    public int read(float[][] into, int from, int wanted) throws IOException {
        if (done >= frames) {
            return -1;
        }
        while (at == size) {
            nextBlock();
            int passed = (int) Math.min(skip, size);
            skip -= passed;
            at = passed;
        }
        int some = (int) Math.min(Math.min(wanted, size - at), frames - done);
        int channels = head.channels();
        for (int i = 0; i < some; i++) {
            for (int channel = 0; channel < channels; channel++) {
                into[channel][from + i] = block[(at + i) * channels + channel] / 32768f;
            }
        }
        at += some;
        done += some;
        return some;
    }

    private void nextBlock() throws IOException {
        size = head.samples();
        block = new short[size * head.channels()];
        if (blocks-- <= 0) {
            return; // what the decoder still owes of its delay is silence
        }
        try {
            Header next = stream.readFrame();
            if (next != null) {
                SampleBuffer made = (SampleBuffer) decoder.decodeFrame(next, stream);
                int count = Math.min(block.length, made.getBufferLength());
                System.arraycopy(made.getBuffer(), 0, block, 0, count);
            }
            stream.closeFrame();
        } catch (JavaLayerException | RuntimeException damaged) {
            throw new AudioRefused("The MP3 file is damaged.");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
