package studio.tutti.exchange.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.ClipGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LaneGestures;
import studio.tutti.core.editing.NoteGestures;
import studio.tutti.core.editing.TrackGestures;
import studio.tutti.core.music.Ticks;

/** A song in the making: gestures done one after the other, and the operations that they came to. Bars are counted from 0, in 4/4. */
public final class Sketch {

    static final long BAR = 4L * Ticks.PER_QUARTER;

    private final Arrangement arrangement = new Arrangement();
    private final List<Operation> operations = new ArrayList<>();
    private final IdSequence ids;
    private final UnaryOperator<String> words;
    private final TrackGestures tracks;
    private final ClipGestures clips;
    private final NoteGestures notes;
    private final LaneGestures lanes;

    /** @param words says a name in the person's language */
    public Sketch(IdSequence ids, UnaryOperator<String> words) {
        this.ids = ids;
        this.words = words;
        tracks = new TrackGestures(arrangement, ids);
        clips = new ClipGestures(arrangement, ids);
        notes = new NoteGestures(ids);
        lanes = new LaneGestures(arrangement, ids);
    }

    /** What turns an empty song into this one. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    void song(double bpm, int fifths, boolean minor) {
        did(lanes.tempo(0, bpm));
        did(lanes.key(fifths, minor));
    }

    void section(int bar, int bars, String name) {
        did(lanes.section(bar * BAR, bars * BAR, words.apply(name)));
    }

    /** One chord a bar. */
    void chords(int bar, List<String> symbols) {
        for (int i = 0; i < symbols.size(); i++) {
            did(lanes.chord((bar + i) * BAR, BAR, symbols.get(i)));
        }
    }

    /** @param volume hundredths of a dB */
    Element track(TrackType type, String name, int program, int volume) {
        Element track = did(tracks.add(type, words.apply(name), program, null));
        did(tracks.change(track, Map.of(Property.VOLUME, (long) volume)));
        return track;
    }

    Part clip(Element track, int bar, int bars, String name) {
        Element clip = did(clips.add(track, bar * BAR, bars * BAR));
        did(clips.change(List.of(clip), Map.of(Property.NAME, words.apply(name))));
        return new Part(clip);
    }

    private Element did(Gesture gesture) {
        operations.addAll(gesture.operations());
        arrangement.apply(new Edit(ids.next(), Id.NONE, 0, gesture.label(), Id.NONE, gesture.operations()));
        return gesture.made().isEmpty() ? arrangement.root() : Objects.requireNonNull(arrangement.alive(gesture.made().getFirst()));
    }

    /** A clip and what is written in it. */
    final class Part {

        private final Element clip;
        private final Element content;

        private Part(Element clip) {
            this.clip = clip;
            content = Objects.requireNonNull(arrangement.alive(clip.reference(Property.CONTENT)));
        }

        /** Repeats its first bars to its end. */
        Part repeating(int bars) {
            did(clips.change(List.of(clip), Map.of(Property.LOOP, bars * BAR)));
            return this;
        }

        /** @param start in quarters from the clip's beginning @param length in quarters */
        Part note(double start, double length, int pitch, int velocity) {
            did(notes.add(content, ticks(start), ticks(length), pitch, velocity));
            return this;
        }

        /** A drum on each of some sixteenths, counted from 0. */
        Part hits(int drum, int velocity, int... sixteenths) {
            for (int sixteenth : sixteenths) {
                note(sixteenth / 4.0, 0.25, drum, velocity);
            }
            return this;
        }

        private static long ticks(double quarters) {
            return Math.round(quarters * Ticks.PER_QUARTER);
        }
    }
}
