package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * What hands do with variations of a pattern and takes of a passage: contents of one family, of which each clip plays one.
 */
public final class FamilyGestures {

    private final Arrangement arrangement;
    private final Families families;
    private final IdSequence ids;

    public FamilyGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
        families = new Families(arrangement);
    }

    /**
     * Copies what clips play into its family, under the next free letter, and lets the clips play the copy. Clips that
     * shared a content share its variation.
     *
     * @return a gesture that makes the new contents
     */
    public Gesture variation(List<Element> clips) {
        Draft draft = new Draft(ids);
        Map<Element, Id> variations = new HashMap<>();
        for (Element clip : Chosen.of(Kind.CLIP, clips)) {
            Element content = content(clip);
            if (!variations.containsKey(content)) {
                String own = content.text(Property.NAME);
                if (own.isEmpty()) {
                    own = families.freeLetter(content, "");
                    draft.set(content, Property.NAME, (Object) own);
                }
                Draft.New copy = ContentCopy.of(draft, content)
                        .with(Property.FAMILY, Families.of(content))
                        .with(Property.NAME, families.freeLetter(content, own));
                draft.make(copy);
                variations.put(content, copy.id());
            }
            draft.set(clip, Property.CONTENT, (Object) variations.get(content));
        }
        return draft.as(Labels.FAMILY_VARIATION);
    }

    /** Lets clips play one content of the family that theirs belong to. */
    public Gesture choose(List<Element> clips, Element chosen) {
        Draft draft = new Draft(ids);
        for (Element clip : Chosen.of(Kind.CLIP, clips)) {
            if (!chosen.isAlive() || !Families.of(chosen).equals(Families.of(content(clip)))) {
                throw new EditRefused("This is no variation of what the clip plays.");
            }
            draft.set(clip, Property.CONTENT, (Object) chosen.id());
        }
        return draft.as(Labels.FAMILY_CHOOSE);
    }

    /**
     * Lets each clip play what comes so many places after its content in the family; after the last comes the first.
     *
     * @param by how many places, negative for back
     */
    public Gesture step(List<Element> clips, int by) {
        Draft draft = new Draft(ids);
        for (Element clip : Chosen.of(Kind.CLIP, clips)) {
            Element content = content(clip);
            List<Element> members = families.members(content);
            Element next = members.get(Math.floorMod(members.indexOf(content) + by, members.size()));
            draft.set(clip, Property.CONTENT, (Object) next.id());
        }
        return draft.as(Labels.FAMILY_CHOOSE);
    }

    /** Calls a variation or take something else. */
    public Gesture rename(Element content, String name) {
        Draft draft = new Draft(ids);
        if (name.isBlank()) {
            throw new EditRefused("A variation needs a name, if only a letter.");
        }
        if (content.isAlive()) {
            draft.set(content, Property.NAME, (Object) name.strip());
        }
        return draft.as(Labels.FAMILY_RENAME);
    }

    /**
     * Removes a variation or take that no clip plays.
     *
     * @throws EditRefused if clips play it
     */
    public Gesture remove(Element content) {
        int players = families.players(content).size();
        if (players > 0) {
            throw new EditRefused("“" + content.text(Property.NAME) + "” is played by "
                    + (players == 1 ? "a clip" : players + " clips") + ": choose another one there first.");
        }
        Draft draft = new Draft(ids);
        if (content.isAlive()) {
            draft.remove(content);
        }
        return draft.as(Labels.FAMILY_REMOVE);
    }

    /** A new, empty content in the family of another; who makes it puts something in. */
    static Draft.New member(Draft draft, Element sibling, String name) {
        return draft.add(Kind.CONTENT, Arrangement.ROOT)
                .with(Property.FAMILY, Families.of(sibling))
                .with(Property.NAME, name);
    }

    private Element content(Element clip) {
        Element content = arrangement.alive(clip.reference(Property.CONTENT));
        if (content == null) {
            throw new EditRefused("What this clip plays is not there.");
        }
        return content;
    }
}
