package studio.tutti.assistant.flowmachines.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.audiveris.proxymusic.Attributes;
import org.audiveris.proxymusic.Backup;
import org.audiveris.proxymusic.Barline;
import org.audiveris.proxymusic.Direction;
import org.audiveris.proxymusic.Forward;
import org.audiveris.proxymusic.Harmony;
import org.audiveris.proxymusic.Note;
import org.audiveris.proxymusic.Pitch;
import org.audiveris.proxymusic.ScorePartwise;
import org.audiveris.proxymusic.Sound;
import org.audiveris.proxymusic.StartStop;
import org.audiveris.proxymusic.Transpose;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.Ticks;

/** Reads the bars of one part in order: divisions and transposition hold from one to the next. Of several voices the first sings. */
final class BarReader {

    private final Metre metre;
    private double divisions = 1;
    private int transpose;
    private @Nullable String voice;
    private double tempo;

    private double at;
    private double chordStart;
    private double length;
    private final TreeMap<Integer, ScoreBar.Note> melody = new TreeMap<>();
    private final TreeMap<Integer, ScoreBar.Chord> chords = new TreeMap<>();
    private SignReader signs = new SignReader();

    BarReader(Metre metre) {
        this.metre = metre;
    }

    /** Quarters a minute as first written, 0 if they aren't. */
    double tempo() {
        return tempo;
    }

    ScoreBar read(ScorePartwise.Part.Measure measure) throws IOException {
        at = 0;
        length = 0;
        melody.clear();
        chords.clear();
        signs = new SignReader();
        for (Object each : measure.getNoteOrBackupOrForward()) {
            switch (each) {
                case Attributes attributes -> attributes(attributes);
                case Note note -> note(note);
                case Backup backup -> at = Math.max(0, at - ticks(SheetReader.number(backup.getDuration(), 0)));
                case Forward forward -> at += ticks(SheetReader.number(forward.getDuration(), 0));
                case Harmony harmony -> harmony(harmony);
                case Direction direction -> {
                    signs.direction(direction);
                    tempo = tempo > 0 ? tempo : signs.tempo();
                }
                case Sound sound -> signs.sound(sound);
                case Barline barline -> signs.barline(barline);
                default -> { }
            }
            length = Math.max(length, at);
        }
        int whole = length == 0 ? metre.bar() : (int) Math.min(metre.bar(), Math.round(length));
        return new ScoreBar(whole, heard(whole), line(whole), List.of(), signs.signs(), signs.section());
    }

    private double ticks(double duration) {
        return duration * Ticks.PER_QUARTER / divisions;
    }

    private void attributes(Attributes attributes) throws IOException {
        if (attributes.getDivisions() != null) {
            divisions = attributes.getDivisions().doubleValue();
            if (divisions <= 0) {
                throw new IOException("The MusicXML file is damaged: a quarter note must have at least one division.");
            }
        }
        for (Transpose move : attributes.getTranspose()) {
            double octaves = move.getOctaveChange() == null ? 0 : move.getOctaveChange().doubleValue();
            transpose = (int) (SheetReader.number(move.getChromatic(), 0) + 12 * octaves);
        }
    }

    private void note(Note note) {
        double lasts = note.getGrace() != null ? 0 : ticks(Math.max(0, SheetReader.number(note.getDuration(), 0)));
        boolean chord = note.getChord() != null;
        double start = chord ? chordStart : at;
        if (!chord) {
            chordStart = at;
            at += lasts;
        }
        Pitch pitch = note.getPitch();
        if (pitch == null || pitch.getStep() == null || lasts == 0 || note.getCue() != null) {
            return;
        }
        String sung = Objects.requireNonNullElse(note.getVoice(), "1");
        voice = voice == null ? sung : voice;
        if (!sung.equals(voice)) {
            return;
        }
        int step = "C D EF G A B".indexOf(pitch.getStep().value());
        long key = 12L * (pitch.getOctave() + 1) + step + Math.round(SheetReader.number(pitch.getAlter(), 0)) + transpose;
        boolean tied = note.getTie().stream().anyMatch(each -> each.getType() == StartStop.STOP);
        int from = (int) Math.round(start);
        int ticks = (int) Math.round(start + lasts) - from;
        if (key >= 0 && key <= 127 && ticks > 0) {
            melody.merge(from, new ScoreBar.Note(from, ticks, (int) key, tied), (one, other) -> other.pitch() > one.pitch() ? other : one);
        }
    }

    private void harmony(Harmony harmony) {
        double offset = harmony.getOffset() == null ? 0 : ticks(SheetReader.number(harmony.getOffset().getValue(), 0));
        int place = (int) Math.round(at + offset);
        HarmonySymbols.read(harmony).ifPresent(said -> chords.put(Math.max(0, place), new ScoreBar.Chord(Math.max(0, place), said.orElse(null))));
    }

    /** Chords within the bar; one said again is heard once. */
    private List<ScoreBar.Chord> heard(int whole) {
        List<ScoreBar.Chord> heard = new ArrayList<>();
        @Nullable ChordSymbol last = null;
        for (ScoreBar.Chord chord : chords.values()) {
            boolean again = !heard.isEmpty() && Objects.equals(last, chord.symbol());
            if (chord.at() < whole && !again) {
                heard.add(chord);
                last = chord.symbol();
            }
        }
        return heard;
    }

    /** The notes within the bar, each ending where the next begins; tied ones are one. */
    private List<ScoreBar.Note> line(int whole) {
        List<ScoreBar.Note> line = new ArrayList<>();
        for (ScoreBar.Note note : melody.values()) {
            Integer next = melody.higherKey(note.at());
            int end = Math.min(Math.min(note.at() + note.length(), whole), next == null ? whole : next);
            ScoreBar.Note before = line.isEmpty() ? null : line.getLast();
            if (before != null && note.tied() && before.pitch() == note.pitch() && before.at() + before.length() == note.at()) {
                line.set(line.size() - 1, new ScoreBar.Note(before.at(), end - before.at(), note.pitch(), before.tied()));
            } else if (end > note.at()) {
                line.add(new ScoreBar.Note(note.at(), end - note.at(), note.pitch(), note.tied()));
            }
        }
        return line;
    }
}
