package studio.tutti.assistant.flowmachines.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.audiveris.proxymusic.EmptyPlacement;
import org.audiveris.proxymusic.Harmony;
import org.audiveris.proxymusic.Notations;
import org.audiveris.proxymusic.Note;
import org.audiveris.proxymusic.NoteType;
import org.audiveris.proxymusic.Offset;
import org.audiveris.proxymusic.Pitch;
import org.audiveris.proxymusic.Rest;
import org.audiveris.proxymusic.StartStop;
import org.audiveris.proxymusic.Tie;
import org.audiveris.proxymusic.Tied;
import org.audiveris.proxymusic.TiedType;
import org.audiveris.proxymusic.TimeModification;
import org.audiveris.proxymusic.Tuplet;
import org.audiveris.proxymusic.YesNo;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.core.music.NoteName;

/** Writes the notes, rests and chords of one bar. */
final class BarWriter {

    private final List<Object> content;
    private final ScoreBar bar;
    private final int fifths;
    private final Metre metre;
    private final List<ScoreBar.Chord> waiting;
    private final List<Note> triplet = new ArrayList<>();
    private int tripletTicks;

    BarWriter(List<Object> content, ScoreBar bar, int fifths, Metre metre) {
        this.content = content;
        this.bar = bar;
        this.fifths = fifths;
        this.metre = metre;
        waiting = new ArrayList<>();
    }

    /** @param ties whether the last note goes on in the next bar */
    void write(boolean melody, boolean ties) {
        List<ScoreBar.Note> notes = melody ? bar.melody() : bar.bass();
        if (melody) {
            waiting.addAll(bar.chords());
        }
        if (notes.isEmpty() && bar.length() == metre.bar()) {
            chords(0, bar.length());
            Note rest = note(null, bar.length());
            rest.getRest().setMeasure(YesNo.YES);
            content.add(rest);
            return;
        }
        int at = 0;
        for (int i = 0; i < notes.size(); i++) {
            ScoreBar.Note note = notes.get(i);
            rest(at, note.at());
            at = note.at() + note.length();
            boolean on = at == bar.length() && i + 1 == notes.size() && ties
                    || i + 1 < notes.size() && notes.get(i + 1).tied() && notes.get(i + 1).at() == at;
            List<Notated> values = Notated.of(note.at(), note.length());
            for (int j = 0; j < values.size(); j++) {
                sound(values.get(j), note.pitch(), note.tied() || j > 0, on || j + 1 < values.size());
            }
        }
        rest(at, bar.length());
    }

    private void rest(int from, int to) {
        if (to > from) {
            for (Notated value : Notated.of(from, to - from)) {
                chords(value.at(), value.at() + value.length());
                Note rest = note(null, value.length());
                dress(rest, value);
                content.add(rest);
            }
        }
    }

    private void sound(Notated value, int pitch, boolean tied, boolean ties) {
        chords(value.at(), value.at() + value.length());
        Note note = note(spelled(pitch), value.length());
        Notations notations = new Notations();
        if (tied) {
            tie(note, notations, StartStop.STOP, TiedType.STOP);
        }
        if (ties) {
            tie(note, notations, StartStop.START, TiedType.START);
        }
        if (tied || ties) {
            note.getNotations().add(notations);
        }
        dress(note, value);
        content.add(note);
    }

    /** The chords that begin within a note or rest, before it; those that begin later say by how much. */
    private void chords(int from, int to) {
        while (!waiting.isEmpty() && waiting.getFirst().at() < to) {
            ScoreBar.Chord chord = waiting.removeFirst();
            Harmony harmony = HarmonySymbols.write(chord.symbol());
            if (chord.at() > from) {
                Offset offset = new Offset();
                offset.setValue(BigDecimal.valueOf(chord.at() - from));
                harmony.setOffset(offset);
            }
            content.add(harmony);
        }
    }

    private static Note note(@Nullable Pitch pitch, int length) {
        Note note = new Note();
        if (pitch == null) {
            note.setRest(new Rest());
        } else {
            note.setPitch(pitch);
        }
        note.setDuration(BigDecimal.valueOf(length));
        note.setVoice("1");
        return note;
    }

    private void dress(Note note, Notated value) {
        if (!value.type().isEmpty()) {
            NoteType type = new NoteType();
            type.setValue(value.type());
            note.setType(type);
        }
        if (value.dotted()) {
            note.getDot().add(new EmptyPlacement());
        }
        if (!value.triplet()) {
            triplet.clear();
            tripletTicks = 0;
            return;
        }
        TimeModification three = new TimeModification();
        three.setActualNotes(BigInteger.valueOf(3));
        three.setNormalNotes(BigInteger.valueOf(2));
        note.setTimeModification(three);
        triplet.add(note);
        tripletTicks += value.length();
        if ((value.at() + value.length()) % 480 == 0 && tripletTicks % 480 == 0) {
            bracket(triplet.getFirst(), StartStop.START);
            bracket(triplet.getLast(), StartStop.STOP);
            triplet.clear();
            tripletTicks = 0;
        }
    }

    private static void bracket(Note note, StartStop end) {
        Tuplet tuplet = new Tuplet();
        tuplet.setType(end);
        if (note.getNotations().isEmpty()) {
            note.getNotations().add(new Notations());
        }
        note.getNotations().getFirst().getTiedOrSlurOrTuplet().add(tuplet);
    }

    private static void tie(Note note, Notations notations, StartStop type, TiedType shown) {
        Tie tie = new Tie();
        tie.setType(type);
        note.getTie().add(tie);
        Tied tied = new Tied();
        tied.setType(shown);
        notations.getTiedOrSlurOrTuplet().add(tied);
    }

    private Pitch spelled(int key) {
        NoteName name = NoteName.of(key % 12, fifths);
        int signs = HarmonySymbols.signs(name);
        Pitch pitch = new Pitch();
        pitch.setStep(HarmonySymbols.step(name));
        if (signs != 0) {
            pitch.setAlter(BigDecimal.valueOf(signs));
        }
        pitch.setOctave(Math.floorDiv(key - signs, 12) - 1);
        return pitch;
    }
}
