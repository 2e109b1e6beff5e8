package studio.tutti.library;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import studio.tutti.core.instrument.Generator;

/** The smallest bank that shows both levels, a global zone and ranges: one preset, one instrument, one sample. */
final class TinySoundFont {

    byte[] bytes() {
        byte[] info = list("INFO", chunk("ifil", shorts(2, 4)), chunk("INAM", text("tiny", 6)));
        byte[] sound = list("sdta", chunk("smpl", pcm()));
        byte[] tables = list("pdta",
                chunk("phdr", join(header(0), header(1))),
                chunk("pbag", shorts(0, 0, 3, 0)),
                chunk("pmod", new byte[10]),
                chunk("pgen", shorts(Generator.KEY_RANGE, 20 | 100 << 8, Generator.ATTENUATION, 30, Generator.INSTRUMENT, 0, 0, 0)),
                chunk("inst", join(text("tiny", 20), shorts(0), text("EOI", 20), shorts(3))),
                chunk("ibag", shorts(0, 0, 1, 0, 3, 0, 6, 0)),
                chunk("imod", new byte[10]),
                chunk("igen", shorts(Generator.ATTENUATION, 100,
                        Generator.KEY_RANGE, 0 | 59 << 8, Generator.SAMPLE_ID, 0,
                        Generator.KEY_RANGE, 60 | 127 << 8, Generator.ATTENUATION, 50, Generator.SAMPLE_ID, 0,
                        0, 0)),
                chunk("shdr", join(sample(), new byte[46])));
        byte[] body = join(text("sfbk", 4), info, sound, tables);
        return join(text("RIFF", 4), ints(body.length), body);
    }

    private static byte[] header(int end) {
        return join(text(end == 0 ? "Tiny" : "EOP", 20), shorts(0, 0, end), new byte[12]);
    }

    private static byte[] sample() {
        return join(text("ramp", 20), ints(0, 64, 8, 56, 44_100), new byte[] {60, 0}, shorts(0, 1));
    }

    private static byte[] pcm() {
        int[] values = new int[64 + 46];
        for (int i = 0; i < 64; i++) {
            values[i] = 100 * i;
        }
        return shorts(values);
    }

    private static byte[] list(String name, byte[]... chunks) {
        byte[] body = join(text(name, 4), join(chunks));
        return join(text("LIST", 4), ints(body.length), body);
    }

    private static byte[] chunk(String name, byte[] body) {
        return join(text(name, 4), ints(body.length), body);
    }

    private static byte[] text(String text, int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
        return bytes;
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
