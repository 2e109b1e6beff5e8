package studio.tutti.core.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/** The tracks of a song as rows, one below the other, and which clips they can hold. */
final class Rows {

    private final Arrangement arrangement;
    private final List<Element> tracks;

    Rows(Arrangement arrangement) {
        this.arrangement = arrangement;
        tracks = Elements.tracks(arrangement);
    }

    static boolean holdsNotes(Element track) {
        TrackType type = TrackType.of(track.number(Property.TYPE));
        return type == TrackType.INSTRUMENT || type == TrackType.DRUMS;
    }

    static boolean holdsAudio(Element track) {
        return TrackType.of(track.number(Property.TYPE)) == TrackType.AUDIO;
    }

    /** The shift nearest to the one wanted, towards none, that leaves every clip on a track that can hold it. */
    int clamp(List<Element> clips, int wanted) {
        int shift = Math.max(-tracks.size(), Math.min(tracks.size(), wanted));
        while (shift != 0 && !fits(clips, shift)) {
            shift -= Integer.signum(shift);
        }
        return shift;
    }

    private boolean fits(List<Element> clips, int shift) {
        for (Element clip : clips) {
            if (!(at(clip, shift) instanceof Element track) || !holds(track, clip)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Element track, Element clip) {
        Element content = arrangement.find(clip.reference(Property.CONTENT));
        return content != null && content.flag(Property.FORM) ? holdsAudio(track) : holdsNotes(track);
    }

    /** The track some rows below a clip's; its own if there is none. */
    Element below(Element clip, int shift) {
        Element track = at(clip, shift);
        return track == null ? clip.parent() : track;
    }

    private @Nullable Element at(Element clip, int shift) {
        int row = tracks.indexOf(clip.parent()) + shift;
        return row >= 0 && row < tracks.size() ? tracks.get(row) : null;
    }
}
