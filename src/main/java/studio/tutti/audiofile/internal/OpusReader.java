package studio.tutti.audiofile.internal;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Opus in Ogg (RFC 7845), mono and stereo, decoded by Concentus at 48 kHz. */
public final class OpusReader implements AudioSource {

    static final int RATE = 48_000;
    /** 120 ms, the longest packet. */
    private static final int LONGEST = 5760;

    private final OggPackets packets;
    private final int channels;
    private final double gain;
    private final OpusDecoder decoder;
    private final short[] block;
    private final long frames;
    private int skip;
    private int at;
    private int size;
    private long done;

    /** Reads both heads. */
    public OpusReader(OggPackets packets) throws IOException {
        this.packets = packets;
        byte[] head = packets.first();
        channels = head[9] & 0xFF;
        skip = (int) OggPackets.little(head, 10, 2);
        gain = Math.pow(10, (short) OggPackets.little(head, 16, 2) / (20.0 * 256)) / 32768;
        if ((head[8] & 0xF0) != 0 || head[18] != 0 || channels < 1 || channels > 2) {
            throw new AudioRefused("The Opus file has more than two channels, or is of a kind that can't be read.");
        }
        try {
            decoder = new OpusDecoder(RATE, channels);
        } catch (OpusException refused) {
            throw OggPackets.damaged();
        }
        if (packets.next() == null) {
            throw FileBytes.cut();
        }
        block = new short[LONGEST * channels];
        frames = Math.max(0, packets.end() - skip);
    }

    /** Whether a stream that begins with this packet is Opus. */
    public static boolean begins(byte[] first) {
        return first.length >= 19 && new String(first, 0, 8, StandardCharsets.ISO_8859_1).equals("OpusHead");
    }

    @Override
    public int rate() {
        return RATE;
    }

    @Override
    public int channels() {
        return channels;
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
            byte[] packet = packets.next();
            if (packet == null) {
                return -1;
            }
            try {
                size = decoder.decode(packet, 0, packet.length, block, 0, LONGEST, false);
            } catch (OpusException | RuntimeException damaged) {
                throw OggPackets.damaged();
            }
            at = Math.min(skip, size);
            skip -= at;
        }
        int some = (int) Math.min(Math.min(wanted, size - at), frames - done);
        for (int i = 0; i < some; i++) {
            for (int channel = 0; channel < channels; channel++) {
                into[channel][from + i] = (float) (block[(at + i) * channels + channel] * gain);
            }
        }
        at += some;
        done += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
