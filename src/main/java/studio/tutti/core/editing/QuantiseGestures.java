package studio.tutti.core.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.ClipGrid;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.music.Ticks;

/** Quantise as a view: clips are heard and drawn on a grid while their notes stay as they were played, until that is applied. */
public final class QuantiseGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public QuantiseGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Lets clips be heard on a grid, or as they were played.
     *
     * @param step ticks from point to point; 0 as they were played
     * @param strength 0 to 100
     * @param swing 0 to 100
     */
    public Gesture hear(List<Element> clips, long step, long strength, long swing) {
        Draft draft = new Draft(ids);
        Map<Property, Object> grid = Map.of(Property.QUANTISE, step, Property.STRENGTH, strength, Property.SWING, swing);
        Chosen.of(Kind.CLIP, clips).forEach(clip -> Changes.write(draft, Kind.CLIP, clip, grid));
        return draft.as(Labels.CLIPS_QUANTISE);
    }

    /**
     * Moves the notes of clips to where they are heard. All clips that heard the same content on the same grid hear it without
     * one from then on, so that nothing sounds different.
     */
    public Gesture apply(List<Element> clips) {
        Draft draft = new Draft(ids);
        Families families = new Families(arrangement);
        Set<Element> done = new HashSet<>();
        for (Element clip : Chosen.of(Kind.CLIP, clips)) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            ClipGrid grid = ClipGrid.of(clip);
            if (content == null || grid.isOff() || !done.add(content)) {
                continue;
            }
            Set<Element> moved = new HashSet<>();
            for (Element player : families.players(content)) {
                if (ClipGrid.of(player).equals(grid)) {
                    move(draft, new SoundingNotes(player, content), content, moved);
                    draft.set(player, Property.QUANTISE, 0);
                }
            }
        }
        return draft.as(Labels.NOTES_QUANTISE);
    }

    private static void move(Draft draft, SoundingNotes sounding, Element content, Set<Element> moved) {
        for (Element note : content.children(Kind.NOTE)) {
            if (sounding.concerns(note) && moved.add(note)) {
                draft.set(note, Property.START, Leeway.within(sounding.place(note), 0, Ticks.LAST - note.length()));
            }
        }
    }
}
