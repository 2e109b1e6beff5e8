package studio.tutti.proposal.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.springframework.stereotype.Component;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.Preview;
import studio.tutti.core.editing.TakeGestures.Manner;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.NotedLevel;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;
import studio.tutti.exchange.Mixdown;
import studio.tutti.library.Instruments;
import studio.tutti.library.Media;

/**
 * Measures how loud takes are, from sound: each is laid into the song as it was when it was asked for, and what its tracks play in its bars is
 * rendered by the engine, with their instruments, effects and faders, and measured by ITU-R BS.1770-4. The other tracks are silent.
 *
 * <p>What is told is by how much that lies above {@link NotedLevel}: so it holds, too, when somebody changes the notes that are there.
 */
@Component
class Loudness {

    private static final int RATE = 44_100;
    /** Longer stretches are measured in their first so many seconds. */
    private static final double MOST_SECONDS = 10;

    private final Instruments instruments;
    private final Media media;

    Loudness(Instruments instruments, Media media) {
        this.instruments = instruments;
        this.media = media;
    }

    /**
     * Measures takes and what was there before them.
     *
     * @param song as it was when they were asked for; changed while it is measured, and taken back
     * @param takes by number
     * @param progress called often; what it throws ends it
     * @param enough asked before each take; once it says so, those that are left are left out
     * @return hundredths of a decibel by number, 0 for what was there; what is silent is left out
     */
    Map<Integer, Integer> above(Arrangement song, Proposal proposal, Map<Integer, Take> takes, DoubleConsumer progress, BooleanSupplier enough)
            throws IOException {
        Card card = proposal.card();
        TempoMap tempo = TimeMaps.tempo(song);
        long to = Math.min(card.to(), (long) tempo.tick(tempo.seconds(card.from()) + MOST_SECONDS));
        Map<Integer, Integer> above = new HashMap<>();
        Set<Element> known = new LinkedHashSet<>();
        for (Take take : takes.values()) {
            for (Part part : take.parts()) {
                if (song.alive(part.track()) instanceof Element track) {
                    known.add(track);
                }
            }
        }
        Journal silenced = song.apply(new Edit(new Id(-7, 1), Id.NONE, 0, "", Id.NONE, silence(song, known)));
        try {
            if (enough.getAsBoolean()) {
                return above;
            }
            put(above, 0, NotedLevel.of(song, List.copyOf(known), card.from(), to, tempo), song, card.from(), to, progress);
            for (Map.Entry<Integer, Take> each : takes.entrySet()) {
                if (enough.getAsBoolean()) {
                    break;
                }
                Journal laid = new Preview(proposal.id(), each.getKey(), each.getValue(), card.from(), card.to(), new Manner(false, true, 0)).apply(song);
                if (laid != null) {
                    try {
                        put(above, each.getKey(), NotedLevel.of(each.getValue(), card.from(), to, tempo), song, card.from(), to, progress);
                    } finally {
                        song.rollBack(laid);
                    }
                }
            }
        } finally {
            song.rollBack(silenced);
        }
        return above;
    }

    private static List<Operation> silence(Arrangement song, Set<Element> but) {
        List<Operation> operations = new ArrayList<>();
        for (Element track : Elements.tracks(song)) {
            TrackType type = TrackType.of(track.number(Property.TYPE));
            if (track.flag(Property.SOLO)) {
                operations.add(new Operation.Set(track.id(), Property.SOLO, 0L));
            }
            if ((type == TrackType.INSTRUMENT || type == TrackType.DRUMS || type == TrackType.AUDIO) && !but.contains(track)) {
                operations.add(new Operation.Set(track.id(), Property.MUTED, 1L));
            }
        }
        return operations;
    }

    private void put(Map<Integer, Integer> above, int number, double noted, Arrangement song, long from, long to, DoubleConsumer progress)
            throws IOException {
        if (noted <= 0) {
            return;
        }
        double heard = Mixdown.between(song, instruments, RATE, from, to).with(media).loudness(progress);
        if (Double.isFinite(heard)) {
            above.put(number, (int) Math.round(100 * (heard - 10 * Math.log10(noted))));
        }
    }
}
