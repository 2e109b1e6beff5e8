package studio.tutti.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.InstrumentGestures;
import studio.tutti.core.effect.EffectPreset;
import studio.tutti.core.instrument.synth.SynthPresets;
import studio.tutti.library.StarterKits;

/** Gives a song's tracks instruments: a kit for drums, one recording across the keys for one track, the synthesiser's presets for the rest. */
final class InstrumentSong {

    private final Arrangement song;
    private final IdSequence ids = new IdSequence(12, 0);

    private InstrumentSong(Arrangement song) {
        this.song = song;
    }

    static Arrangement of(Arrangement song, List<StarterKits.Pad> kit) {
        new InstrumentSong(song).fill(kit);
        return song;
    }

    private void fill(List<StarterKits.Pad> kit) {
        InstrumentGestures gestures = new InstrumentGestures(ids);
        int played = 0;
        for (Element track : Elements.tracks(song)) {
            TrackType type = TrackType.of(track.number(Property.TYPE));
            if (type == TrackType.DRUMS) {
                List<InstrumentGestures.Sound> sounds = new ArrayList<>();
                for (StarterKits.Pad pad : kit) {
                    sounds.add(new InstrumentGestures.Sound(pad.key(), pad.name(), pad.hash(),
                            Map.of("choke", (double) pad.choke(), "tune", pad.key() % 3 - 1.0, "reverse", pad.key() == 51 ? 1.0 : 0.0)));
                }
                does(gestures.choose(track, "drumkit", Map.of(), sounds));
            } else if (type == TrackType.INSTRUMENT) {
                int which = played++;
                if (which == 1) {
                    does(gestures.choose(track, "sampler", Map.of("loop.on", 1.0, "loop.start", 30.0, "filter.cutoff", 3000.0, "filter.envelope", 12.0),
                            List.of(new InstrumentGestures.Sound(60, "Sound", kit.get(5).hash(), Map.of()))));
                } else {
                    EffectPreset preset = SynthPresets.ALL.get(which * 5 % SynthPresets.ALL.size());
                    Map<String, Double> values = new HashMap<>();
                    for (int i = 0; i < preset.parameters().length; i++) {
                        values.put(preset.parameters()[i], preset.values()[i]);
                    }
                    does(gestures.choose(track, "synth", values, List.of()));
                }
            }
        }
    }

    private void does(Gesture gesture) {
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, gesture.operations()));
    }
}
