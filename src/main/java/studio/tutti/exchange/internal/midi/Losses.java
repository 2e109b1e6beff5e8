package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.exchange.internal.Faders;

/** Says what a song holds that has no place in a MIDI file. */
final class Losses {

    private final List<String> losses = new ArrayList<>();

    private Losses() {}

    static List<String> of(Arrangement arrangement) {
        Losses all = new Losses();
        List<Element> tracks = Elements.tracks(arrangement);
        all.say(tracks.stream().filter(each -> type(each) == TrackType.AUDIO).count(), "audio track", "audio tracks");
        all.say(tracks.stream().filter(each -> type(each) == TrackType.FOLDER).count(), "folder", "folders");
        all.say(tracks.stream().filter(each -> type(each) == TrackType.BUS).count(), "bus", "buses");
        all.say(tracks.stream().filter(each -> each.flag(Property.MUTED) || each.flag(Property.SOLO)).count(),
                "mute or solo of a track", "mutes and solos of tracks");
        all.say(tracks.stream().filter(each -> each.number(Property.VOLUME) > Faders.volume(127)).count(),
                "volume above +4.15 dB", "volumes above +4.15 dB");
        all.say(tracks.stream().flatMap(each -> each.children(Kind.CLIP).stream())
                .filter(each -> each.number(Property.GAIN) != 0).count(), "gain of a clip", "gains of clips");
        all.say(arrangement.root().children(Kind.CHORD).size(), "chord symbol", "chord symbols");
        all.say(devices(arrangement, tracks), "device with its settings", "devices with their settings");
        all.say(lanes(arrangement, tracks), "automation lane", "automation lanes");
        all.say(arrangement.count(Kind.ALTERNATIVE), "alternative of a section", "alternatives of sections");
        all.say(arrangement.count(Kind.LOCK), "lock", "locks");
        return all.losses;
    }

    private static long devices(Arrangement arrangement, List<Element> tracks) {
        return tracks.stream().mapToLong(each -> each.children(Kind.DEVICE).size()).sum()
                + arrangement.root().children(Kind.DEVICE).size();
    }

    private static long lanes(Arrangement arrangement, List<Element> tracks) {
        return tracks.stream().mapToLong(each -> each.children(Kind.LANE).size()).sum()
                + arrangement.root().children(Kind.LANE).size();
    }

    private static TrackType type(Element track) {
        return TrackType.of(track.number(Property.TYPE));
    }

    private void say(long count, String one, String several) {
        if (count > 0) {
            losses.add(MidiExport.count(count, one, several) + (count == 1 ? " is left out: MIDI has no place for it." : " are left out: MIDI has no place for them."));
        }
    }
}
