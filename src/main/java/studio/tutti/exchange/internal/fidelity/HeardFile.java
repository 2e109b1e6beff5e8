package studio.tutti.exchange.internal.fidelity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** What a MIDI file says, as the Java platform's reader understands it; times in 960ths of a quarter note with their fraction. */
final class HeardFile {

    /** @param program in force when it begins, −1 for drums */
    record Note(int program, int pitch, int velocity, int release, double start, double end) {}

    /** @param what status and first data byte @param value its value */
    record Control(boolean drums, int what, int value, double time) {}

    /** @param what the type of the meta message @param value its content @param track that says so */
    record Fact(int what, String value, double time, int track) {}

    private record Voice(Track track, int channel) {}

    final List<Note> notes = new ArrayList<>();
    final List<Control> controls = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final TreeSet<String> names = new TreeSet<>();

    private final double scale;
    /** For each channel the programs in force from a tick on, and those that a track sends itself. */
    private final Map<Integer, TreeMap<Long, Integer>> ofChannel = new HashMap<>();
    private final Map<Voice, TreeMap<Long, Integer>> own = new HashMap<>();
    private final Map<Voice, Long> first = new HashMap<>();
    private final Map<Integer, Integer> sounding = new HashMap<>();

    private HeardFile(Sequence sequence) {
        scale = 960.0 / sequence.getResolution();
        for (Track track : sequence.getTracks()) {
            survey(track);
        }
        for (int i = 0; i < sequence.getTracks().length; i++) {
            hear(sequence.getTracks()[i], i);
        }
        notes.sort(Comparator.comparingInt(Note::program).thenComparingInt(Note::pitch)
                .thenComparingLong(each -> Math.round(each.start())).thenComparingInt(Note::velocity)
                .thenComparingLong(each -> Math.round(each.end())).thenComparingInt(Note::release));
        controls.sort(Comparator.comparing(Control::drums).thenComparingInt(Control::what)
                .thenComparingLong(each -> Math.round(each.time())).thenComparingInt(Control::value));
        facts.sort(Comparator.comparingInt(Fact::what).thenComparingLong(each -> Math.round(each.time())));
    }

    /**
     * Reads a file whose ticks divide a quarter note.
     *
     * @throws IOException if the platform's reader can't
     */
    static HeardFile of(byte[] file) throws IOException {
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(file));
            if (sequence.getDivisionType() != Sequence.PPQ) {
                throw new IOException("The file counts in seconds.");
            }
            return new HeardFile(sequence);
        } catch (InvalidMidiDataException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private void survey(Track track) {
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof ShortMessage message) {
                Voice voice = new Voice(track, message.getChannel());
                long tick = track.get(i).getTick();
                if (message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                    ofChannel.computeIfAbsent(message.getChannel(), none -> new TreeMap<>()).put(tick, message.getData1());
                    own.computeIfAbsent(voice, none -> new TreeMap<>()).put(tick, message.getData1());
                } else if (isOn(message)) {
                    first.putIfAbsent(voice, tick);
                    sounding.merge(message.getChannel(), 1, Integer::sum);
                }
            }
        }
    }

    private void hear(Track track, int number) {
        Map<Integer, ArrayDeque<Integer>> open = new HashMap<>();
        String name = "";
        TreeSet<Integer> channels = new TreeSet<>();
        for (int i = 0; i < track.size(); i++) {
            long tick = track.get(i).getTick();
            double time = tick * scale;
            if (track.get(i).getMessage() instanceof MetaMessage meta) {
                int type = meta.getType();
                switch (type) {
                    case 0x03 -> name = name.isEmpty() ? text(meta) : name;
                    case 0x05, 0x06, 0x07 -> {
                        if (!(type == 0x05 ? syllable(text(meta)) : text(meta)).isEmpty()) {
                            facts.add(new Fact(type == 0x07 ? 0x06 : type, type == 0x05 ? syllable(text(meta)) : text(meta), time, number));
                        }
                    }
                    case 0x51, 0x59 -> facts.add(new Fact(type, hex(meta, meta.getData().length), time, number));
                    case 0x58 -> facts.add(new Fact(type, hex(meta, 2), time, number));
                    default -> {}
                }
            } else if (track.get(i).getMessage() instanceof ShortMessage message && sounding.containsKey(message.getChannel())) {
                Voice voice = new Voice(track, message.getChannel());
                int key = message.getChannel() * 128 + message.getData1();
                if (isOn(message)) {
                    channels.add(message.getChannel());
                    open.computeIfAbsent(key, none -> new ArrayDeque<>()).add(notes.size());
                    notes.add(new Note(program(voice, tick), message.getData1(), message.getData2(), 64, time, Double.NaN));
                } else if (message.getCommand() == ShortMessage.NOTE_ON || message.getCommand() == ShortMessage.NOTE_OFF) {
                    end(open.get(key), time, message.getCommand() == ShortMessage.NOTE_OFF ? message.getData2() : 64);
                } else {
                    control(message, voice, tick, time);
                }
            }
        }
        open.values().forEach(each -> {
            while (!each.isEmpty()) {
                end(each, track.ticks() * scale, 64);
            }
        });
        if (channels.size() == 1 && !name.isEmpty()) {
            names.add(name);
        }
    }

    private void end(ArrayDeque<Integer> open, double time, int release) {
        if (open != null && !open.isEmpty()) {
            int place = open.remove();
            Note note = notes.get(place);
            notes.set(place, new Note(note.program(), note.pitch(), note.velocity(), release, note.start(), time));
        }
    }

    private void control(ShortMessage message, Voice voice, long tick, double time) {
        int command = message.getCommand();
        int what = command << 8;
        int value = message.getData1();
        switch (command) {
            case ShortMessage.CONTROL_CHANGE, ShortMessage.POLY_PRESSURE -> {
                what |= message.getData1();
                value = message.getData2();
            }
            case ShortMessage.PITCH_BEND -> value = message.getData2() << 7 | message.getData1();
            default -> {}
        }
        boolean choice = command == ShortMessage.PROGRAM_CHANGE || what == (0xB000 | 0) || what == (0xB000 | 32);
        // What chooses the instrument before the first note is measured by the note's program.
        if (!choice || first.containsKey(voice) && tick > first.get(voice)) {
            controls.add(new Control(message.getChannel() == 9, what, value, time));
        }
    }

    private int program(Voice voice, long tick) {
        if (voice.channel() == 9) {
            return -1;
        }
        Map.Entry<Long, Integer> sent = own.getOrDefault(voice, new TreeMap<>()).floorEntry(tick);
        if (sent == null) {
            sent = ofChannel.getOrDefault(voice.channel(), new TreeMap<>()).floorEntry(tick);
        }
        return sent == null ? 0 : sent.getValue();
    }

    private static boolean isOn(ShortMessage message) {
        return message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
    }

    private static String hex(MetaMessage meta, int most) {
        return java.util.HexFormat.of().formatHex(meta.getData(), 0, Math.min(most, meta.getData().length));
    }

    /** What is sung, whichever of the usual ways a file has of saying where words and lines end. */
    private static String syllable(String text) {
        return text.replaceAll("^[/\\\\ ]+", "").replaceAll("(?<=.)-$", "");
    }

    private static String text(MetaMessage meta) {
        String text = new String(meta.getData(), StandardCharsets.UTF_8);
        String read = text.indexOf('\uFFFD') < 0 ? text : new String(meta.getData(), StandardCharsets.ISO_8859_1);
        return read.replaceAll("\\p{Cntrl}", "").strip();
    }
}
