package studio.tutti.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.mixer.Audibility;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.OwnFont;
import studio.tutti.core.mixer.Routing;

/**
 * Compiles the mixer of an arrangement: a strip for each track, those that play notes first, in the order they are shown in; the
 * inserts of each and the master's; and the sends. What would close a circle {@link Routing} has left out.
 */
final class StripCompiler {

    private final ScoreBuilder score;
    private final Arrangement arrangement;
    private final Routing routing;
    private final Audibility audibility;
    private final Map<Element, Integer> indices = new HashMap<>();

    StripCompiler(Arrangement arrangement, ScoreBuilder score) {
        this.arrangement = arrangement;
        this.score = score;
        routing = new Routing(arrangement);
        audibility = new Audibility(arrangement, routing);
    }

    /** Adds all strips and returns the tracks that play notes; with inserts, or without if only faders are asked for. */
    List<Element> strips(boolean withInserts) {
        List<Element> playing = new ArrayList<>();
        List<Element> others = new ArrayList<>();
        for (Element track : routing.tracks()) {
            TrackType type = TrackType.of(track.number(Property.TYPE));
            (plays(type) ? playing : others).add(track);
        }
        for (Element track : playing) {
            TrackType type = TrackType.of(track.number(Property.TYPE));
            indices.put(track, score.track(track.handle(), preset(track, type, track.integer(Property.PROGRAM)),
                    track.integer(Property.VOLUME), track.integer(Property.PAN), audibility.sounds(track),
                    type == TrackType.DRUMS));
        }
        for (Element track : others) {
            indices.put(track, score.group(track.handle(), track.integer(Property.VOLUME), track.integer(Property.PAN),
                    audibility.sounds(track)));
        }
        Element song = arrangement.root();
        score.master(song.handle(), song.integer(Property.VOLUME));
        for (Element track : routing.tracks()) {
            score.output(index(track), index(routing.output(track)));
            if (withInserts) {
                inserts(track);
            }
        }
        if (withInserts) {
            for (Element track : playing) {
                InstrumentCompiler.compile(track, index(track), score);
            }
            inserts(song);
        }
        for (Element send : routing.sends()) {
            score.send(send.handle(), index(send.parent()), index(routing.bus(send)), send.integer(Property.VOLUME),
                    send.flag(Property.PRE), audibility.sends(send));
        }
        return playing;
    }

    /** Whether a track of a type plays something itself. */
    private static boolean plays(TrackType type) {
        return type == TrackType.INSTRUMENT || type == TrackType.DRUMS || type == TrackType.AUDIO;
    }

    private void inserts(Element strip) {
        for (Element device : Inserts.of(strip)) {
            EffectType type = Inserts.type(device);
            if (type != null) {
                Element source = routing.source(device);
                score.device(device.handle(), index(strip), type, device.flag(Property.BYPASSED),
                        source == null ? Score.NONE : index(source), Inserts.values(device, type));
            }
        }
    }

    private int index(@Nullable Element strip) {
        Integer index = indices.get(strip);
        return index == null ? Score.MASTER : index;
    }

    /** The address of the preset that a program of a track is. */
    static int preset(Element track, TrackType type, int program) {
        if (type == TrackType.AUDIO) {
            return Score.NONE;
        }
        String own = OwnFont.media(track);
        int bank = OwnFont.bank(track);
        return own == null ? Preset.address(bank, program) : new OwnFont(own, bank, program).address();
    }
}
