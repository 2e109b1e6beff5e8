package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.clip.Window;

/**
 * Writes the notes of a clip that comes into the clips that lie there, so that none lies over another. A clip that loops, is played elsewhere, too, or
 * lies on a grid is first written out: it gets a content of its own that sounds as it did. Notes end where the clip does that they came into.
 */
final class BothForms {

    private final Arrangement arrangement;
    private final Draft draft;
    private final PlainClips plain;
    private final List<Element> there = new ArrayList<>();
    /** Clips that were written out, and the content that each has now. */
    private final Map<Element, Id> contents = new HashMap<>();

    /**
     * @param there what the track plays, of which clips with notes count
     * @param cut tells the clips of which something else goes at the same time: of these only plain ones can be written into
     */
    BothForms(Arrangement arrangement, Draft draft, List<Element> there, Predicate<Element> cut) {
        this.arrangement = arrangement;
        this.draft = draft;
        plain = new PlainClips(arrangement);
        for (Element clip : there) {
            Element content = notes(clip);
            if (content != null && !clip.flag(Property.MUTED) && (plain.has(clip, content) || !cut.test(clip))) {
                this.there.add(clip);
            }
        }
    }

    private @Nullable Element notes(Element clip) {
        Element content = clip.kind() == Kind.CLIP ? arrangement.alive(clip.reference(Property.CONTENT)) : null;
        return content == null || content.flag(Property.FORM) ? null : content;
    }

    /**
     * Writes what of a clip sounds between two ticks into the clips that lie there.
     *
     * @return the stretches in which nothing lies: there the clip itself has room
     */
    List<long[]> write(Element clip, long from, long to) {
        List<long[]> room = List.of(new long[] {from, to});
        Element content = notes(clip);
        if (content == null || clip.flag(Property.MUTED)) {
            return room;
        }
        for (Element host : there) {
            for (long[] stretch : room) {
                long begin = Math.max(Math.max(stretch[0], clip.start()), host.start());
                long end = Math.min(Math.min(stretch[1], clip.end()), host.end());
                if (begin < end) {
                    write(clip, content, host, begin, end);
                }
            }
            room = FreeBars.without(room, host.start(), host.end());
        }
        return room;
    }

    private void write(Element clip, Element content, Element host, long from, long to) {
        Element own = notes(host);
        boolean stays = own != null && plain.has(host, own);
        long origin = stays ? host.start() - host.number(Property.OFFSET) : host.start();
        Id place = stays && own != null ? own.id() : contents.computeIfAbsent(host, this::writtenOut);
        copy(clip, content, place, origin, from, to);
        Set<Long> moved = new HashSet<>();
        if (own != null) {
            own.children(Kind.CONTROL).forEach(control -> moved.add(control.number(Property.CONTROLLER)));
        }
        controls(clip, content, place, origin, from, to, moved);
    }

    /** A content of its own for a clip, in which everything lies where it sounds. */
    private Id writtenOut(Element host) {
        Element content = Objects.requireNonNull(notes(host));
        Id own = draft.add(Kind.CONTENT, Arrangement.ROOT)
                .with(Property.NAME, content.text(Property.NAME))
                .with(Property.FAMILY, new Families(arrangement).members(content).size() > 1 ? Families.of(content) : Id.NONE)
                .id();
        copy(host, content, own, host.start(), host.start(), host.end());
        controls(host, content, own, host.start(), host.start(), host.end(), Set.of());
        draft.set(host, Property.CONTENT, own);
        draft.set(host, Property.OFFSET, 0);
        draft.set(host, Property.LOOP, 0);
        draft.set(host, Property.QUANTISE, 0);
        return own;
    }

    private void copy(Element clip, Element content, Id place, long origin, long from, long to) {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            if (note.flag(Property.MUTED)) {
                continue;
            }
            sounding.each(note, (start, end, repetition) -> {
                if (start >= from && start < to) {
                    draft.copy(note, place).with(Property.START, start - origin).with(Property.LENGTH, Math.max(1, end - start));
                }
                return start < to;
            });
        }
    }

    /** What the other one moves by itself stays as it is: two hands on one wheel are none. */
    private void controls(Element clip, Element content, Id place, long origin, long from, long to, Set<Long> but) {
        Window window = new Window(clip);
        for (Element control : Elements.sorted(content.children(Kind.CONTROL))) {
            if (but.contains(control.number(Property.CONTROLLER)) || !window.holds(control.start())) {
                continue;
            }
            for (long turn = 0; turn < window.turns() && window.at(control.start(), turn) < to; turn++) {
                long tick = window.at(control.start(), turn);
                if (tick >= from) {
                    draft.copy(control, place).with(Property.START, tick - origin);
                }
            }
        }
    }
}
