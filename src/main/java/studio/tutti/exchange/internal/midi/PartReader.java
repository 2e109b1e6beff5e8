package studio.tutti.exchange.internal.midi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Property;

/**
 * Takes the tracks of a file apart into what each channel plays.
 *
 * <p>A note-off ends the note of its key that has sounded longest, so that notes of one key may overlap. A note that
 * nothing ends lasts until the end of its track. A note whose end comes at its beginning keeps the length 0: in drum
 * tracks that is common and sounds. A note-off that nothing began is passed over.
 */
final class PartReader {

    private final TimeBase time;
    private final List<Part> parts = new ArrayList<>();
    private int unended;

    PartReader(TimeBase time) {
        this.time = time;
    }

    /** The parts of all tracks read, by track and then by channel. */
    List<Part> parts() {
        return parts;
    }

    /** How many notes were ended by the end of their track. */
    int unended() {
        return unended;
    }

    /** Reads a track of the file. */
    void read(MidiTrack track, int source) {
        Channel[] channels = new Channel[16];
        int port = 0;
        for (int i = 0; i < track.size(); i++) {
            int status = track.status(i);
            if (status == MidiTrack.META) {
                if (track.first(i) == Meta.PORT && track.data(i).length == 1) {
                    port = track.data(i)[0] & 0x7F;
                }
                continue;
            }
            int number = status & 15;
            Channel channel = channels[number];
            if (channel == null) {
                channel = new Channel(new Part(source, port, number));
                channels[number] = channel;
            }
            channel.take(time.tick(track.tick(i)), status & 0xF0, track.first(i), track.second(i));
        }
        long end = time.tick(track.end());
        for (Channel channel : channels) {
            if (channel != null) {
                unended += channel.end(end);
                parts.add(channel.part);
            }
        }
    }

    private static final class Channel {
        private static final int NO_VELOCITY = (int) (long) Property.RELEASE.type().initial();

        private final Part part;
        /** For each key the places of the notes that sound, the oldest first. */
        private final @Nullable ArrayDeque<Integer>[] open;

        @SuppressWarnings("unchecked")
        Channel(Part part) {
            this.part = part;
            open = (ArrayDeque<Integer>[]) new ArrayDeque<?>[128];
        }

        void take(long tick, int status, int first, int second) {
            switch (status) {
                case 0x80 -> off(tick, first, second);
                case 0x90 -> {
                    if (second == 0) {
                        off(tick, first, NO_VELOCITY);
                    } else {
                        on(tick, first, second);
                    }
                }
                case 0xA0 -> control(tick, Controllers.KEY_PRESSURE, first, second);
                case 0xB0 -> control(tick, first, 0, second);
                case 0xC0 -> control(tick, Controllers.PROGRAM, 0, first);
                case 0xD0 -> control(tick, Controllers.CHANNEL_PRESSURE, 0, first);
                default -> control(tick, Controllers.PITCH_BEND, 0, second << 7 | first);
            }
        }

        private void control(long tick, int controller, int pitch, int amount) {
            part.controls().add(new Played.Control(tick, controller, pitch, amount));
        }

        private void on(long tick, int pitch, int velocity) {
            ArrayDeque<Integer> sounding = open[pitch];
            if (sounding == null) {
                sounding = new ArrayDeque<>(2);
                open[pitch] = sounding;
            }
            sounding.add(part.notes().size());
            part.notes().add(new Played.Note(tick, tick, pitch, velocity, NO_VELOCITY));
        }

        private void off(long tick, int pitch, int release) {
            ArrayDeque<Integer> sounding = open[pitch];
            if (sounding != null && !sounding.isEmpty()) {
                end(sounding.remove(), tick, release);
            }
        }

        private void end(int place, long tick, int release) {
            Played.Note note = part.notes().get(place);
            part.notes().set(place, new Played.Note(note.tick(), tick, note.pitch(), note.velocity(), release));
        }

        int end(long tick) {
            int count = 0;
            for (ArrayDeque<Integer> sounding : open) {
                while (sounding != null && !sounding.isEmpty()) {
                    end(sounding.remove(), tick, NO_VELOCITY);
                    count++;
                }
            }
            return count;
        }
    }
}
