package studio.tutti.exchange.internal.midi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.midi.MidiFileWriter.Message;

/** Writes a song as a MIDI file: a first track with tempo, metre, key, markers and lyrics, then one for each track that plays notes. */
public final class MidiExport {

    private static final int END = 0;
    private static final int CHANGE = 1;
    private static final int BEGIN = 2;

    private final Arrangement arrangement;
    private final MidiFileWriter writer = new MidiFileWriter();
    private final List<String> losses = new ArrayList<>();
    private long end;
    private byte[] bytes = {};
    private final WordMessages words;

    private MidiExport(Arrangement arrangement) {
        this.arrangement = arrangement;
        words = new WordMessages(arrangement);
    }

    /**
     * Writes a song.
     *
     * @throws SongRefused if it plays more than a MIDI file should hold
     */
    public static MidiExport of(Arrangement arrangement) throws SongRefused {
        MidiExport export = new MidiExport(arrangement);
        export.run();
        return export;
    }

    /** The file. */
    public byte[] bytes() {
        return bytes;
    }

    /** What the song holds and a MIDI file can't, a sentence each. */
    public List<String> losses() {
        return losses;
    }

    private void run() throws SongRefused {
        List<Performance> performances = new ArrayList<>();
        int room = MidiLimits.WRITTEN;
        int tangled = 0;
        int silent = 0;
        for (Element track : Elements.tracks(arrangement)) {
            TrackType type = TrackType.of(track.number(Property.TYPE));
            if (type == TrackType.INSTRUMENT || type == TrackType.DRUMS) {
                Performance performance = Performance.of(arrangement, track, room);
                room -= 2 * performance.notes().size() + performance.controls().size();
                performances.add(performance);
                end = Math.max(end, performance.end());
                tangled += performance.tangled();
                silent += performance.silent();
            }
        }
        Channels channels = new Channels(performances);
        List<Message> conductor = ConductorTrack.of(arrangement);
        conductor.addAll(words.of(null));
        writer.add(conductor, end);
        for (int i = 0; i < performances.size(); i++) {
            add(performances.get(i), channels.of(i), channels);
        }
        bytes = writer.toBytes();
        losses.addAll(Losses.of(arrangement));
        if (silent > 0) {
            losses.add(count(silent, "muted note is", "muted notes are") + " left out.");
        }
        if (tangled > 0) {
            losses.add(count(tangled, "note ends", "notes end") + " while an earlier one of the same key sounds on; which ends first is lost.");
        }
        if (channels.needsPorts()) {
            losses.add("More than sixteen channels are needed: some tracks are on a second port, which not every program knows.");
        }
    }

    private void add(Performance performance, Channels.Place place, Channels channels) {
        List<Message> messages = new ArrayList<>(2 * performance.notes().size() + performance.controls().size() + 8);
        String name = performance.track().text(Property.NAME);
        if (!name.isEmpty()) {
            messages.add(new Message(0, END, MidiFileWriter.meta(Meta.NAME, name.getBytes(StandardCharsets.UTF_8))));
        }
        if (channels.needsPorts()) {
            messages.add(new Message(0, END, MidiFileWriter.meta(Meta.PORT, (byte) place.port())));
        }
        BitSet elsewhere = channels.saidByAnother(performance, place);
        int channel = place.channel();
        for (List<Played.Control> controls : List.of(performance.beginning(), performance.controls())) {
            for (Played.Control control : controls) {
                if (!elsewhere.get(SharedChannels.group(control.controller()))) {
                    messages.add(new Message(control.tick(), CHANGE, bytes(control, channel)));
                }
            }
        }
        messages.addAll(words.of(performance.track()));
        for (Played.Note note : performance.notes()) {
            messages.add(new Message(note.tick(), BEGIN, message(0x90, channel, note.pitch(), note.velocity())));
            messages.add(new Message(note.end(), note.end() == note.tick() ? BEGIN : END,
                    message(0x80, channel, note.pitch(), note.release())));
        }
        writer.add(messages, performance.end());
    }

    private static byte[] bytes(Played.Control control, int channel) {
        int amount = control.amount();
        return switch (control.controller()) {
            case Controllers.PITCH_BEND -> message(0xE0, channel, amount, amount >> 7);
            case Controllers.CHANNEL_PRESSURE -> new byte[] {(byte) (0xD0 | channel), (byte) Math.min(127, amount)};
            case Controllers.PROGRAM -> new byte[] {(byte) (0xC0 | channel), (byte) Math.min(127, amount)};
            case Controllers.KEY_PRESSURE -> message(0xA0, channel, control.pitch(), Math.min(127, amount));
            default -> message(0xB0, channel, control.controller(), Math.min(127, amount));
        };
    }

    private static byte[] message(int status, int channel, int first, int second) {
        return new byte[] {(byte) (status | channel), (byte) (first & 0x7F), (byte) (second & 0x7F)};
    }

    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
