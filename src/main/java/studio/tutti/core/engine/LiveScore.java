package studio.tutti.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * The score of an arrangement while it changes: always what {@link ScoreCompiler#compile} would make of it, but only the
 * tracks that a change touched are compiled again.
 */
public final class LiveScore {

    /** With more tracks touched than this, merging all is less work than merging them one by one. */
    private static final int FEW = 3;
    private static final int NONE = -1;

    /**
     * What one track plays.
     *
     * @param held how many notes, controllers and drum rows its contents held: fewer mean that some went to another content
     */
    private record Part(int[] events, int length, long end, Set<Element> clips, int held) {}

    private final int rate;
    private final Map<Element, Part> parts = new HashMap<>();
    private final Set<Element> changed = new HashSet<>();
    private List<Element> order = List.of();
    private int[] merged = new int[0];

    /** @param rate frames a second */
    public LiveScore(int rate) {
        this.rate = rate;
    }

    /** Frames a second. */
    public int rate() {
        return rate;
    }

    /** An element may be different from when the score was asked for last. */
    public void changed(Element element) {
        switch (element.kind()) {
            case NOTE, CONTROL, ROW -> {
                Element content = element.parent();
                if (content != null) {
                    changed.add(content);
                }
            }
            case TRACK, CLIP, CONTENT -> changed.add(element);
            case SONG, TEMPO -> parts.clear();
            default -> {}
        }
    }

    /**
     * The score of the arrangement as it is now. The arrangement must be the same one every time.
     *
     * @throws IllegalStateException with a sentence if the song has more notes than a score may hold
     */
    public Score score(Arrangement arrangement) {
        try {
            return update(arrangement);
        } catch (IllegalStateException tooMany) {
            parts.clear();
            order = List.of();
            throw tooMany;
        }
    }

    private Score update(Arrangement arrangement) {
        ScoreCompiler whole = new ScoreCompiler(arrangement, rate);
        whole.steps();
        List<Element> tracks = whole.strips();
        List<Integer> fresh = new ArrayList<>();
        long end = 0;
        int length = 0;
        for (int index = 0; index < tracks.size(); index++) {
            Element track = tracks.get(index);
            Part part = parts.get(track);
            if (part == null || isTouched(arrangement, track, part)) {
                part = compile(arrangement, track);
                parts.put(track, part);
                fresh.add(index);
            }
            end = Math.max(end, part.end);
            length = Math.max(length, part.length);
        }
        merge(tracks, fresh);
        changed.clear();
        whole.regions(tracks);
        whole.beats(end);
        whole.automation();
        return whole.builder().build(merged, Math.max(length, whole.builder().length()));
    }

    private boolean isTouched(Arrangement arrangement, Element track, Part part) {
        if (changed.contains(track)) {
            return true;
        }
        for (Element clip : track.children(Kind.CLIP)) {
            if (changed.contains(clip) || changed.contains(arrangement.find(clip.reference(Property.CONTENT)))) {
                return true;
            }
        }
        if (part.held != held(arrangement, track)) {
            return true;
        }
        for (Element clip : changed) {
            if (part.clips.contains(clip)) {
                return true;
            }
        }
        return false;
    }

    private Part compile(Arrangement arrangement, Element track) {
        ScoreCompiler alone = new ScoreCompiler(arrangement, rate);
        long end = alone.clips(0, track);
        return new Part(
                alone.builder().sortedEvents(),
                alone.builder().length(),
                end,
                new HashSet<>(track.children(Kind.CLIP)),
                held(arrangement, track));
    }

    private static int held(Arrangement arrangement, Element track) {
        int held = 0;
        for (Element clip : track.children(Kind.CLIP)) {
            Element content = arrangement.find(clip.reference(Property.CONTENT));
            if (content != null) {
                held += content.children(Kind.NOTE).size() + content.children(Kind.CONTROL).size() + content.children(Kind.ROW).size();
            }
        }
        return held;
    }

    private void merge(List<Element> tracks, List<Integer> fresh) {
        boolean same = order.equals(tracks);
        order = List.copyOf(tracks);
        parts.keySet().retainAll(new HashSet<>(tracks));
        if (same && fresh.size() <= FEW) {
            for (int index : fresh) {
                merged = merge(merged, index, indexed(index));
            }
        } else {
            merged = all(0, tracks.size());
        }
        if (merged.length > Score.EVENTS * Score.EVENT) {
            throw ScoreBuilder.tooMany();
        }
    }

    /** The events of the tracks from one index up to another, by halves. */
    private int[] all(int from, int to) {
        if (to - from < 2) {
            return from == to ? new int[0] : indexed(from);
        }
        int middle = (from + to) / 2;
        return merge(all(from, middle), NONE, all(middle, to));
    }

    private int[] indexed(int index) {
        Part part = parts.get(order.get(index));
        int[] events = part == null ? new int[0] : part.events;
        for (int at = 1; at < events.length; at += Score.EVENT) {
            events[at] = index;
        }
        return events;
    }

    /** Merges sorted events, those of one track left out of the first. */
    private static int[] merge(int[] a, int left, int[] b) {
        int[] both = new int[a.length + b.length];
        int to = 0;
        int j = 0;
        for (int i = 0; i < a.length; i += Score.EVENT) {
            if (a[i + 1] == left) {
                continue;
            }
            while (j < b.length && before(b, j, a, i)) {
                copy(b, j, both, to);
                j += Score.EVENT;
                to += Score.EVENT;
            }
            copy(a, i, both, to);
            to += Score.EVENT;
        }
        System.arraycopy(b, j, both, to, b.length - j);
        int length = to + b.length - j;
        return length == both.length ? both : Arrays.copyOf(both, length);
    }

    /** One event; written out, since a call for so few numbers costs more than they do. */
    private static void copy(int[] from, int at, int[] to, int place) {
        to[place] = from[at];
        to[place + 1] = from[at + 1];
        to[place + 2] = from[at + 2];
        to[place + 3] = from[at + 3];
        to[place + 4] = from[at + 4];
        to[place + 5] = from[at + 5];
    }

    /** Whether one event comes before another: by frame, controllers before notes, by track. */
    private static boolean before(int[] a, int i, int[] b, int j) {
        if (a[i] != b[j]) {
            return a[i] < b[j];
        }
        boolean note = a[i + 2] >> 16 == Score.NOTE;
        boolean other = b[j + 2] >> 16 == Score.NOTE;
        return note == other ? a[i + 1] < b[j + 1] : other;
    }
}
