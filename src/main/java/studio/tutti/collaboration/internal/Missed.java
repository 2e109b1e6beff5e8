package studio.tutti.collaboration.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.collaboration.Absence.Deeds;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.editing.Whereabouts;

/** Edits that somebody missed, person by person. */
final class Missed {

    private static final class Deed {
        private int edits;
        private int comments;
        private final Map<String, Integer> places = new LinkedHashMap<>();
    }

    private final List<Edit> edits = new ArrayList<>();

    /**
     * @param entries what was done
     * @param person who missed it; what they did themselves is left out
     */
    Missed(List<Entry> entries, Id person) {
        for (Entry entry : entries) {
            if (!entry.edit().author().equals(person) && !entry.edit().author().isNone()) {
                edits.add(entry.edit());
            }
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** What each did, those who did most first. */
    List<Deeds> deeds(Whereabouts whereabouts) {
        Map<Id, Deed> deeds = new LinkedHashMap<>();
        for (Edit edit : edits) {
            Deed deed = deeds.computeIfAbsent(edit.author(), each -> new Deed());
            if (edit.label().equals(Labels.COMMENT_ADD) || edit.label().equals(Labels.COMMENT_ANSWER)) {
                deed.comments++;
            } else {
                deed.edits++;
                whereabouts.of(edit).forEach(place -> deed.places.merge(place, 1, Integer::sum));
            }
        }
        List<Deeds> sorted = new ArrayList<>();
        deeds.forEach((author, deed) -> sorted.add(new Deeds(author, deed.edits, deed.comments, deed.places.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList())));
        sorted.sort(Comparator.comparingInt((Deeds each) -> each.edits() + each.comments()).reversed());
        return sorted;
    }
}
