package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;

/**
 * What people do with the forms of a section (see {@link Forms}): keep one beside it, switch, rename, discard. Merging two is
 * {@link AlternativeMerge}. Each is one edit; two switches at once never mix: the later one passes without effect.
 */
public final class AlternativeGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public AlternativeGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Keeps what is heard in a section as an alternative, so that one can go on writing: copies of its clips, of what these play, and
     * of its chords.
     *
     * @param name what it is called; empty for the next letter after the section's own, which is A
     * @return made: the alternative
     */
    public Gesture keep(Element section, String name) {
        Forms forms = forms(section);
        Draft draft = new Draft(ids);
        Id made = alternative(draft, section, name);
        ContentCopies copies = new ContentCopies(arrangement, draft);
        for (Element track : Elements.tracks(arrangement)) {
            if (Rows.holdsNotes(track) || Rows.holdsAudio(track)) {
                Id part = draft.add(Kind.PART, made).with(Property.TRACK, track.id()).id();
                for (Element clip : forms.inTracks(track.id())) {
                    copy(draft, copies, clip, section, part);
                }
            }
        }
        Id chords = draft.add(Kind.PART, made).id();
        forms.inTracks(Id.NONE).forEach(chord -> draft.copy(chord, chords));
        return draft.as(Labels.ALTERNATIVE_KEEP);
    }

    private void copy(Draft draft, ContentCopies copies, Element clip, Element section, Id part) {
        Recorded recorded = new Recorded(arrangement);
        Id content = copies.of(clip.reference(Property.CONTENT));
        long from = Math.max(section.start(), clip.start()) - clip.start();
        long to = Math.min(section.end(), clip.end()) - clip.start();
        for (ClipPart piece : ClipPart.within(clip, from, to)) {
            piece.lay(draft.copy(clip, part), clip.start() + piece.from())
                    .with(Property.POSITION, recorded.position(clip, piece))
                    .with(Property.CONTENT, content);
        }
    }

    /**
     * Keeps a take as an alternative of a section: what it has for tracks, cut to the section's bars, and its chords. It is about no other tracks.
     * Tracks that it would make are made, and stay silent as long as another form is heard.
     *
     * @param proposal the proposal that the take is of, for the credits; {@link Id#NONE} for none
     * @param number of the take
     * @throws EditRefused if nothing of the take lies in the section
     */
    public Gesture keep(Element section, Take take, Id proposal, int number) {
        forms(section);
        Draft draft = new Draft(ids);
        Id made = alternative(draft, section, "");
        boolean any = false;
        FreshTracks fresh = new FreshTracks(arrangement, draft);
        for (Part part : take.parts()) {
            if (part.fresh() != null && part.notes().stream().anyMatch(note -> isIn(section, note))) {
                Id track = fresh.make(part.fresh());
                any |= keep(draft, section, draft.add(Kind.PART, made).with(Property.TRACK, track).id(), part.notes());
                continue;
            }
            Element track = arrangement.alive(part.track());
            if (track != null && Rows.holdsNotes(track)) {
                any |= keep(draft, section, draft.add(Kind.PART, made).with(Property.TRACK, track.id()).id(), part.notes());
            }
        }
        List<Take.Chord> chords = take.chords().stream().filter(chord -> chord.start() >= section.start() && chord.start() < section.end()).toList();
        if (!chords.isEmpty()) {
            any = true;
            Id place = draft.add(Kind.PART, made).id();
            for (Take.Chord chord : chords) {
                draft.add(Kind.CHORD, place).with(Property.START, chord.start()).with(Property.LENGTH, chord.length())
                        .with(Property.SYMBOL, (Object) chord.symbol());
            }
        }
        if (!any) {
            throw new EditRefused("Nothing of this take lies in the bars of this section.");
        }
        return draft.as(proposal.isNone() ? Labels.ALTERNATIVE_KEEP : AcceptedEdit.keeping(proposal, number));
    }

    private static boolean keep(Draft draft, Element section, Id part, List<Take.Note> notes) {
        Id content = draft.add(Kind.CONTENT, Arrangement.ROOT).id();
        draft.add(Kind.CLIP, part).with(Property.CONTENT, content).with(Property.START, section.start()).with(Property.LENGTH, section.length());
        boolean any = false;
        for (Take.Note note : notes) {
            if (isIn(section, note)) {
                any = true;
                draft.add(Kind.NOTE, content).with(Property.START, note.start() - section.start()).with(Property.LENGTH, note.length())
                        .with(Property.PITCH, note.pitch()).with(Property.VELOCITY, note.velocity());
            }
        }
        return any;
    }

    private static boolean isIn(Element section, Take.Note note) {
        return note.start() >= section.start() && note.start() < section.end();
    }

    private Id alternative(Draft draft, Element section, String name) {
        List<Element> others = Forms.alternatives(section);
        String last = others.isEmpty() ? "" : others.getLast().text(Property.ORDER);
        return draft.make(Kind.ALTERNATIVE, section.id())
                .with(Property.NAME, (Object) (name.isBlank() ? letter(others) : name.strip()))
                .with(Property.ORDER, (Object) FractionalIndex.between(last, "")).id();
    }

    /** The first letter from B on that none of them is called by; numbers after Z. */
    private static String letter(List<Element> others) {
        Set<String> taken = new LinkedHashSet<>();
        others.forEach(other -> taken.add(other.text(Property.NAME)));
        for (char letter = 'B'; letter <= 'Z'; letter++) {
            if (!taken.contains(String.valueOf(letter))) {
                return String.valueOf(letter);
            }
        }
        int number = 27;
        while (taken.contains(String.valueOf(number))) {
            number++;
        }
        return String.valueOf(number);
    }

    /**
     * Lets another form of a section be heard. Clips that lie across its borders are cut there.
     *
     * @param form an alternative, or the section itself for its own form; nothing changes if it is heard already
     */
    public Gesture choose(Element section, Element form) {
        Forms forms = forms(section);
        Element heard = forms.heard();
        Draft draft = new Draft(ids);
        if (form != section && (form.kind() != Kind.ALTERNATIVE || form.parent() != section || !form.isAlive())) {
            throw new EditRefused("This alternative was discarded.");
        }
        if (form == heard) {
            return draft.as(Labels.ALTERNATIVE_CHOOSE);
        }
        draft.choose(section, form == section ? Id.NONE : form.id());
        Set<Id> tracks = forms.cover(heard);
        tracks.addAll(forms.cover(form));
        for (Id track : tracks) {
            Element leaves = forms.owner(heard, track);
            Element comes = forms.owner(form, track);
            if (leaves != comes) {
                swap(draft, forms, section, track, leaves, comes);
            }
        }
        return draft.as(Labels.ALTERNATIVE_CHOOSE);
    }

    private void swap(Draft draft, Forms forms, Element section, Id track, Element leaves, Element comes) {
        List<Element> going = forms.inTracks(track);
        List<Element> coming = forms.kept(comes, track);
        Element part = forms.part(leaves, track);
        Id parking = part != null ? part.id() : draft.add(Kind.PART, leaves.id()).with(Property.TRACK, track).id();
        Id place = track.isNone() ? Arrangement.ROOT : track;
        for (Element each : going) {
            if (each.kind() == Kind.CHORD) {
                draft.set(each, Property.PARENT, parking);
            } else {
                new Recut(arrangement, draft, each).send(section.start(), section.end(), parking).lay();
            }
        }
        coming.forEach(each -> comeBack(draft, forms, section, track, each, place));
    }

    /**
     * What somebody moved out of the section while it was being parked comes back, too, or nobody would ever find it again. Where the
     * track plays something else meanwhile, such as after the section was made shorter, it stays parked.
     */
    private void comeBack(Draft draft, Forms forms, Element section, Id track, Element element, Id place) {
        long start = element.start();
        long end = element.end();
        if (element.kind() == Kind.CHORD) {
            if (start >= section.start() && start < section.end() || forms.isFree(track, start, end)) {
                draft.set(element, Property.PARENT, place);
            }
            return;
        }
        Recut recut = new Recut(arrangement, draft, element).send(section.start(), section.end(), place);
        long before = Math.min(end, section.start());
        if (forms.isFree(track, start, before)) {
            recut.send(start, before, place);
        }
        long after = Math.max(start, section.end());
        if (forms.isFree(track, after, end)) {
            recut.send(after, end, place);
        }
        recut.lay();
    }

    /** Renames an alternative. */
    public Gesture rename(Element alternative, String name) {
        requireAlive(alternative);
        if (name.isBlank()) {
            throw new EditRefused("An alternative needs a name.");
        }
        Draft draft = new Draft(ids);
        draft.set(alternative, Property.NAME, (Object) name.strip());
        return draft.as(Labels.ALTERNATIVE_RENAME);
    }

    /**
     * Discards a form that is not heard: an alternative; or the section's own, so that the alternative that is heard becomes it.
     *
     * @param form an alternative of the section, or the section itself
     */
    public Gesture discard(Element section, Element form) {
        Forms forms = forms(section);
        Element heard = forms.heard();
        Draft draft = new Draft(ids);
        if (form == heard) {
            throw new EditRefused("This is what is heard now: switch to another one first.");
        }
        if (form != section) {
            requireAlive(form);
            draft.choose(section, section.reference(Property.CHOSEN));
            strays(draft, section, form);
            draft.remove(form);
            return draft.as(Labels.ALTERNATIVE_DISCARD);
        }
        draft.choose(section, Id.NONE);
        strays(draft, section, section);
        for (Element part : Elements.byId(section.children(Kind.PART))) {
            draft.remove(part);
        }
        draft.remove(heard);
        return draft.as(Labels.ALTERNATIVE_DISCARD);
    }

    /**
     * What somebody dragged out of the section while a form was being parked comes back before the form goes, as it would if that were heard
     * again: nobody meant to discard it. Where the track plays something else by now it goes with the form.
     *
     * @param form an alternative, or the section for its own
     */
    void strays(Draft draft, Element section, Element form) {
        Forms forms = new Forms(arrangement, section);
        for (Element part : Elements.byId(form.children(Kind.PART))) {
            Id track = part.reference(Property.TRACK);
            List<Element> kept = new ArrayList<>(track.isNone() ? part.children(Kind.CHORD) : part.children(Kind.CLIP));
            for (Element each : Elements.sorted(kept)) {
                boolean within = track.isNone() ? each.start() >= section.start() && each.start() < section.end()
                        : each.start() < section.end() && each.end() > section.start();
                if (!within && forms.isFree(track, each.start(), each.end())) {
                    draft.set(each, Property.PARENT, track.isNone() ? Arrangement.ROOT : track);
                }
            }
        }
    }

    private Forms forms(Element section) {
        if (section.kind() != Kind.SECTION || !section.isAlive() || section.length() == 0) {
            throw new EditRefused("This section is not part of the song any more.");
        }
        return new Forms(arrangement, section);
    }

    static void requireAlive(Element alternative) {
        if (alternative.kind() != Kind.ALTERNATIVE || !alternative.isAlive()) {
            throw new EditRefused("This alternative was discarded.");
        }
    }
}
