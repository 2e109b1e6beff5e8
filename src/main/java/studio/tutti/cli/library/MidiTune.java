package studio.tutti.cli.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.jspecify.annotations.Nullable;

/** A tune of a pack, and the stretches of it that make good loops. Ticks are 960 a quarter note. */
final class MidiTune {

    private static final int QUARTER = 960;
    private static final int BAR = 4 * QUARTER;
    private static final int BARS = 4;
    private static final int DRUMS = 9;

    /** What electronic drums of the performances call a drum, and what General MIDI does. */
    private static final Map<Integer, Integer> DRUM_KEYS = Map.of(22, 42, 26, 46, 58, 43);

    /** Weights of the twelve notes in major and minor keys, from the tonic (Krumhansl and Kessler 1982). */
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    /** The instruments that phrases are taken from, by their programs. */
    enum Family {
        PIANO(0, 7), GUITAR(24, 31), BASS(32, 39), STRINGS(40, 51);

        private final int first;
        private final int last;

        Family(int first, int last) {
            this.first = first;
            this.last = last;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Note(long start, long length, int channel, int key, int velocity, int program) {}

    private final List<Note> notes = new ArrayList<>();
    private double microseconds = 500_000;
    private int tempos;
    private boolean common = true;

    MidiTune(byte[] bytes) throws IOException {
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
            for (Track track : sequence.getTracks()) {
                read(track, (double) QUARTER / sequence.getResolution());
            }
        } catch (InvalidMidiDataException damaged) {
            throw new IOException("A tune of the pack can't be read: " + damaged.getMessage(), damaged);
        }
        notes.sort(Comparator.comparingLong(Note::start).thenComparingInt(Note::key).thenComparingInt(Note::channel));
    }

    private void read(Track track, double scale) {
        int[] programs = new int[16];
        Note[][] open = new Note[16][128];
        for (int i = 0; i < track.size(); i++) {
            MidiEvent event = track.get(i);
            long tick = Math.round(event.getTick() * scale);
            if (event.getMessage() instanceof MetaMessage meta) {
                byte[] data = meta.getData();
                if (meta.getType() == 0x51 && data.length == 3) {
                    if (tempos++ == 0) {
                        microseconds = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
                    }
                } else if (meta.getType() == 0x58 && data.length >= 2) {
                    common &= data[0] == 4 && data[1] == 2;
                }
            } else if (event.getMessage() instanceof ShortMessage message) {
                int channel = message.getChannel();
                int key = message.getData1();
                boolean on = message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
                if (message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                    programs[channel] = key;
                } else if (on || message.getCommand() == ShortMessage.NOTE_OFF || message.getCommand() == ShortMessage.NOTE_ON) {
                    Note before = open[channel][key];
                    if (before != null) {
                        notes.add(new Note(before.start, Math.max(30, tick - before.start), channel, key, before.velocity, before.program));
                    }
                    open[channel][key] = on ? new Note(tick, 0, channel, key, message.getData2(), programs[channel]) : null;
                }
            }
        }
    }

    /** Four bars of a performance of drums from its second bar on, or null if it has none. */
    @Nullable MidiLoop beat(String style, int tempo, String path) {
        List<int[]> taken = stretch(notes.stream().filter(note -> note.channel == DRUMS).toList(), BAR);
        if (taken.size() < 24) {
            return null;
        }
        taken.forEach(note -> {
            note[1] = 60;
            note[2] = DRUM_KEYS.getOrDefault(note[2], note[2]);
        });
        String word = style.replace('-', ' ');
        String name = Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + tempo;
        String player = path.substring(path.indexOf("drummer"), path.lastIndexOf('/')).replace('/', '-');
        String id = LibraryBuild.slug("beat " + style + " " + tempo + " " + player + " " + path.substring(path.lastIndexOf('/') + 1).split("_")[0]);
        return new MidiLoop(id, name, "drums", style, tempo, BARS, -1, false, -1,
                "Groove MIDI Dataset, Gillick et al. 2019, Google", taken);
    }

    /** The four bars of a family's part that are played most, or null if it hardly plays. */
    @Nullable MidiLoop phrase(Family family, String title) {
        if (!common || tempos > 1) {
            return null;
        }
        List<Note> part = busiest(notes.stream()
                .filter(note -> note.channel != DRUMS && note.program >= family.first && note.program <= family.last).toList());
        long end = part.isEmpty() ? 0 : part.getLast().start / BAR + 1;
        List<int[]> best = List.of();
        long bestBar = 0;
        for (long bar = 0; bar + BARS <= end; bar++) {
            List<int[]> taken = stretch(part, bar * BAR);
            boolean begins = !taken.isEmpty() && taken.getFirst()[0] < QUARTER / 2;
            if (begins && taken.size() > best.size() && taken.size() <= 160) {
                best = taken;
                bestBar = bar;
            }
        }
        if (best.size() < 10) {
            return null;
        }
        int key = key(bestBar);
        int tempo = (int) Math.round(60e6 / microseconds);
        return new MidiLoop(LibraryBuild.slug(family.word() + " " + title), title, family.word(), family.word(), tempo, BARS, key % 12, key >= 12,
                program(part), "“" + title + "” by Tanner Helland", best);
    }

    /** The notes of the channel that has most of them. */
    private static List<Note> busiest(List<Note> part) {
        int[] counts = new int[16];
        part.forEach(note -> counts[note.channel]++);
        int most = 0;
        for (int channel = 1; channel < 16; channel++) {
            most = counts[channel] > counts[most] ? channel : most;
        }
        int channel = most;
        return part.stream().filter(note -> note.channel == channel).toList();
    }

    private static int program(List<Note> part) {
        return part.getFirst().program;
    }

    /** The notes that begin within four bars from a tick on, cut at their end. */
    private static List<int[]> stretch(List<Note> notes, long from) {
        List<int[]> taken = new ArrayList<>();
        long to = from + BARS * BAR;
        for (Note note : notes) {
            if (note.start >= from && note.start < to) {
                taken.add(new int[] {(int) (note.start - from), (int) Math.min(note.length, to - note.start), note.key, note.velocity});
            }
        }
        return taken;
    }

    /** The key of eight bars round a bar: its tonic, plus 12 for minor. */
    private int key(long bar) {
        double[] weights = new double[12];
        for (Note note : notes) {
            if (note.channel != DRUMS && note.start >= (bar - 2) * BAR && note.start < (bar + BARS + 2) * BAR) {
                weights[note.key % 12] += Math.min(note.length, BAR);
            }
        }
        int best = 0;
        double most = -2;
        for (int key = 0; key < 24; key++) {
            double fit = correlation(weights, key < 12 ? MAJOR : MINOR, key % 12);
            if (fit > most) {
                most = fit;
                best = key;
            }
        }
        return best;
    }

    private static double correlation(double[] weights, double[] profile, int tonic) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < 12; i++) {
            meanA += weights[i] / 12;
            meanB += profile[i] / 12;
        }
        double both = 0;
        double squareA = 1e-9;
        double squareB = 0;
        for (int i = 0; i < 12; i++) {
            double a = weights[(i + tonic) % 12] - meanA;
            double b = profile[i] - meanB;
            both += a * b;
            squareA += a * a;
            squareB += b * b;
        }
        return both / Math.sqrt(squareA * squareB);
    }
}
