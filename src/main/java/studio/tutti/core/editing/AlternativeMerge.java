package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.music.MetreMap;

/**
 * Makes one form out of what is heard in a section and an alternative of it: for each track and each run of bars in which the two
 * differ, one of them or both. The alternative is used up.
 */
public final class AlternativeMerge {

    /** Which side goes on. */
    public enum Side {
        HEARD,
        OTHER,
        BOTH
    }

    /**
     * Bars in which the two differ.
     *
     * @param track the track, or {@link Id#NONE} for the chord lane
     * @param from the first tick
     * @param to the tick after the last
     */
    public record Difference(Id track, long from, long to) {}

    /** What goes on in some bars of a track. */
    public record Choice(Difference difference, Side side) {}

    private final Arrangement arrangement;
    private final Element section;
    private final Element other;
    private final Forms forms;

    /** @param other an alternative of the section that is not heard */
    public AlternativeMerge(Arrangement arrangement, Element section, Element other) {
        AlternativeGestures.requireAlive(other);
        forms = new Forms(arrangement, section);
        if (section.kind() != Kind.SECTION || !section.isAlive() || other.parent() != section) {
            throw new EditRefused("This section is not part of the song any more.");
        }
        if (forms.heard() == other) {
            throw new EditRefused("This is what is heard now: switch to another one first.");
        }
        this.arrangement = arrangement;
        this.section = section;
        this.other = other;
    }

    /** Where the two differ, track by track and by time; neighbouring bars together. */
    public List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        MetreMap metre = TimeMaps.metre(arrangement);
        for (Id track : forms.cover(other)) {
            List<Element> here = forms.inTracks(track);
            List<Element> there = forms.parked(other, track);
            long run = -1;
            for (long bar = section.start(); bar < section.end(); ) {
                long next = Math.min(section.end(), metre.barStart(metre.bar(bar) + 1));
                boolean differ = !said(here, bar, next).equals(said(there, bar, next));
                if (differ && run < 0) {
                    run = bar;
                } else if (!differ && run >= 0) {
                    found.add(new Difference(track, run, bar));
                    run = -1;
                }
                bar = next;
            }
            if (run >= 0) {
                found.add(new Difference(track, run, section.end()));
            }
        }
        return found;
    }

    /** What begins between two ticks, in words that are equal where it is. */
    private Set<String> said(List<Element> elements, long from, long to) {
        Set<String> said = new TreeSet<>();
        for (Element each : elements) {
            if (each.kind() == Kind.CHORD) {
                if (each.start() >= from && each.start() < to) {
                    said.add(each.start() + " " + each.end() + " " + each.text(Property.SYMBOL));
                }
            } else if (!each.flag(Property.MUTED) && each.start() < to && each.end() > from) {
                clip(each, from, to, said);
            }
        }
        return said;
    }

    private void clip(Element clip, long from, long to, Set<String> said) {
        Element content = arrangement.alive(clip.reference(Property.CONTENT));
        if (content == null || clip.length() == 0) {
            return;
        }
        if (content.flag(Property.FORM)) {
            long heard = Math.max(from, clip.start());
            said.add(content.text(Property.MEDIA) + " " + new Recorded(arrangement).position(clip, heard) + " " + heard + " "
                    + Math.min(to, clip.end()) + " " + clip.number(Property.GAIN));
            return;
        }
        SoundingNotes sounding = new SoundingNotes(clip, content);
        long gain = clip.number(Property.GAIN);
        for (Element note : content.children(Kind.NOTE)) {
            if (!note.flag(Property.MUTED)) {
                sounding.each(note, (start, end, repetition) -> {
                    if (start >= from && start < to) {
                        said.add(start + " " + end + " " + note.number(Property.PITCH) + " " + note.number(Property.VELOCITY) + " " + gain);
                    }
                    return start < to;
                });
            }
        }
        for (Element control : content.children(Kind.CONTROL)) {
            long at = clip.start() - clip.number(Property.OFFSET) + control.start();
            if (at >= from && at < to) {
                said.add("c" + at + " " + control.number(Property.CONTROLLER) + " " + control.number(Property.PITCH) + " " + control.number(Property.AMOUNT));
            }
        }
    }

    /**
     * Merges the two.
     *
     * @param choices what goes on where; where nothing is said, what is heard
     */
    public Gesture merge(IdSequence ids, List<Choice> choices) {
        Draft draft = new Draft(ids);
        draft.choose(section, section.reference(Property.CHOSEN));
        for (Id track : forms.cover(other)) {
            List<Choice> of = choices.stream().filter(choice -> choice.difference().track().equals(track) && choice.side() != Side.HEARD).toList();
            if (of.isEmpty()) {
                continue;
            }
            List<Element> heard = forms.inTracks(track);
            heard.forEach(each -> leave(draft, each, of));
            BothForms both = new BothForms(arrangement, draft, track.isNone() ? List.of() : heard,
                    clip -> of.stream().anyMatch(choice -> choice.side() == Side.OTHER && meets(choice.difference(), clip)));
            forms.parked(other, track).forEach(each -> come(draft, each, of, both, track.isNone() ? Arrangement.ROOT : track));
        }
        new AlternativeGestures(arrangement, ids).strays(draft, section, other);
        draft.remove(other);
        return draft.as(Labels.ALTERNATIVE_MERGE);
    }

    private void leave(Draft draft, Element element, List<Choice> choices) {
        if (element.kind() == Kind.CHORD) {
            if (choices.stream().anyMatch(choice -> choice.side() == Side.OTHER && holds(choice, element.start()))) {
                draft.remove(element);
            }
            return;
        }
        Recut recut = new Recut(arrangement, draft, element);
        for (Choice choice : choices) {
            if (choice.side() == Side.OTHER) {
                recut.send(choice.difference().from(), choice.difference().to(), null);
            }
        }
        recut.lay();
    }

    private void come(Draft draft, Element element, List<Choice> choices, BothForms both, Id place) {
        if (element.kind() == Kind.CHORD) {
            if (choices.stream().anyMatch(choice -> holds(choice, element.start()))) {
                draft.set(element, Property.PARENT, place);
            }
            return;
        }
        Recut recut = new Recut(arrangement, draft, element);
        for (Choice choice : choices) {
            long from = choice.difference().from();
            long to = choice.difference().to();
            List<long[]> room = choice.side() == Side.BOTH ? both.write(element, from, to) : List.of(new long[] {from, to});
            room.forEach(stretch -> recut.send(stretch[0], stretch[1], place));
        }
        recut.lay();
    }

    private static boolean meets(Difference difference, Element clip) {
        return difference.from() < clip.end() && difference.to() > clip.start();
    }

    private static boolean holds(Choice choice, long tick) {
        return tick >= choice.difference().from() && tick < choice.difference().to();
    }
}
