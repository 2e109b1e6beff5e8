package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/** What hands do with clips that changes what they play: several made one, aliases parted. */
public final class ContentGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public ContentGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Makes the chosen clips of each track one, which plays a content of its own and sounds as they did together. Of a track
     * with a single chosen clip, it is unrolled if it repeats, else left alone.
     *
     * @return made: the joined clips' ids, from the first track down; each is the earliest of those that it was
     * @throws studio.tutti.core.arrangement.EditRefused if clips differ in what only a whole clip can have, such as gain,
     *     or play recordings
     */
    public Gesture join(List<Element> clips) {
        Map<Element, List<Element>> tracks = new LinkedHashMap<>();
        for (Element track : Elements.tracks(arrangement)) {
            tracks.put(track, new ArrayList<>());
        }
        for (Element clip : Elements.sorted(Chosen.of(Kind.CLIP, new ArrayList<>(new HashSet<>(clips))))) {
            tracks.getOrDefault(clip.parent(), new ArrayList<>()).add(clip);
        }
        Draft draft = new Draft(ids);
        for (List<Element> together : tracks.values()) {
            if (together.size() > 1 && together.stream().allMatch(new Recorded(arrangement)::is)) {
                AudioGestures.join(arrangement, draft, together);
            } else if (together.size() > 1
                    || together.size() == 1 && repeats(together.getFirst()) && !new Recorded(arrangement).is(together.getFirst())) {
                new Joint(arrangement, draft, together).make();
            }
        }
        return draft.as(Labels.CLIPS_JOIN);
    }

    private static boolean repeats(Element clip) {
        long loop = clip.number(Property.LOOP);
        return loop > 0 && clip.length() > loop;
    }

    /**
     * Gives each of the chosen clips a content that no other clip plays. Where all clips of a content are chosen, the first of
     * them keeps it.
     */
    public Gesture makeIndependent(List<Element> clips) {
        List<Element> chosen = Elements.sorted(Chosen.of(Kind.CLIP, new ArrayList<>(new HashSet<>(clips))));
        Map<Id, Integer> players = new HashMap<>();
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                players.merge(clip.reference(Property.CONTENT), 1, Integer::sum);
            }
        }
        Map<Id, Integer> wanted = new HashMap<>();
        chosen.forEach(clip -> wanted.merge(clip.reference(Property.CONTENT), 1, Integer::sum));
        Draft draft = new Draft(ids);
        ContentCopies copies = new ContentCopies(arrangement, draft);
        Set<Id> kept = new HashSet<>();
        for (Element clip : chosen) {
            Id content = clip.reference(Property.CONTENT);
            boolean keeps = players.get(content).equals(wanted.get(content)) && kept.add(content);
            if (!keeps) {
                draft.set(clip, Property.CONTENT, copies.another(content));
            }
        }
        return draft.as(Labels.CLIPS_PART);
    }
}
