package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.clip.DrumRows;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.music.Ticks;

/** What hands do in a drum grid: hits on steps, a little off them, doubled softly or rolled. Hits are notes like all others. */
public final class PatternGestures {

    /** Most hits of a roll within a step. */
    public static final int MOST_IN_STEP = 8;

    private final Arrangement arrangement;
    private final IdSequence ids;
    private final Element content;
    private final int step;
    private final DrumRows rows;
    private final List<Element> notes;
    private final Map<Integer, DrumHits> known = new LinkedHashMap<>();

    /**
     * @param content the pattern
     * @param step ticks from step to step of drums that have none of their own
     */
    public PatternGestures(Arrangement arrangement, IdSequence ids, Element content, int step) {
        if (content.kind() != Kind.CONTENT || !content.isAlive()) {
            throw new EditRefused("There is nothing here any more that could hold hits.");
        }
        this.arrangement = arrangement;
        this.ids = ids;
        this.content = content;
        this.step = Math.max(1, step);
        rows = DrumRows.of(content);
        notes = Elements.sorted(content.children(Kind.NOTE));
    }

    private int step(int pitch) {
        Element row = rows.row(pitch);
        return row == null ? step : row.integer(Property.STEP);
    }

    private DrumHits hits(int pitch) {
        return known.computeIfAbsent(pitch, key -> new DrumHits(notes, key, step(key)));
    }

    private DrumHits hits(Element hit) {
        return hits(hit.integer(Property.PITCH));
    }

    /** Those of the pattern's hits that are still there. */
    private List<Element> alive(List<Element> hits) {
        List<Element> alive = Chosen.of(Kind.NOTE, hits);
        alive.removeIf(each -> each.parent() != content);
        return alive;
    }

    /** How far a hit lies off the step that it belongs to, in ticks. */
    public long offset(Element hit) {
        return hits(hit).offset(hit);
    }

    /** Whether a hit is soft and shortly before another one. */
    public boolean isGrace(Element hit) {
        return hits(hit).isGrace(hit);
    }

    /** The hits of a step with their graces, in order. */
    public List<Element> at(int pitch, long begin) {
        return hits(pitch).at(begin);
    }

    /**
     * Puts a hit on each empty one of some steps, or clears them.
     *
     * @param begins where the steps begin, in ticks of the content
     * @param velocity of new hits, 1 to 127
     */
    public Gesture paint(int pitch, long[] begins, boolean on, int velocity) {
        Draft draft = new Draft(ids);
        Set<Element> cleared = new LinkedHashSet<>();
        for (long begin : begins) {
            List<Element> there = hits(pitch).at(begin);
            if (!on) {
                cleared.addAll(there);
            } else if (there.isEmpty() && begin >= 0 && begin < Ticks.LAST) {
                hit(draft, pitch, begin, step(pitch), Leeway.within(velocity, 1, 127));
            }
        }
        cleared.forEach(draft::remove);
        return draft.as(on ? Labels.HITS_DRAW : Labels.HITS_REMOVE);
    }

    private void hit(Draft draft, int pitch, long start, long length, long velocity) {
        draft.make(Kind.NOTE, content.id())
                .with(Property.START, start)
                .with(Property.LENGTH, Leeway.within(length, 1, Ticks.LAST - start))
                .with(Property.PITCH, pitch)
                .with(Property.VELOCITY, velocity);
    }

    /** Removes hits together with the grace hits that lead to them. */
    public Gesture remove(List<Element> hits) {
        Draft draft = new Draft(ids);
        withGraces(alive(hits)).forEach(draft::remove);
        return draft.as(Labels.HITS_REMOVE);
    }

    private Set<Element> withGraces(List<Element> chosen) {
        Set<Element> all = new LinkedHashSet<>();
        for (Element hit : chosen) {
            all.add(hit);
            all.addAll(hits(hit).graces(hit));
        }
        return all;
    }

    /** Moves hits off their steps, or back, as far as all of them stay within their steps; grace hits go along. */
    public Gesture shift(List<Element> hits, long ticks) {
        Leeway leeway = new Leeway();
        Set<Element> moved = withGraces(alive(hits));
        for (Element hit : moved) {
            DrumHits drum = hits(hit);
            if (drum.isGrace(hit)) {
                leeway.keep(hit.start(), 0, Ticks.LAST);
            } else {
                long begin = drum.stepOf(hit);
                leeway.keep(hit.start(), drum.first(begin), drum.last(begin));
            }
        }
        long later = leeway.clamp(ticks);
        Draft draft = new Draft(ids);
        for (Element hit : moved) {
            draft.set(hit, Property.START, hit.start() + later);
        }
        return draft.as(Labels.HITS_SHIFT);
    }

    /** Puts hits back onto their steps. */
    public Gesture straighten(List<Element> hits) {
        Draft draft = new Draft(ids);
        for (Element hit : alive(hits)) {
            DrumHits drum = hits(hit);
            if (!drum.isGrace(hit)) {
                long later = drum.stepOf(hit) - hit.start();
                drum.graces(hit).forEach(grace -> draft.set(grace, Property.START, Math.max(0, grace.start() + later)));
                draft.set(hit, Property.START, hit.start() + later);
            }
        }
        return draft.as(Labels.HITS_SHIFT);
    }

    /**
     * Gives each hit a soft one shortly before it; if all have one, takes them away.
     *
     * @param clip whose tempo says how long a millisecond is
     * @param milliseconds how long before, 5 to 60
     * @throws EditRefused if no hit has room before it
     */
    public Gesture flam(List<Element> hits, Element clip, double milliseconds) {
        List<Element> mains = new ArrayList<>(alive(hits));
        mains.removeIf(hit -> hits(hit).isGrace(hit));
        Draft draft = new Draft(ids);
        if (mains.stream().allMatch(hit -> !hits(hit).graces(hit).isEmpty())) {
            mains.forEach(hit -> hits(hit).graces(hit).forEach(draft::remove));
            return draft.as(Labels.HITS_FLAM);
        }
        TempoMap tempo = TimeMaps.tempo(arrangement);
        int late = 0;
        for (Element hit : mains) {
            double tick = clip.start() + hit.start() - clip.number(Property.OFFSET);
            double before = tick - tempo.tick(tempo.seconds(tick) - Math.max(5, Math.min(60, milliseconds)) / 1000);
            long ticks = Leeway.within(Math.round(before), 1, DrumHits.GRACE);
            if (!hits(hit).graces(hit).isEmpty() || hit.start() < ticks) {
                continue;
            }
            late++;
            long soft = Math.max(1, hit.number(Property.VELOCITY) * 45 / 100);
            hit(draft, hit.integer(Property.PITCH), hit.start() - ticks, ticks, soft);
        }
        if (late == 0) {
            throw new EditRefused("There is no room before the first tick of a pattern for a soft hit.");
        }
        return draft.as(Labels.HITS_FLAM);
    }

    /**
     * Rolls: divides the steps that hits belong to evenly into so many hits, each as loud as the first.
     *
     * @param count hits in a step, 1 to {@link #MOST_IN_STEP}; 1 leaves the first alone
     */
    public Gesture roll(List<Element> hits, int count) {
        int parts = (int) Leeway.within(count, 1, MOST_IN_STEP);
        Draft draft = new Draft(ids);
        Map<Integer, Set<Long>> steps = new LinkedHashMap<>();
        for (Element hit : alive(hits)) {
            steps.computeIfAbsent(hit.integer(Property.PITCH), pitch -> new TreeSet<>()).add(hits(hit).stepOf(hit));
        }
        steps.forEach((pitch, begins) -> begins.forEach(begin -> roll(draft, hits(pitch), pitch, begin, parts)));
        return draft.as(Labels.HITS_ROLL);
    }

    private void roll(Draft draft, DrumHits drum, int pitch, long begin, int parts) {
        List<Element> there = new ArrayList<>(drum.at(begin));
        there.removeIf(drum::isGrace);
        Element first = there.removeFirst();
        there.forEach(draft::remove);
        int whole = step(pitch);
        draft.set(first, Property.LENGTH, Math.max(1, whole / parts));
        for (int part = 1; part < parts; part++) {
            long start = first.start() + (long) whole * part / parts;
            if (start <= drum.last(begin)) {
                hit(draft, pitch, start, Math.max(1, whole / parts), first.number(Property.VELOCITY));
            }
        }
    }

    /** Mutes all hits of a drum, or lets them sound again if all were mute. */
    public Gesture mute(int pitch) {
        Draft draft = new Draft(ids);
        List<Element> all = hits(pitch).all();
        long muted = all.stream().allMatch(hit -> hit.flag(Property.MUTED)) ? 0 : 1;
        all.forEach(hit -> draft.set(hit, Property.MUTED, muted));
        return draft.as(Labels.HITS_MUTE);
    }
}
