package studio.tutti.core.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * Lays a whole song out in a new order of its time. Clips are cut at the borders; sections, chords, locks and comments go on
 * over what comes into their middle; tempo, metre, key and automation are in every stretch what they were.
 */
final class Splicing {

    private static final Kind[] LANES = {Kind.SECTION, Kind.CHORD};

    private final Arrangement arrangement;
    private final Draft draft;
    private final Splice splice;
    private final ContentCopies copies;
    private final Recorded recorded;
    private final boolean aliases;

    /** @param aliases whether clips of copied stretches play the same contents, or copies of them */
    Splicing(Arrangement arrangement, Draft draft, Splice splice, boolean aliases) {
        this.arrangement = arrangement;
        this.draft = draft;
        this.splice = splice;
        this.aliases = aliases;
        copies = new ContentCopies(arrangement, draft);
        recorded = new Recorded(arrangement);
    }

    void run() {
        Element song = arrangement.root();
        for (Element track : Elements.tracks(arrangement)) {
            Elements.sorted(track.children(Kind.CLIP)).forEach(each -> clip(each, true));
            automation(track);
            for (Element device : Elements.byId(track.children(Kind.DEVICE))) {
                automation(device);
            }
            for (Element send : Elements.byId(track.children(Kind.SEND))) {
                automation(send);
            }
            notices(track);
        }
        for (Element device : Elements.byId(song.children(Kind.DEVICE))) {
            automation(device);
        }
        automation(song);
        notices(song);
        for (Element section : Elements.byId(song.children(Kind.SECTION))) {
            parked(section);
            Elements.byId(section.children(Kind.ALTERNATIVE)).forEach(this::parked);
        }
        for (Kind kind : LANES) {
            Elements.sorted(song.children(kind)).forEach(each -> stretch(each, true));
        }
        Elements.sorted(song.children(Kind.MARKER)).forEach(marker -> moment(marker, Id.NONE));
        for (Element lyric : Elements.sorted(song.children(Kind.LYRIC))) {
            Id note = lyric.reference(Property.NOTE);
            moment(lyric, aliases ? note : copies.note(note));
        }
        for (Kind kind : new Kind[] {Kind.TEMPO, Kind.METRE, Kind.KEY}) {
            new SplicedSteps(arrangement, draft, splice, kind).run();
        }
    }

    /** Forms of a section that are not heard now go with its bars; a copy of the section begins without them. */
    private void parked(Element form) {
        for (Element part : Elements.byId(form.children(Kind.PART))) {
            Elements.sorted(part.children(Kind.CLIP)).forEach(each -> clip(each, false));
            Elements.sorted(part.children(Kind.CHORD)).forEach(each -> stretch(each, false));
        }
    }

    private List<Splice.Part> parts(Element element, boolean bridges, boolean copied) {
        List<Splice.Part> parts = splice.parts(element.start(), element.end(), bridges);
        return copied ? parts : parts.stream().filter(part -> !part.copy()).toList();
    }

    private void clip(Element clip, boolean copied) {
        List<Splice.Part> parts = parts(clip, false, copied);
        if (clip.length() == 0) {
            place(clip, splice.moment(clip.start()));
            return;
        }
        Splice.Part keeper = earliest(parts);
        if (keeper == null) {
            draft.remove(clip);
        }
        for (Splice.Part part : parts) {
            long into = part.old() - clip.start();
            Id content = clip.reference(Property.CONTENT);
            Id plays = part.copy() && !aliases ? copies.of(content) : content;
            boolean own = part == keeper;
            for (ClipPart piece : ClipPart.within(clip, into, into + part.length())) {
                long start = part.start() + piece.from() - into;
                long reads = recorded.position(clip, piece);
                if (own) {
                    piece.lay(draft, clip, start);
                    draft.set(clip, Property.POSITION, reads);
                    for (Element comment : Elements.sorted(clip.children(Kind.COMMENT))) {
                        draft.set(comment, Property.START, Math.max(0, comment.start() - into));
                    }
                    own = false;
                } else {
                    piece.lay(draft.copy(clip, clip.reference(Property.PARENT)), start)
                            .with(Property.POSITION, reads)
                            .with(Property.CONTENT, plays);
                }
            }
        }
    }

    private void stretch(Element element, boolean copied) {
        if (element.length() == 0) {
            moment(element, Id.NONE);
            return;
        }
        List<Splice.Part> parts = parts(element, true, copied);
        Splice.Part keeper = earliest(parts);
        if (keeper == null) {
            draft.remove(element);
        }
        for (Splice.Part part : parts) {
            if (part == keeper) {
                draft.set(element, Property.START, part.start());
                draft.set(element, Property.LENGTH, part.length());
            } else {
                Draft.New made = draft.copy(element, element.reference(Property.PARENT))
                        .with(Property.START, part.start())
                        .with(Property.LENGTH, part.length());
                if (element.kind() == Kind.SECTION) {
                    made.with(Property.CHOSEN, Id.NONE);
                }
                if (part.copy() && element.kind() == Kind.SECTION) {
                    draft.make(made);
                }
            }
        }
    }

    private void moment(Element element, Id note) {
        place(element, splice.moment(element.start()));
        for (Splice.Stretch stretch : splice.stretches()) {
            if (stretch.copy() && stretch.holds(element.start())) {
                Draft.New made = draft.copy(element, element.reference(Property.PARENT))
                        .with(Property.START, element.start() + stretch.shift());
                if (element.kind() == Kind.LYRIC) {
                    made.with(Property.NOTE, note);
                }
            }
        }
    }

    private void place(Element element, long tick) {
        if (tick < 0) {
            draft.remove(element);
        } else {
            draft.set(element, Property.START, tick);
        }
    }

    /** Locks go with what they hold; what people said about bars that are gone stays where these were. */
    private void notices(Element holder) {
        for (Element lock : Elements.sorted(holder.children(Kind.LOCK))) {
            if (lock.length() > 0) { // else it holds all there is, wherever that goes
                around(lock, splice.parts(lock.start(), lock.end(), true), false);
            }
        }
        for (Element comment : Elements.sorted(holder.children(Kind.COMMENT))) {
            around(comment, splice.parts(comment.start(), comment.end(), true), true);
        }
    }

    private void around(Element element, List<Splice.Part> parts, boolean stays) {
        Splice.Part keeper = earliest(parts);
        long moment = splice.moment(element.start());
        if (keeper != null) {
            draft.set(element, Property.START, keeper.start());
            draft.set(element, Property.LENGTH, keeper.length());
        } else if (element.length() == 0 && moment >= 0) {
            draft.set(element, Property.START, moment);
        } else if (stays) {
            draft.set(element, Property.START, splice.seam());
        } else {
            draft.remove(element);
        }
    }

    private void automation(Element holder) {
        for (Element lane : Elements.byId(holder.children(Kind.LANE))) {
            new SplicedLane(draft, splice, lane).run();
        }
    }

    /** The part that stays the element itself: of those that are no copies, the one that came first. */
    private static Splice.@Nullable Part earliest(List<Splice.Part> parts) {
        Splice.Part earliest = null;
        for (Splice.Part part : parts) {
            if (!part.copy() && (earliest == null || part.old() < earliest.old())) {
                earliest = part;
            }
        }
        return earliest;
    }
}
