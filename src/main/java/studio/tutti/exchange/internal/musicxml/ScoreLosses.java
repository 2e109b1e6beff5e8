package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/** Says what a song holds that has no place in a score. */
final class ScoreLosses {

    private final List<String> losses = new ArrayList<>();

    private ScoreLosses() {}

    static List<String> of(Arrangement arrangement, List<Performed> performed, int homeless, int movedKeys) {
        ScoreLosses all = new ScoreLosses();
        List<Element> tracks = Elements.tracks(arrangement);
        all.say(performed.stream().mapToInt(Performed::silent).sum(), "muted note is left out", "muted notes are left out");
        all.say(performed.stream().mapToInt(Performed::controls).sum(),
                "controller, pedal or bend is left out", "controllers, pedals and bends are left out");
        all.say(performed.stream().flatMap(each -> each.notes().stream())
                        .filter(each -> each.element().number(Property.RELEASE) != (Long) Property.RELEASE.type().initial()).count(),
                "release velocity is left out", "release velocities are left out");
        all.say(count(tracks, TrackType.AUDIO), "audio track is left out", "audio tracks are left out");
        all.say(count(tracks, TrackType.FOLDER), "folder is left out", "folders are left out");
        all.say(count(tracks, TrackType.BUS), "bus is left out", "buses are left out");
        all.say(tracks.stream().filter(each -> each.flag(Property.MUTED) || each.flag(Property.SOLO)).count(),
                "mute or solo of a track is left out", "mutes and solos of tracks are left out");
        all.say(homeless, "syllable begins with no note and is left out", "syllables begin with no note and are left out");
        all.say(movedKeys, "change of key stands at its bar line", "changes of key stand at their bar lines");
        all.say(gaps(arrangement), "section lasts to the next one in a score", "sections last to the next one in a score");
        all.say(tracks.stream().mapToInt(each -> each.children(Kind.DEVICE).size() + each.children(Kind.LANE).size()).sum()
                        + arrangement.root().children(Kind.DEVICE).size() + arrangement.root().children(Kind.LANE).size(),
                "device or automation lane is left out", "devices and automation lanes are left out");
        all.say(arrangement.count(Kind.COMMENT), "comment is left out", "comments are left out");
        all.say(arrangement.count(Kind.ALTERNATIVE), "alternative of a section is left out", "alternatives of sections are left out");
        all.losses.add("Clips, aliases and loops are written out, and colours are left out: a score has measures only.");
        return all.losses;
    }

    private static long gaps(Arrangement arrangement) {
        List<Element> sections = Elements.sorted(arrangement.root().children(Kind.SECTION));
        long gaps = 0;
        for (int i = 0; i + 1 < sections.size(); i++) {
            gaps += sections.get(i).end() == sections.get(i + 1).start() ? 0 : 1;
        }
        return gaps;
    }

    private static long count(List<Element> tracks, TrackType type) {
        return tracks.stream().filter(each -> TrackType.of(each.number(Property.TYPE)) == type).count();
    }

    private void say(long count, String one, String several) {
        if (count > 0) {
            losses.add(count + " " + (count == 1 ? one : several) + ".");
        }
    }
}
