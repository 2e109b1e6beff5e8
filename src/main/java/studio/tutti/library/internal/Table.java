package studio.tutti.library.internal;

import studio.tutti.library.BrokenSoundFont;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Rows of one size; the last is only the end mark of the one before. */
final class Table {

    private final String name;
    private final ByteBuffer bytes;
    private final int width;
    private final int rows;

    Table(Riff riff, String name, int width) throws BrokenSoundFont {
        this.name = name;
        this.width = width;
        bytes = riff.chunk(name);
        rows = bytes.remaining() / width;
        if (rows == 0 || bytes.remaining() % width != 0) {
            throw new BrokenSoundFont("The SoundFont's table \"" + name + "\" has a wrong length.");
        }
    }

    /** Rows, the end mark among them. */
    int rows() {
        return rows;
    }

    int u16(int row, int at) throws BrokenSoundFont {
        return bytes.getShort(place(row) + at) & 0xFFFF;
    }

    int s16(int row, int at) throws BrokenSoundFont {
        return bytes.getShort(place(row) + at);
    }

    int u8(int row, int at) throws BrokenSoundFont {
        return bytes.get(place(row) + at) & 0xFF;
    }

    int s8(int row, int at) throws BrokenSoundFont {
        return bytes.get(place(row) + at);
    }

    int s32(int row, int at) throws BrokenSoundFont {
        return bytes.getInt(place(row) + at);
    }

    /** A name of 20 bytes, ended by a zero; what is no printable ASCII becomes a space. */
    String text(int row) throws BrokenSoundFont {
        byte[] letters = new byte[20];
        bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).get(place(row), letters);
        int end = 0;
        while (end < letters.length && letters[end] != 0) {
            end++;
        }
        return new String(letters, 0, end, StandardCharsets.US_ASCII).replaceAll("[^ -~]", " ").strip();
    }

    private int place(int row) throws BrokenSoundFont {
        if (row < 0 || row >= rows) {
            throw new BrokenSoundFont("The SoundFont points beyond its table \"" + name + "\".");
        }
        return row * width;
    }
}
