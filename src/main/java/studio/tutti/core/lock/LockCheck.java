package studio.tutti.core.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Operation;

/**
 * Proves that an edit leaves alone what is locked, by comparing what is heard and written there before and after it.
 *
 * <ul>
 * <li>Locked <b>bars of a track</b>: the notes that sound in them, the controllers as they are set when the bars begin and within
 *     them, recorded sound, and the automation that runs through them. A locked folder locks the tracks in it.
 * <li>A locked <b>track</b>: all that, and its instrument, effects, sends, volume, pan and mute.
 * <li>Locked <b>bars of the song</b>: the same bars of all tracks, also of those that the edit adds; chords, tempo, metre, key and
 *     words. The <b>whole song</b>: all tracks as locked tracks, and the master.
 * <li>A locked <b>note</b>: itself, and everywhere that it sounds.
 * <li>The locks themselves.
 * </ul>
 *
 * <p>What counts is what is heard: that a clip is cut, or a note made anew just as it was, changes nothing. Recorded sound alone
 * counts as changed where its clips are cut anew.
 */
public final class LockCheck {

    private static final Id TRIAL = new Id(-1, -1);

    private LockCheck() {}

    /**
     * What locked an edit would change.
     *
     * @param arrangement the song that the edit would come to; the edit is tried on it and taken back to the last bit, so nobody else
     *     may use it meanwhile
     * @param operations the edit's
     * @return nothing if it leaves alone all that is locked; else one for each lock, thing and track, the earliest first
     * @throws studio.tutti.core.arrangement.EditRefused if the edit breaks a rule of the model, or more is locked than can be compared
     */
    public static List<Breach> check(Arrangement arrangement, List<Operation> operations) {
        List<Hold> holds = Hold.of(arrangement);
        if (holds.isEmpty()) {
            return List.of();
        }
        Map<Fact, Integer> before = LockedFacts.of(arrangement, holds);
        Journal journal = arrangement.apply(new Edit(TRIAL, TRIAL, 0, "", Id.NONE, operations));
        Map<Fact, Integer> after;
        try {
            after = LockedFacts.of(arrangement, holds);
        } finally {
            arrangement.rollBack(journal);
        }
        return compare(holds, before, after);
    }

    /** As {@link #check(Arrangement, List)}, of a whole edit. */
    public static List<Breach> check(Arrangement arrangement, Edit edit) {
        return check(arrangement, edit.operations());
    }

    private static List<Breach> compare(List<Hold> holds, Map<Fact, Integer> before, Map<Fact, Integer> after) {
        Map<List<Object>, Breach> first = new LinkedHashMap<>();
        differing(before, after, holds, first);
        differing(after, before, holds, first);
        List<Breach> breaches = new ArrayList<>(first.values());
        // Of a note that sounds somewhere, the places where it does say more than that it is another one.
        breaches.removeIf(breach -> breach.track().isNone() && breach.thing() == Thing.NOTES
                && first.values().stream().anyMatch(other -> other != breach && other.lock().equals(breach.lock()) && other.thing() == Thing.NOTES));
        breaches.sort(Comparator.comparingLong(Breach::tick).thenComparing(Breach::thing).thenComparing(Breach::track).thenComparing(Breach::lock));
        return breaches;
    }

    private static void differing(
            Map<Fact, Integer> these, Map<Fact, Integer> those, List<Hold> holds, Map<List<Object>, Breach> first) {
        these.forEach((fact, times) -> {
            if (!times.equals(those.get(fact))) {
                Hold hold = holds.get(fact.lock());
                Breach breach = new Breach(hold.lock(), hold.holder(), fact.thing(), fact.track(), fact.tick());
                first.merge(List.of(hold.lock(), fact.thing(), fact.track()), breach, (one, other) -> one.tick() <= other.tick() ? one : other);
            }
        });
    }

    /** The names of those whose locks are in the way, in the order of letters. */
    public static Set<String> holders(List<Breach> breaches) {
        Set<String> holders = new TreeSet<>();
        breaches.forEach(breach -> holders.add(breach.holder()));
        return holders;
    }
}
