package studio.tutti.browser;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.mixer.Audibility;
import studio.tutti.core.mixer.OwnFont;
import studio.tutti.core.mixer.Routing;

/** What the page draws by name: tracks, tempo and metre, sections, chords and markers, as JSON. */
final class Lanes {

    private final Arrangement arrangement;
    private final Handles handles;

    Lanes(Arrangement arrangement, Handles handles) {
        this.arrangement = arrangement;
        this.handles = handles;
    }

    String tracks() {
        Json json = new Json();
        Audibility audibility = new Audibility(arrangement, new Routing(arrangement));
        for (Element track : Elements.tracks(arrangement)) {
            json.next()
                    .with("handle", handles.of(track))
                    .with("name", track.text(Property.NAME))
                    .with("colour", Math.max(0, track.number(Property.COLOUR)))
                    .with("type", word(TrackType.of(track.number(Property.TYPE))))
                    .with("program", track.number(Property.PROGRAM))
                    .with("bank", track.number(Property.BANK))
                    .with("font", font(track))
                    .with("volume", track.number(Property.VOLUME))
                    .with("pan", track.number(Property.PAN))
                    .with("muted", track.flag(Property.MUTED))
                    .with("solo", track.flag(Property.SOLO))
                    .with("frozen", track.flag(Property.FROZEN))
                    .with("height", track.number(Property.HEIGHT))
                    .with("folder", folder(track))
                    .with("silent", !audibility.sounds(track));
        }
        return json.toString();
    }

    private static String font(Element track) {
        String media = OwnFont.media(track);
        return media == null ? "" : media;
    }

    private int folder(Element track) {
        Element folder = Elements.folder(arrangement, track);
        return folder == null ? Handles.NONE : handles.of(folder);
    }

    /** The page's word for a type of track. */
    static String word(TrackType type) {
        return type.name().toLowerCase();
    }

    /** The type of track that the page calls by a word. */
    static TrackType type(String word) {
        for (TrackType type : TrackType.values()) {
            if (word(type).equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("There are no tracks of the type " + word + ".");
    }

    String tempos() {
        Json json = new Json();
        for (Element step : TimeMaps.steps(arrangement, Kind.TEMPO)) {
            json.next()
                    .with("handle", handles.of(step))
                    .with("start", start(step))
                    .with("bpm", Math.round(6e10 / step.number(Property.TEMPO)) / 1e3);
        }
        return json.toString();
    }

    String metres() {
        Json json = new Json();
        for (Element step : TimeMaps.steps(arrangement, Kind.METRE)) {
            json.next()
                    .with("handle", handles.of(step))
                    .with("start", start(step))
                    .with("numerator", step.number(Property.NUMERATOR))
                    .with("denominator", 1L << step.integer(Property.DENOMINATOR));
        }
        return json.toString();
    }

    private static long start(Element step) {
        return step.kind() == Kind.SONG ? 0 : step.start();
    }

    String sections() {
        Json json = new Json();
        for (Element section : sorted(Kind.SECTION)) {
            stretch(json, section)
                    .with("name", section.text(Property.NAME))
                    .with("colour", Math.max(0, section.number(Property.COLOUR)));
        }
        return json.toString();
    }

    String chords() {
        Json json = new Json();
        for (Element chord : sorted(Kind.CHORD)) {
            stretch(json, chord).with("symbol", chord.text(Property.SYMBOL));
        }
        return json.toString();
    }

    String markers() {
        Json json = new Json();
        for (Element marker : sorted(Kind.MARKER)) {
            json.next()
                    .with("handle", handles.of(marker))
                    .with("start", marker.start())
                    .with("text", marker.text(Property.TEXT));
        }
        return json.toString();
    }

    private Json stretch(Json json, Element element) {
        return json.next()
                .with("handle", handles.of(element))
                .with("start", element.start())
                .with("length", element.length());
    }

    private List<Element> sorted(Kind kind) {
        return Elements.sorted(arrangement.root().children(kind));
    }

    /** Sharps of the key signature at the start, negative for flats, times two, plus one if it is minor. */
    int key() {
        Element key = TimeMaps.steps(arrangement, Kind.KEY).getFirst();
        return key.integer(Property.FIFTHS) * 2 + key.integer(Property.MODE);
    }

    /** The last tick that anything reaches. */
    int end() {
        long end = 0;
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                end = Math.max(end, clip.end());
            }
        }
        for (Kind kind : new Kind[] {Kind.SECTION, Kind.CHORD}) {
            for (Element each : arrangement.root().children(kind)) {
                end = Math.max(end, each.end());
            }
        }
        for (Kind kind : new Kind[] {Kind.TEMPO, Kind.METRE, Kind.MARKER}) {
            for (Element each : arrangement.root().children(kind)) {
                end = Math.max(end, each.start());
            }
        }
        return (int) end;
    }
}
