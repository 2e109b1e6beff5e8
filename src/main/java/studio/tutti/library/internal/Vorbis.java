package studio.tutti.library.internal;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import studio.tutti.library.BrokenSoundFont;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Decodes the Ogg Vorbis stream of one SF3 sample. */
final class Vorbis {

    /** Frames of one recording: three minutes at 96 kHz. */
    private static final int LIMIT = 180 * 96_000;

    private final String name;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    private short[] pcm = new short[1 << 14];
    private int length;

    private Vorbis(String name) {
        this.name = name;
    }

    /** The first channel as 16-bit PCM, cut to the length that the stream states. */
    static short[] decode(ByteBuffer bytes, String name) throws BrokenSoundFont {
        try {
            return new Vorbis(name).run(bytes);
        } catch (RuntimeException damaged) {
            throw new BrokenSoundFont("Sample \"" + name + "\" holds damaged Vorbis sound.");
        }
    }

    private short[] run(ByteBuffer bytes) throws BrokenSoundFont {
        sync.init();
        int size = bytes.remaining();
        int at = sync.buffer(size);
        bytes.get(sync.data, at, size);
        sync.wrote(size);
        if (sync.pageout(page) != 1) {
            throw damaged();
        }
        stream.init(page.serialno());
        stream.pagein(page);
        Info info = new Info();
        info.init();
        Comment comment = new Comment();
        comment.init();
        for (int header = 0; header < 3; header++) {
            if (!nextPacket() || info.synthesis_headerin(comment, packet) < 0) {
                throw damaged();
            }
        }
        DspState dsp = new DspState();
        dsp.synthesis_init(info);
        Block block = new Block(dsp);
        float[][][] channels = new float[1][][];
        int[] offsets = new int[info.channels];
        while (nextPacket()) {
            if (block.synthesis(packet) == 0) {
                dsp.synthesis_blockin(block);
            }
            int frames;
            while ((frames = dsp.synthesis_pcmout(channels, offsets)) > 0) {
                append(channels[0][0], offsets[0], frames);
                dsp.synthesis_read(frames);
            }
        }
        long stated = page.granulepos();
        return Arrays.copyOf(pcm, stated > 0 && stated < length ? (int) stated : length);
    }

    private boolean nextPacket() {
        while (true) {
            int result = stream.packetout(packet);
            if (result == 1) {
                return true;
            }
            if (result == 0) {
                int more = sync.pageout(page);
                if (more == 0) {
                    return false;
                }
                if (more == 1) {
                    stream.pagein(page);
                }
            }
        }
    }

    private void append(float[] values, int from, int frames) throws BrokenSoundFont {
        if (length + frames > LIMIT) {
            throw new BrokenSoundFont("Sample \"" + name + "\" is longer than three minutes.");
        }
        if (length + frames > pcm.length) {
            pcm = Arrays.copyOf(pcm, Math.max(2 * pcm.length, length + frames));
        }
        for (int i = 0; i < frames; i++) {
            int value = Math.round(values[from + i] * 32767f);
            pcm[length++] = (short) Math.clamp(value, -32768, 32767);
        }
    }

    private BrokenSoundFont damaged() {
        return new BrokenSoundFont("Sample \"" + name + "\" holds no Vorbis sound.");
    }
}
