package studio.tutti.audiofile.internal;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import studio.tutti.audiofile.AudioSource;

import java.io.IOException;

/** Ogg Vorbis, decoded by JOrbis. */
public final class VorbisReader implements AudioSource {

    private final OggPackets packets;
    private final Packet packet = new Packet();
    private final Info info = new Info();
    private final DspState state = new DspState();
    private final Block block;
    private final float[][][] made = new float[1][][];
    private final int[] offsets;
    private final long frames;
    private long number;
    private long done;

    /** Reads the three heads. */
    public VorbisReader(OggPackets packets) throws IOException {
        this.packets = packets;
        info.init();
        Comment comment = new Comment();
        comment.init();
        try {
            head(packets.first(), comment);
            for (int i = 0; i < 2; i++) {
                byte[] next = packets.next();
                if (next == null) {
                    throw FileBytes.cut();
                }
                head(next, comment);
            }
            state.synthesis_init(info);
        } catch (RuntimeException damaged) {
            throw OggPackets.damaged();
        }
        block = new Block(state);
        offsets = new int[info.channels];
        frames = packets.end() > 0 ? packets.end() : -1;
    }

    /** Whether a stream that begins with this packet is Vorbis. */
    public static boolean begins(byte[] first) {
        return first.length >= 30 && first[0] == 1 && new String(first, 1, 6, java.nio.charset.StandardCharsets.ISO_8859_1).equals("vorbis");
    }

    private void head(byte[] bytes, Comment comment) throws IOException {
        take(bytes);
        packet.b_o_s = number == 1 ? 1 : 0;
        if (info.synthesis_headerin(comment, packet) < 0) {
            throw OggPackets.damaged();
        }
    }

    private void take(byte[] bytes) {
        packet.packet_base = bytes;
        packet.packet = 0;
        packet.bytes = bytes.length;
        packet.b_o_s = 0;
        packet.e_o_s = 0;
        packet.granulepos = -1;
        packet.packetno = number++;
    }

    @Override
    public int rate() {
        return info.rate;
    }

    @Override
    public int channels() {
        return info.channels;
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
        if (frames >= 0 && done >= frames) {
            return -1;
        }
        try {
            int ready;
            while ((ready = state.synthesis_pcmout(made, offsets)) <= 0) {
                byte[] next = packets.next();
                if (next == null) {
                    return -1;
                }
                take(next);
                if (block.synthesis(packet) == 0) {
                    state.synthesis_blockin(block);
                }
            }
            int some = Math.min(ready, wanted);
            if (frames >= 0) {
                some = (int) Math.min(some, frames - done);
            }
            for (int channel = 0; channel < info.channels; channel++) {
                System.arraycopy(made[0][channel], offsets[channel], into[channel], from, some);
            }
            state.synthesis_read(some);
            done += some;
            return some;
        } catch (RuntimeException damaged) {
            throw OggPackets.damaged();
        }
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
