package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.recording.Pass;

/** What was recorded, as clips: one recording of any number of tracks and passes is one gesture. */
public final class RecordingGestures {

    /** What becomes of what lies where something is recorded. */
    public enum Mode {
        /** It stays as a take beside the new ones; where nothing lies, there is a new clip. */
        TAKES,
        /** What is recorded is added to it. */
        OVERDUB,
        /** Its notes go where the song went by. */
        REPLACE
    }

    /**
     * How it is written.
     *
     * @param step the grid that beginnings of notes move to, in ticks from the bar line, or 0 for none
     * @param from the tick from which on it counts, or −1 for from the start
     * @param to the tick at which it ends, or −1 for at the end
     */
    public record Manner(Mode mode, int step, long from, long to) {}

    private final Arrangement arrangement;
    private final MetreMap metre;
    private final Draft draft;
    private final Manner manner;

    private RecordingGestures(Arrangement arrangement, IdSequence ids, Manner manner) {
        this.arrangement = arrangement;
        this.manner = manner;
        metre = TimeMaps.metre(arrangement);
        draft = new Draft(ids);
    }

    /** What one track plays. */
    public record Part(Id track, List<Pass> passes) {}

    /**
     * Writes what was recorded. Empty if nothing was played where it counts.
     *
     * @throws EditRefused if a track holds no notes
     */
    public static Gesture write(Arrangement arrangement, IdSequence ids, List<Part> parts, Manner manner, String label) {
        RecordingGestures gestures = new RecordingGestures(arrangement, ids, manner);
        for (Part part : parts) {
            Element track = arrangement.alive(part.track());
            if (track == null || !Rows.holdsNotes(track)) {
                throw new EditRefused("Notes can be recorded on instrument and drum tracks only.");
            }
            gestures.part(track, part.passes());
        }
        return gestures.draft.as(label);
    }

    private void part(Element track, List<Pass> passes) {
        List<Written> written = new ArrayList<>();
        for (Pass pass : passes) {
            Written one = new Written(pass, manner, metre);
            if (!one.notes().isEmpty()) {
                written.add(one);
            }
        }
        if (written.isEmpty()) {
            return;
        }
        long from = passes.stream().mapToLong(pass -> Written.from(pass, manner)).min().orElse(0);
        long to = written.stream().mapToLong(Written::end).max().orElse(from);
        long stop = passes.stream().mapToLong(pass -> Written.to(pass, manner)).max().orElse(to);
        Element there = clipAt(track, from);
        if (there != null) {
            into(there, written, from, to);
        } else {
            afresh(track, written, Math.max(0, from), Math.max(to, stop));
        }
    }

    /** The clip that plays a content once where something is recorded; the topmost of several. */
    private @Nullable Element clipAt(Element track, long tick) {
        Element found = null;
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            boolean plain = clip.number(Property.LOOP) == 0 && content(clip) instanceof Element content && !content.flag(Property.FORM);
            if (plain && clip.start() <= tick && clip.end() > tick) {
                found = clip;
            }
        }
        return found;
    }

    private @Nullable Element content(Element clip) {
        return arrangement.alive(clip.reference(Property.CONTENT));
    }

    private void into(Element clip, List<Written> written, long from, long to) {
        Element content = content(clip);
        if (content == null) {
            return;
        }
        long origin = clip.start() - clip.number(Property.OFFSET);
        if (manner.mode() == Mode.TAKES) {
            if (content.text(Property.NAME).isEmpty()) {
                draft.set(content, Property.NAME, (Object) "Take 1");
            }
            takes(written, Families.of(content), new Families(arrangement).members(content).size(), origin,
                    last -> draft.set(clip, Property.CONTENT, last));
        } else {
            if (manner.mode() == Mode.REPLACE) {
                clear(content, origin, from, written.stream().mapToLong(Written::reached).max().orElse(to));
            }
            written.forEach(each -> each.fill(draft, content.id(), origin));
        }
        if (to > clip.end()) {
            draft.set(clip, Property.LENGTH, barEnd(to) - clip.start());
        }
    }

    private void clear(Element content, long origin, long from, long to) {
        for (Kind kind : new Kind[] {Kind.NOTE, Kind.CONTROL}) {
            for (Element each : content.children(kind)) {
                long tick = each.start() + origin;
                if (tick >= from && tick < to) {
                    draft.remove(each);
                }
            }
        }
    }

    private void afresh(Element track, List<Written> written, long from, long to) {
        long start = Math.min(from, Ticks.LAST - ClipGestures.SHORTEST);
        long end = manner.to() >= 0 && to <= manner.to() ? manner.to() : barEnd(to);
        Consumer<Id> clip = content -> draft.make(Kind.CLIP, track.id())
                .with(Property.CONTENT, content)
                .with(Property.START, start)
                .with(Property.LENGTH, Leeway.within(end - start, ClipGestures.SHORTEST, Ticks.LAST - start));
        if (manner.mode() == Mode.TAKES) {
            takes(written, null, 0, start, clip);
        } else {
            Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT);
            written.forEach(each -> each.fill(draft, content.id(), start));
            clip.accept(content.id());
        }
    }

    /** Makes a content of each pass; the last one is what plays. */
    private void takes(List<Written> written, @Nullable Id family, int before, long origin, Consumer<Id> chosen) {
        Id head = family;
        Id last = Id.NONE;
        int number = before;
        for (Written each : written) {
            Draft.New take = draft.add(Kind.CONTENT, Arrangement.ROOT);
            number++;
            if (head == null) {
                head = take.id();
            } else {
                take.with(Property.FAMILY, head);
            }
            if (family != null || written.size() > 1) {
                take.with(Property.NAME, "Take " + number);
            }
            each.fill(draft, take.id(), origin);
            last = take.id();
        }
        chosen.accept(last);
    }

    private long barEnd(long tick) {
        long bar = metre.bar(Math.max(0, tick - 1));
        return metre.barStart(bar + 1);
    }
}
