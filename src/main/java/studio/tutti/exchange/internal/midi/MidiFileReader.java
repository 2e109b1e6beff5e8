package studio.tutti.exchange.internal.midi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.tutti.exchange.SongRefused;

/**
 * Reads the bytes of a Standard MIDI File and believes none of them.
 *
 * <p>Lenient where real files stray without losing anything: chunks of other kinds, a missing end of track, bytes after
 * it, running status across meta messages, a RIFF wrapper. Strict where something is missing.
 */
final class MidiFileReader {

    private static final String BREAKS_OFF = "The MIDI file breaks off in the middle: it was not copied whole.";

    private final byte[] bytes;
    private int position;
    private int end;
    private int messages;
    private int exclusives;

    private MidiFileReader(byte[] bytes) {
        this.bytes = bytes;
        end = bytes.length;
    }

    /**
     * Reads a file.
     *
     * @param bytes the whole of it
     * @throws SongRefused if it is no MIDI file, damaged or over a limit
     */
    static MidiFile read(byte[] bytes) throws SongRefused {
        if (bytes.length > MidiLimits.BYTES) {
            throw new SongRefused("The MIDI file is too large: at most " + (MidiLimits.BYTES >> 20) + " MB can be read.");
        }
        return new MidiFileReader(bytes).file();
    }

    private MidiFile file() throws SongRefused {
        if (bytes.length == 0) {
            throw new SongRefused("The file is empty.");
        }
        if (startsWith("RIFF") && bytes.length >= 20 && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("RMID")) {
            position = 20;
        }
        if (!startsWith("MThd")) {
            throw new SongRefused("This is not a MIDI file.");
        }
        position += 4;
        int length = number(4);
        if (length < 6 || length > end - position) {
            throw new SongRefused(BREAKS_OFF);
        }
        int next = position + length;
        int type = number(2);
        int count = number(2);
        int division = (short) number(2);
        position = next;
        check(type, count, division);
        List<MidiTrack> tracks = new ArrayList<>();
        while (tracks.size() < count) {
            if (end - position < 8) {
                throw new SongRefused("The MIDI file breaks off: it announces " + count + " tracks and holds " + tracks.size() + ".");
            }
            boolean track = startsWith("MTrk");
            position += 4;
            length = number(4);
            if (length < 0 || length > end - position) {
                throw new SongRefused(BREAKS_OFF);
            }
            next = position + length;
            if (track) {
                end = next;
                tracks.add(track());
                end = bytes.length;
            }
            position = next;
        }
        return new MidiFile(type, division, tracks, exclusives);
    }

    private static void check(int type, int count, int division) throws SongRefused {
        if (type > 2) {
            throw new SongRefused("There is no MIDI file of type " + type + ": the file is damaged.");
        }
        if (type == 2 && count > 1) {
            throw new SongRefused("This MIDI file is of type 2, a set of loose patterns; save it as type 0 or 1.");
        }
        if (count == 0) {
            throw new SongRefused("The MIDI file holds no track.");
        }
        if (count > MidiLimits.TRACKS) {
            throw new SongRefused("The MIDI file has " + count + " tracks; at most " + MidiLimits.TRACKS + " can be read.");
        }
        int frames = -(division >> 8);
        if (division == 0 || division < 0 && ((division & 0xFF) == 0 || frames != 24 && frames != 25 && frames != 29 && frames != 30)) {
            throw new SongRefused("The MIDI file doesn't say how long its ticks are.");
        }
    }

    private MidiTrack track() throws SongRefused {
        MidiTrack track = new MidiTrack();
        long tick = 0;
        int running = 0;
        while (position < end) {
            tick += length();
            int status = octet();
            if (++messages > MidiLimits.MESSAGES) {
                throw new SongRefused("The MIDI file has more than " + MidiLimits.MESSAGES + " messages: too many for one song.");
            }
            if (status < 0x80) {
                if (running == 0) {
                    throw new SongRefused("The MIDI file is damaged: it holds data that belongs to no message.");
                }
                channel(track, tick, running, status);
            } else if (status < 0xF0) {
                running = status;
                channel(track, tick, status, data());
            } else if (status == MidiTrack.META) {
                int type = octet();
                byte[] content = content(type);
                track.addMeta(tick, type, content);
                if (type == Meta.END) {
                    break;
                }
            } else if (status == 0xF0 || status == 0xF7) {
                skip(length());
                exclusives++;
            } else {
                throw new SongRefused("The MIDI file is damaged: it holds a message that no file may have.");
            }
        }
        return track;
    }

    private void channel(MidiTrack track, long tick, int status, int first) throws SongRefused {
        boolean single = status >= 0xC0 && status < 0xE0;
        track.add(tick, status, first, single ? 0 : data());
    }

    private byte[] content(int type) throws SongRefused {
        int length = length();
        int from = position;
        skip(length);
        // What nobody will read isn't kept either.
        return type == 0x7F ? new byte[0] : Arrays.copyOfRange(bytes, from, from + Math.min(length, MidiLimits.TEXT));
    }

    private void skip(int length) throws SongRefused {
        if (length > end - position) {
            throw new SongRefused(BREAKS_OFF);
        }
        position += length;
    }

    private boolean startsWith(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (position + i >= end || bytes[position + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int octet() throws SongRefused {
        if (position >= end) {
            throw new SongRefused(BREAKS_OFF);
        }
        return bytes[position++] & 0xFF;
    }

    private int data() throws SongRefused {
        int value = octet();
        if (value > 0x7F) {
            throw new SongRefused("The MIDI file is damaged: a message breaks off where the next begins.");
        }
        return value;
    }

    private int number(int octets) throws SongRefused {
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /** A number of variable length, at most four bytes of seven bits. */
    private int length() throws SongRefused {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int next = octet();
            value = value << 7 | next & 0x7F;
            if (next < 0x80) {
                return value;
            }
        }
        throw new SongRefused("The MIDI file is damaged: a length in it is impossible.");
    }
}
