package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.AudioGestures;
import studio.tutti.core.editing.AudioGestures.Recording;
import studio.tutti.core.editing.Families;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.recording.RoundTrip;

/** Recordings that the song plays: what is drawn of them, and the gestures on them. */
public final class PageMedia {

    private PageMedia() {}

    private static AudioGestures gestures() {
        return new AudioGestures(Page.song().arrangement(), Page.song().ids());
    }

    /** The whole hash of a file of the song that begins with some hexadecimal digits, or nothing. */
    @JSExport
    public static @Nullable String mediaHash(String digits) {
        Arrangement arrangement = Page.song().arrangement();
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element element = arrangement.at(handle);
            if (element.kind().slot(Property.MEDIA) >= 0 && element.text(Property.MEDIA).startsWith(digits)) {
                return element.text(Property.MEDIA);
            }
        }
        return null;
    }

    /** The clips of recorded sound with what they play, as JSON: positions in nanoseconds, fades and tempos in microseconds. */
    @JSExport
    public static String recordedClips() {
        Arrangement arrangement = Page.song().arrangement();
        Json json = new Json();
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                Element content = arrangement.alive(clip.reference(Property.CONTENT));
                if (content != null && content.flag(Property.FORM)) {
                    json.next()
                            .with("clip", Page.song().handles().of(clip))
                            .with("hash", content.text(Property.MEDIA))
                            .with("position", clip.number(Property.POSITION))
                            .with("lasts", content.number(Property.LASTS))
                            .with("fadeIn", clip.number(Property.FADE_IN))
                            .with("fadeOut", clip.number(Property.FADE_OUT))
                            .with("gain", clip.number(Property.GAIN))
                            .with("recorded", clip.number(Property.RECORDED));
                }
            }
        }
        return json.toString();
    }

    /** The takes that a clip can play, the one it plays among them, as JSON. */
    @JSExport
    public static String takesOf(int clip) {
        Arrangement arrangement = Page.song().arrangement();
        Element content = arrangement.alive(Page.element(clip).reference(Property.CONTENT));
        Json json = new Json();
        if (content != null) {
            for (Element take : new Families(arrangement).members(content)) {
                json.next()
                        .with("content", Page.song().handles().of(take))
                        .with("name", take.text(Property.NAME))
                        .with("hash", take.text(Property.MEDIA))
                        .with("lasts", take.number(Property.LASTS));
            }
        }
        return json.toString();
    }

    /** An element's id, which outlives the page. */
    @JSExport
    public static String idOf(int handle) {
        return Page.element(handle).id().toString();
    }

    /** The handle of an element that exists, by its id; −1 if it does not. */
    @JSExport
    public static int handleOf(String id) {
        Element element = Page.song().arrangement().alive(Id.parse(id));
        return element == null ? Handles.NONE : Page.song().handles().of(element);
    }

    /** {@link RoundTrip#seconds}. */
    @JSExport
    public static double wayBack(float[] sound, double rate, double period) {
        return RoundTrip.seconds(sound, rate, period);
    }

    private static final List<Recording> RECORDINGS = new ArrayList<>();

    /** A recording for the next {@link #layRecordings}. */
    @JSExport
    public static void recording(String hash, String name, double nanoseconds) {
        RECORDINGS.add(new Recording(hash, name, Math.round(nanoseconds)));
    }

    /**
     * {@link AudioGestures#takes}, of the recordings that were given; of one, {@link AudioGestures#lay}.
     *
     * @param track or −1 for a new one
     * @param after the track above a new one, or −1
     */
    @JSExport
    public static int[] layRecordings(int track, int after, int start, int end, boolean recorded) {
        List<Recording> takes = List.copyOf(RECORDINGS);
        RECORDINGS.clear();
        return PageEditing.edit(() -> gestures().takes(Page.song().handles().at(track), Page.song().handles().at(after), start, end,
                takes, recorded ? Labels.AUDIO_RECORD : Labels.AUDIO_ADD));
    }

    /** {@link AudioGestures#fade}. */
    @JSExport
    public static void fadeClips(int[] clips, double in, double out) {
        PageEditing.edit(() -> gestures().fade(Page.song().handles().all(clips), Math.round(in), Math.round(out)));
    }

    /** {@link AudioGestures#follow}. */
    @JSExport
    public static void followTempo(int[] clips, int microseconds) {
        PageEditing.edit(() -> gestures().follow(Page.song().handles().all(clips), microseconds));
    }

    /** {@link AudioGestures#comp}. */
    @JSExport
    public static int[] chooseTake(int clip, int from, int to, int take) {
        return PageEditing.edit(() -> gestures().comp(Page.element(clip), from, to, Page.element(take)));
    }
}
