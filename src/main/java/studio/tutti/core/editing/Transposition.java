package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/**
 * The notes of instrument tracks in some stretches of a song, some semitones higher. What is played elsewhere too is not
 * changed there: then clips are cut at the borders, and those within play a transposed copy, aliases one together. Notes that
 * would leave the keyboard come back by octaves.
 */
final class Transposition {

    private final Arrangement arrangement;
    private final Draft draft;
    private final Stretches stretches;
    private final int semitones;

    Transposition(Arrangement arrangement, Draft draft, Stretches stretches, int semitones) {
        this.arrangement = arrangement;
        this.draft = draft;
        this.stretches = stretches;
        this.semitones = semitones;
    }

    void run() {
        ContentCopies copies = new ContentCopies(arrangement, draft, (note, copy) -> copy.with(Property.PITCH, higher(note)));
        for (Map.Entry<Id, List<Element>> played : players().entrySet()) {
            Element content = arrangement.alive(played.getKey());
            if (content == null || content.flag(Property.FORM)) {
                continue;
            }
            if (played.getValue().stream().allMatch(this::isWithin)) {
                for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
                    draft.set(note, Property.PITCH, higher(note));
                }
            } else {
                for (Element clip : played.getValue()) {
                    if (isPitched(clip) && stretches.touch(clip.start(), clip.end())) {
                        cut(clip, copies);
                    }
                }
            }
        }
    }

    /** The clips of each content, from the first track down. */
    private Map<Id, List<Element>> players() {
        Map<Id, List<Element>> players = new LinkedHashMap<>();
        for (Element track : Elements.tracks(arrangement)) {
            for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
                players.computeIfAbsent(clip.reference(Property.CONTENT), content -> new ArrayList<>()).add(clip);
            }
        }
        return players;
    }

    private boolean isWithin(Element clip) {
        return isPitched(clip) && stretches.hold(clip.start(), clip.end());
    }

    private static boolean isPitched(Element clip) {
        Element track = clip.parent();
        return track != null && TrackType.of(track.number(Property.TYPE)) == TrackType.INSTRUMENT;
    }

    private void cut(Element clip, ContentCopies copies) {
        List<Long> cuts = stretches.cuts(clip.start(), clip.end());
        Id content = clip.reference(Property.CONTENT);
        boolean first = true;
        if (clip.length() == 0 && stretches.hold(clip.start(), clip.end())) {
            draft.set(clip, Property.CONTENT, copies.of(content));
        }
        for (int i = 0; i + 1 < cuts.size(); i++) {
            long from = cuts.get(i) - clip.start();
            long to = cuts.get(i + 1) - clip.start();
            boolean transposed = stretches.hold(cuts.get(i), cuts.get(i + 1));
            for (ClipPart part : from < to ? ClipPart.within(clip, from, to) : List.<ClipPart>of()) {
                Id plays = transposed ? copies.of(content) : content;
                if (first) {
                    part.lay(draft, clip, clip.start() + part.from());
                    draft.set(clip, Property.CONTENT, plays);
                    first = false;
                } else {
                    part.lay(draft.copy(clip, clip.reference(Property.PARENT)), clip.start() + part.from())
                            .with(Property.CONTENT, plays);
                }
            }
        }
    }

    private long higher(Element note) {
        long pitch = note.number(Property.PITCH) + semitones;
        return pitch > 127 ? pitch - 12 : pitch < 0 ? pitch + 12 : pitch;
    }
}
