package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.TrackInstrument;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.music.Ticks;

/** What hands do with the slices of a loop. */
public final class SliceGestures {

    private static final int[] QUARTERS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
    private static final int VELOCITY = 110;

    private final Arrangement arrangement;
    private final IdSequence ids;

    public SliceGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Writes the slices as notes of a new clip, each where it lies in the loop, so that the loop follows the song's tempo. The loop is taken
     * to last as many quarter notes (1, 2, 3, 4, 6, 8, 12 … 64) as come nearest at the tempo there.
     *
     * @param start tick where the clip begins
     * @param seconds how long the loop lasts
     * @return made: the clip
     * @throws EditRefused if the instrument has no slices
     */
    public Gesture write(Element device, long start, double seconds) {
        Element track = device.parent();
        List<Element> pads = TrackInstrument.pads(device);
        if (track == null || pads.isEmpty()) {
            throw new EditRefused("There are no slices yet: choose a loop first.");
        }
        TempoMap tempo = TimeMaps.tempo(arrangement);
        long total = (long) quarters(seconds, tempo, start) * Ticks.PER_QUARTER;
        Draft draft = new Draft(ids);
        Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT);
        long begin = Leeway.within(start, 0, Ticks.LAST - total);
        draft.make(Kind.CLIP, track.id())
                .with(Property.CONTENT, content.id())
                .with(Property.START, begin)
                .with(Property.LENGTH, total);
        String media = pads.getFirst().text(Property.MEDIA);
        for (Element pad : pads) {
            if (pad.text(Property.MEDIA).equals(media)) {
                double[] values = Inserts.values(pad, Pad.PARAMETERS);
                long from = Math.round(values[Pad.START] * 0.01 * total);
                long to = Math.round(values[Pad.END] * 0.01 * total);
                if (to > from) {
                    draft.add(Kind.NOTE, content.id())
                            .with(Property.START, from)
                            .with(Property.LENGTH, to - from)
                            .with(Property.PITCH, pad.integer(Property.PITCH))
                            .with(Property.VELOCITY, VELOCITY);
                }
            }
        }
        return draft.as(Labels.SLICES_WRITE);
    }

    private static int quarters(double seconds, TempoMap tempo, long start) {
        double quarter = tempo.seconds(start + Ticks.PER_QUARTER) - tempo.seconds(start);
        double lasts = seconds / quarter;
        int nearest = QUARTERS[0];
        for (int each : QUARTERS) {
            double ratio = lasts > each ? lasts / each : each / lasts;
            double best = lasts > nearest ? lasts / nearest : nearest / lasts;
            nearest = ratio < best ? each : nearest;
        }
        return nearest;
    }
}
