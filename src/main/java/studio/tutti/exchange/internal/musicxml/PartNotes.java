package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.core.music.PlayingOrder.Turn;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.musicxml.Written.Held;
import studio.tutti.exchange.internal.musicxml.Written.Note;
import studio.tutti.exchange.internal.musicxml.Written.Word;

/** What a part plays and sings, its repeats written out and its ties joined. */
final class PartNotes {

    /** A note in ticks of the song. */
    static final class Sounded {
        private final long start;
        private final int pitch;
        private final int velocity;
        private long written;
        private long end;

        Sounded(long start, long written, long end, int pitch, int velocity) {
            this.start = start;
            this.written = written;
            this.end = end;
            this.pitch = pitch;
            this.velocity = velocity;
        }

        long start() {
            return start;
        }

        long end() {
            return end;
        }

        int pitch() {
            return pitch;
        }

        int velocity() {
            return velocity;
        }
    }

    /** A syllable and the note it is sung on. */
    record Sung(Sounded note, SyllableText text) {}

    /** As far as two ends may lie apart, through rounding, for a tie to join them; ticks. */
    private static final long JOINT = 2;

    private final List<Sounded> notes = new ArrayList<>();
    private final List<Sung> sung = new ArrayList<>();
    private final Map<Integer, ArrayDeque<Sounded>> open = new HashMap<>();
    private int verses;
    private int passes = 1;

    private PartNotes() {}

    static PartNotes of(Written.Part part, List<Turn> turns, long[] starts) throws SongRefused {
        PartNotes heard = new PartNotes();
        Map<Sounded, Note> origins = new IdentityHashMap<>();
        Map<Sounded, Integer> passes = new IdentityHashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            heard.passes = Math.max(heard.passes, turn.pass());
            if (turn.bar() < part.measures.size()) {
                List<Note> written = new ArrayList<>(part.measures.get(turn.bar()).notes);
                written.sort(Comparator.comparingDouble(Note::at));
                for (Note note : written) {
                    Sounded begun = heard.add(note, starts[i]);
                    if (begun != null) {
                        origins.put(begun, note);
                        passes.put(begun, turn.pass());
                    }
                }
            }
            if (heard.notes.size() > ScoreLimits.NOTES) {
                throw new SongRefused("With all its repeats the MusicXML file has more than " + ScoreLimits.NOTES + " notes.");
            }
        }
        heard.notes.sort(Comparator.comparingLong(Sounded::start));
        heard.sing(origins, passes);
        return heard;
    }

    /** Adds a note, or lengthens the one that it is tied to; answers what it began. */
    private @Nullable Sounded add(Note note, long from) {
        long start = from + Math.round(note.at());
        long end = from + Math.round(note.at() + note.length());
        int key = note.voice() * 128 + note.pitch();
        Sounded before = note.tied() ? joined(key, note.pitch(), start) : null;
        if (before != null) {
            before.written = end;
            before.end = Math.max(before.start, end + Math.round(note.release()));
            if (note.ties()) {
                open.computeIfAbsent(key, none -> new ArrayDeque<>()).add(before);
            }
            return null;
        }
        long sounds = Math.max(0, start + Math.round(note.attack()));
        Sounded begun = new Sounded(sounds, end, Math.max(sounds, end + Math.round(note.release())), note.pitch(), note.velocity());
        notes.add(begun);
        if (note.ties()) {
            open.computeIfAbsent(key, none -> new ArrayDeque<>()).add(begun);
        }
        return begun;
    }

    private @Nullable Sounded joined(int key, int pitch, long start) {
        Sounded own = take(open.get(key), start);
        if (own != null) {
            return own;
        }
        for (Map.Entry<Integer, ArrayDeque<Sounded>> each : open.entrySet()) {
            Sounded other = each.getKey() % 128 == pitch ? take(each.getValue(), start) : null;
            if (other != null) {
                return other;
            }
        }
        return null;
    }

    private static @Nullable Sounded take(@Nullable ArrayDeque<Sounded> waiting, long start) {
        if (waiting == null) {
            return null;
        }
        waiting.removeIf(each -> each.written < start - JOINT);
        for (Sounded each : waiting) {
            if (Math.abs(each.written - start) <= JOINT) {
                waiting.remove(each);
                return each;
            }
        }
        return null;
    }

    private void sing(Map<Sounded, Note> origins, Map<Sounded, Integer> turns) {
        Break next = Break.NONE;
        boolean over = false;
        long ended = -1;
        for (Sounded note : notes) {
            Note origin = origins.get(note);
            List<Word> words = origin == null ? List.of() : origin.words();
            Word word = verse(words, turns.getOrDefault(note, 1));
            if (word != null) {
                sung.add(new Sung(note, word.text().with(next)));
                next = word.after();
                over = word.held() == Held.OVER;
            } else if (over && note.start >= ended - JOINT && note.start <= ended + JOINT) {
                sung.add(new Sung(note, new SyllableText(Break.NONE, SyllableText.HELD, false)));
            } else if (over && note.start > ended + JOINT) {
                over = false;
            }
            ended = note.written;
        }
    }

    /** The words of a pass; where it has none of its own, those that there are. */
    private @Nullable Word verse(List<Word> words, int pass) {
        Word found = null;
        for (Word word : words) {
            verses = Math.max(verses, word.verse());
            boolean nearer = found == null || word.verse() <= pass && (found.verse() > pass || word.verse() > found.verse());
            found = nearer ? word : found;
        }
        return found;
    }

    /** By start. */
    List<Sounded> notes() {
        return notes;
    }

    List<Sung> sung() {
        return sung;
    }

    /** How many verses are never sung, since nothing is repeated for them. */
    int furtherVerses() {
        return Math.max(0, verses - passes);
    }
}
