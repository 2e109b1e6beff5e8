package studio.tutti.e2e;

import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.DeviceGestures;
import studio.tutti.core.editing.FolderGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.SendGestures;
import studio.tutti.core.editing.TrackGestures;
import studio.tutti.core.effect.EffectType;

/** Gives a song's tracks an insert of every kind, a group, a bus with a reverb, a side-chain, and a mastered end. */
final class MixedSong {

    private final Arrangement song;
    private final IdSequence ids = new IdSequence(11, 0);

    private MixedSong(Arrangement song) {
        this.song = song;
    }

    static Arrangement of(Arrangement song) {
        new MixedSong(song).mix();
        return song;
    }

    private void mix() {
        List<Element> tracks = Elements.tracks(song);
        DeviceGestures devices = new DeviceGestures(song, ids);
        SendGestures sends = new SendGestures(song, ids);
        Element bus = does(new TrackGestures(song, ids).add(TrackType.BUS, "Hall", 0, null));
        does(devices.add(bus, "reverb", null, Map.of("mix", 100.0)));
        for (EffectType type : EffectType.values()) {
            Element track = tracks.get(type.ordinal() % tracks.size());
            does(devices.add(track, type.id(), null, working(type)));
            does(sends.add(track, bus, -900));
        }
        Element following = does(devices.add(tracks.get(2), "xspecmatch", null, Map.of("speed", 0.1)));
        does(devices.listen(following, tracks.get(1)));
        Element ducked = does(devices.add(tracks.get(0), "compressor", null, Map.of("threshold", -40.0, "look-ahead", 3.0)));
        does(devices.listen(ducked, tracks.get(1)));
        Element group = does(new FolderGestures(song, ids).group(tracks.subList(0, 2), "Group"));
        does(devices.add(group, "saturation", null, Map.of()));
        does(devices.add(song.root(), "compressor", null, Map.of()));
        does(devices.add(song.root(), "limiter", null, Map.of()));
    }

    /** Values by which an effect that does nothing at first has something to do. */
    private static Map<String, Double> working(EffectType type) {
        return switch (type) {
            case PROFILE_EQ -> Map.of("amount", 100.0, "12.gain", 3.0, "memory", 2.0);
            case RESONANCE_EQ -> Map.of("amount", -1.0, "fleeting", 100.0);
            case MULTIBAND_PHASE -> Map.of("repair", 1.0, "delay", 0.5, "12.turn", 60.0, "20.turn", -90.0);
            default -> Map.of();
        };
    }

    private Element does(Gesture gesture) {
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, gesture.operations()));
        return gesture.made().isEmpty() ? song.root() : song.find(gesture.made().getFirst());
    }
}
