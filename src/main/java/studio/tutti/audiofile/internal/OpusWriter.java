package studio.tutti.audiofile.internal;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes Opus in Ogg (RFC 7845) at 48 kHz: packets of 20 ms, a page a second, 160 kbit/s in stereo and 96 in mono, encoded by Concentus. */
public final class OpusWriter extends AudioWriter {

    private static final int PACKET = 960;
    private static final int PACKETS_A_PAGE = 50;
    private static final byte[] MAKER = "Tutti".getBytes(StandardCharsets.UTF_8);

    private final OpusEncoder encoder;
    private final int early;
    private final short[] block;
    private final byte[] packet = new byte[1500];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    private int held;
    private int packets;
    private long encoded;
    private int sequence;

    /** Begins a file. */
    public OpusWriter(Path target, int channels) throws IOException {
        super(target, OpusReader.RATE, channels);
        try {
            encoder = new OpusEncoder(OpusReader.RATE, channels, OpusApplication.OPUS_APPLICATION_AUDIO);
        } catch (OpusException refused) {
            throw new AudioRefused("Opus can't be written here.");
        }
        encoder.setBitrate(channels == 2 ? 160_000 : 96_000);
        encoder.setUseVBR(true);
        encoder.setSignalType(OpusSignal.OPUS_SIGNAL_MUSIC);
        encoder.setComplexity(9);
        early = encoder.getLookahead();
        block = new short[PACKET * channels];
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) channels).putShort((short) early)
                .putInt(OpusReader.RATE).putShort((short) 0).put((byte) 0);
        lay(head.array(), 19);
        page(2, 0);
        ByteBuffer tags = ByteBuffer.allocate(16 + MAKER.length).order(ByteOrder.LITTLE_ENDIAN);
        tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII)).putInt(MAKER.length).put(MAKER).putInt(0);
        lay(tags.array(), tags.position());
        page(0, 0);
    }

    @Override
    public void write(float[][] sound, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            for (int channel = 0; channel < channels; channel++) {
                block[held * channels + channel] = (short) Math.clamp(Math.round(sound[channel][i] * 32768f), -32768, 32767);
            }
            if (++held == PACKET) {
                encode();
            }
        }
        frames += count;
    }

    @Override
    protected void complete() throws IOException {
        while (encoded < frames + early || packets == 0) {
            Arrays.fill(block, held * channels, block.length, (short) 0);
            encode();
        }
        page(4, frames + early);
    }

    private void encode() throws IOException {
        if (packets == PACKETS_A_PAGE) {
            page(0, encoded);
        }
        try {
            int size = encoder.encode(block, 0, PACKET, packet, 0, packet.length);
            lay(packet, size);
        } catch (OpusException failed) {
            throw new IOException("Opus failed: " + failed.getMessage(), failed);
        }
        packets++;
        encoded += PACKET;
        held = 0;
    }

    private void lay(byte[] bytes, int size) {
        for (int left = size; ; left -= 255) {
            lacing.write(Math.min(left, 255));
            if (left < 255) {
                break;
            }
        }
        body.write(bytes, 0, size);
    }

    private void page(int flags, long position) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(27 + lacing.size() + body.size()).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags).putLong(position);
        page.putInt(0x74757474).putInt(sequence++).putInt(0).put((byte) lacing.size());
        page.put(lacing.toByteArray()).put(body.toByteArray());
        page.putInt(22, Crc.ogg(0, page.array(), 0, page.position()));
        put(page.flip());
        lacing.reset();
        body.reset();
        packets = 0;
    }
}
