package studio.tutti.library.internal;

import studio.tutti.library.BrokenSoundFont;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The chunks of a RIFF file, by name; chunks of lists lie beside the others. */
final class Riff {

    /** Lists of a SoundFont lie in no other. */
    private static final int DEEPEST = 4;

    private final Map<String, ByteBuffer> chunks = new HashMap<>();

    private Riff() {
    }

    static Riff read(ByteBuffer file) throws BrokenSoundFont {
        ByteBuffer bytes = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 12 || !"RIFF".equals(name(bytes))) {
            throw new BrokenSoundFont("This is not a SoundFont: it does not begin as a RIFF file.");
        }
        bytes.getInt();
        if (!"sfbk".equals(name(bytes))) {
            throw new BrokenSoundFont("This RIFF file is not a SoundFont bank.");
        }
        Riff riff = new Riff();
        riff.collect(bytes, 0);
        return riff;
    }

    /** A chunk's bytes, little-endian. */
    ByteBuffer chunk(String name) throws BrokenSoundFont {
        ByteBuffer found = chunks.get(name);
        if (found == null) {
            throw new BrokenSoundFont("The SoundFont has no part \"" + name + "\".");
        }
        return found.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void collect(ByteBuffer bytes, int depth) throws BrokenSoundFont {
        while (bytes.remaining() >= 8) {
            String name = name(bytes);
            int size = bytes.getInt();
            if (size < 0 || size > bytes.remaining()) {
                throw new BrokenSoundFont("The SoundFont ends early, inside its part \"" + printable(name) + "\".");
            }
            ByteBuffer body = bytes.slice(bytes.position(), size).order(ByteOrder.LITTLE_ENDIAN);
            if ("LIST".equals(name) && size >= 4) {
                if (depth == DEEPEST) {
                    throw new BrokenSoundFont("The SoundFont is damaged: its lists lie in lists.");
                }
                name(body);
                collect(body, depth + 1);
            } else {
                chunks.putIfAbsent(name, body);
            }
            bytes.position(Math.min(bytes.limit(), bytes.position() + size + (size & 1)));
        }
    }

    private static String name(ByteBuffer bytes) {
        byte[] letters = new byte[4];
        bytes.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }

    private static String printable(String name) {
        return name.replaceAll("[^ -~]", "?");
    }
}
