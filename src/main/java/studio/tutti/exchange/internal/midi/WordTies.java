package studio.tutti.exchange.internal.midi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

/**
 * Which note each syllable of a file is sung on: the highest that begins with it in the syllable's own track, else in
 * the track that begins a note with most of the syllables, if they are at least half.
 */
final class WordTies {

    private record Note(int pitch, Id id) {}

    private final Map<Part, Map<Long, Note>> parts = new HashMap<>();

    void note(Part part, long tick, int pitch, Id id) {
        parts.computeIfAbsent(part, none -> new HashMap<>())
                .merge(tick, new Note(pitch, id), (one, other) -> other.pitch > one.pitch ? other : one);
    }

    /** The notes of some syllables, null for those without one. */
    @Nullable Id[] of(List<SungWords.Sung> words) {
        Part singer = singer(words);
        Id[] ties = new Id[words.size()];
        for (int i = 0; i < ties.length; i++) {
            SungWords.Sung word = words.get(i);
            Note found = null;
            for (Map.Entry<Part, Map<Long, Note>> part : parts.entrySet()) {
                Note note = part.getKey().source() == word.track() ? part.getValue().get(word.tick()) : null;
                found = note != null && (found == null || note.pitch > found.pitch) ? note : found;
            }
            if (found == null && singer != null) {
                found = parts.get(singer).get(word.tick());
            }
            ties[i] = found == null ? null : found.id;
        }
        return ties;
    }

    private @Nullable Part singer(List<SungWords.Sung> words) {
        Part best = null;
        long most = Math.max(1, words.size() / 2);
        for (Map.Entry<Part, Map<Long, Note>> part : parts.entrySet()) {
            long hits = words.stream().filter(each -> part.getValue().containsKey(each.tick())).count();
            boolean better = best == null ? hits >= most : hits > most
                    || hits == most && part.getValue().size() < parts.get(best).size()
                    || hits == most && part.getValue().size() == parts.get(best).size() && part.getKey().source() < best.source();
            if (better) {
                best = part.getKey();
                most = hits;
            }
        }
        return best;
    }
}
