package studio.tutti.cli.evaluate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.Harmony;
import studio.tutti.core.music.BeatHarmony;
import studio.tutti.core.music.NoteName;
import studio.tutti.core.music.TempoMap;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.SongReader;

/**
 * A song of POP909 with what its annotators wrote.
 *
 * @param harmony what sounds in its annotated beats
 * @param seconds where these beats begin, and last where the last one ends
 * @param chords the annotated chords, in order
 * @param key tonic's pitch class, plus 12 if minor; −1 if not annotated
 */
record ChordSong(String name, BeatHarmony harmony, double[] seconds, List<Stretch> chords, int key) {

    /** A chord from one second to another. */
    record Stretch(double from, double to, ChordLabel chord) {}

    /** Receives a song. */
    interface Visitor {
        void song(ChordSong song) throws IOException;
    }

    /**
     * Reads every annotated song of a split.
     *
     * @param own whether beats are those of the studio, from the file's own tempo and metre, instead of the annotators'
     */
    static void visit(Path data, String split, boolean own, Visitor visitor) throws IOException {
        Map<String, Map<String, byte[]>> songs = new HashMap<>();
        new Packs(data, split).visit(List.of(".mid", "chord_midi.txt", "beat_midi.txt", "key_audio.txt"), (name, content) -> {
            String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
            String kind = name.substring(name.lastIndexOf('/') + 1).replaceFirst("^[0-9]+\\.mid$", "midi");
            Map<String, byte[]> files = songs.computeIfAbsent(folder, key -> new HashMap<>());
            files.put(kind, content);
            if (files.size() == 4 && files.containsKey("midi")) {
                songs.remove(folder);
                visitor.song(read(folder, files, own));
            }
        });
    }

    private static ChordSong read(String name, Map<String, byte[]> files, boolean own) throws IOException {
        Arrangement song = SongReader.read(new ByteArrayInputStream(files.get("midi")), "song.mid", MediaSink.NONE).arrangement();
        TempoMap tempo = TimeMaps.tempo(song);
        List<Stretch> chords = new ArrayList<>();
        for (String[] cells : rows(files.get("chord_midi.txt"))) {
            chords.add(new Stretch(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), ChordLabel.read(cells[2])));
        }
        List<String[]> key = rows(files.get("key_audio.txt"));
        BeatHarmony harmony = own ? Harmony.of(song, 0, Harmony.end(song)) : annotated(song, rows(files.get("beat_midi.txt")), tempo);
        double[] seconds = new double[harmony.count() + 1];
        for (int beat = 0; beat < seconds.length; beat++) {
            seconds[beat] = tempo.seconds(harmony.tick(beat));
        }
        return new ChordSong(name, harmony, seconds, chords, key.size() == 1 ? key(key.getFirst()[2]) : -1);
    }

    private static BeatHarmony annotated(Arrangement song, List<String[]> rows, TempoMap tempo) {
        long[] beats = new long[rows.size() + 1];
        int[] strengths = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            beats[i] = Math.round(tempo.tick(Double.parseDouble(rows.get(i)[0])));
            strengths[i] = Double.parseDouble(rows.get(i)[2]) > 0 ? 2 : Double.parseDouble(rows.get(i)[1]) > 0 ? 1 : 0;
        }
        beats[rows.size()] = 2 * beats[rows.size() - 1] - beats[rows.size() - 2];
        return Harmony.of(song, beats, strengths);
    }

    private static int key(String label) {
        int tonic = NoteName.at(label).map(NoteName::pitchClass).orElse(0);
        return label.endsWith(":min") ? tonic + 12 : tonic;
    }

    private static List<String[]> rows(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+"))
                .toList();
    }

    /** The annotated chord that fills most of a beat. */
    ChordLabel label(int beat) {
        Map<ChordLabel, Double> shares = new HashMap<>();
        ChordLabel most = ChordLabel.NONE;
        for (Stretch chord : chords) {
            double shared = Math.min(chord.to, seconds[beat + 1]) - Math.max(chord.from, seconds[beat]);
            if (shared > 0 && shares.merge(chord.chord, shared, Double::sum) > shares.getOrDefault(most, 0.0)) {
                most = chord.chord;
            }
        }
        return most;
    }
}
