package studio.tutti.core.engine;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.TrackInstrument;

/** Compiles what a track plays instead of a preset of the song's SoundFont. */
final class InstrumentCompiler {

    private InstrumentCompiler() {}

    /** Writes the instrument of a track, if it has one. */
    static void compile(Element track, int index, ScoreBuilder score) {
        Element device = TrackInstrument.of(track);
        InstrumentType type = device == null ? null : TrackInstrument.type(device);
        if (device == null || type == null) {
            return;
        }
        List<Pad> pads = new ArrayList<>();
        for (Element pad : TrackInstrument.pads(device)) {
            pads.add(new Pad(pad.handle(), pad.integer(Property.PITCH), pad.flag(Property.MUTED),
                    TrackInstrument.mediaKey(pad.text(Property.MEDIA)), Inserts.values(pad, Pad.PARAMETERS)));
        }
        ScoreInstruments.add(score, index, device.handle(), type, TrackInstrument.mediaKey(device.text(Property.MEDIA)),
                Inserts.values(device, type.parameters()), pads);
    }
}
