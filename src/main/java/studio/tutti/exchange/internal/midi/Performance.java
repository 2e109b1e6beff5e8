package studio.tutti.exchange.internal.midi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.clip.Window;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Faders;

/**
 * What a track plays from beginning to end, with the clips of one content, the turns of a loop and the repetitions of a drum,
 * each written out, as {@link SoundingNotes} tells the engine, too.
 */
final class Performance {

    private final Element track;
    private final List<Played.Note> notes = new ArrayList<>();
    private final List<Played.Control> controls = new ArrayList<>();
    private final List<Played.Control> beginning = new ArrayList<>();
    private @Nullable BitSet groups;
    private int silent;
    private long end;

    private Performance(Element track) {
        this.track = track;
    }

    /**
     * @param room how many messages may still be written
     * @throws SongRefused if it takes more
     */
    static Performance of(Arrangement arrangement, Element track, int room) throws SongRefused {
        Performance performance = new Performance(track);
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            performance.end = Math.max(performance.end, clip.end());
            if (content == null || clip.length() == 0) {
                continue;
            }
            if (clip.flag(Property.MUTED)) {
                performance.silent += content.children(Kind.NOTE).size();
                continue;
            }
            performance.play(clip, content, room);
        }
        performance.notes.sort(Comparator.comparingLong(Played.Note::tick));
        performance.controls.sort(Comparator.comparingLong(Played.Control::tick));
        performance.mix();
        return performance;
    }

    private void play(Element clip, Element content, int room) throws SongRefused {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            sounding.each(note, note.flag(Property.MUTED)
                    ? (start, end, repetition) -> ++silent < MidiLimits.WRITTEN
                    : (start, end, repetition) -> {
                        notes.add(new Played.Note(
                                start,
                                end,
                                note.integer(Property.PITCH),
                                note.integer(Property.VELOCITY),
                                note.integer(Property.RELEASE)));
                        return hasRoom(room);
                    });
        }
        Window window = new Window(clip);
        List<Element> moved = inside(content.children(Kind.CONTROL), window);
        for (long turn = 0; !moved.isEmpty() && turn < window.turns() && hasRoom(room); turn++) {
            for (Element control : moved) {
                long tick = window.at(control.start(), turn);
                if (tick < window.end()) {
                    controls.add(new Played.Control(
                            tick,
                            control.integer(Property.CONTROLLER),
                            control.integer(Property.PITCH),
                            control.integer(Property.AMOUNT)));
                }
            }
        }
        if (!hasRoom(room)) {
            throw new SongRefused("The song plays more than a MIDI file should hold: at most " + MidiLimits.WRITTEN + " messages.");
        }
    }

    private boolean hasRoom(int room) {
        return 2L * notes.size() + controls.size() <= room;
    }

    private static List<Element> inside(List<Element> elements, Window window) {
        List<Element> inside = Elements.sorted(elements);
        inside.removeIf(each -> !window.holds(each.start()));
        return inside;
    }

    /** Says instrument, fader and pan at the beginning, or works the fader into a volume that moves. */
    private void mix() {
        int bank = track.integer(Property.BANK);
        if (bank != 0) {
            beginning.add(new Played.Control(0, 0, 0, bank >> 7));
            beginning.add(new Played.Control(0, 32, 0, bank & 0x7F));
        }
        beginning.add(new Played.Control(0, Controllers.PROGRAM, 0, track.integer(Property.PROGRAM)));
        long fader = track.number(Property.VOLUME);
        if (fader != 0) {
            if (!moves(Controllers.VOLUME)) {
                beginning.add(new Played.Control(0, Controllers.VOLUME, 0, Faders.channelVolume(fader)));
            }
            controls.replaceAll(each -> each.controller() != Controllers.VOLUME
                    ? each
                    : new Played.Control(each.tick(), each.controller(), 0,
                            Faders.channelVolume(Faders.volume(Math.min(127, each.amount())) + fader)));
        }
        long pan = track.number(Property.PAN);
        if (pan != 0 && !moves(Controllers.PAN)) {
            beginning.add(new Played.Control(0, Controllers.PAN, 0, Faders.channelPan(pan)));
        }
    }

    private boolean moves(int controller) {
        return controls.stream().anyMatch(each -> each.controller() == controller);
    }

    Element track() {
        return track;
    }

    boolean isDrums() {
        return TrackType.of(track.number(Property.TYPE)) == TrackType.DRUMS;
    }

    List<Played.Note> notes() {
        return notes;
    }

    /** Controllers in order of time, those of the beginning left out. */
    List<Played.Control> controls() {
        return controls;
    }

    /** Bank, program, volume and pan at tick 0. */
    List<Played.Control> beginning() {
        return beginning;
    }

    /** How many notes are muted, themselves or with their clip. */
    int silent() {
        return silent;
    }

    /** Where its last clip ends. */
    long end() {
        return end;
    }

    /** Which groups of controllers it sends to its channel. */
    BitSet groups() {
        BitSet sent = groups;
        if (sent == null) {
            sent = new BitSet(256);
            for (List<Played.Control> each : List.of(beginning, controls)) {
                for (Played.Control control : each) {
                    if (SharedChannels.isOfChannel(control.controller())) {
                        sent.set(SharedChannels.group(control.controller()));
                    }
                }
            }
            groups = sent;
        }
        return sent;
    }

    /** All it sends, by the group of the controller. */
    Map<Integer, List<Played.Control>> streams() {
        Map<Integer, List<Played.Control>> streams = new HashMap<>();
        for (List<Played.Control> each : List.of(beginning, controls)) {
            for (Played.Control control : each) {
                streams.computeIfAbsent(SharedChannels.group(control.controller()), none -> new ArrayList<>()).add(control);
            }
        }
        return streams;
    }

    /** How many notes end before an earlier one of their key does: MIDI can't say which of the two ends first. */
    int tangled() {
        int count = 0;
        @SuppressWarnings("unchecked")
        @Nullable ArrayDeque<Long>[] ends = (ArrayDeque<Long>[]) new ArrayDeque<?>[128];
        for (Played.Note note : notes) {
            ArrayDeque<Long> sounding = ends[note.pitch()];
            if (sounding == null) {
                sounding = new ArrayDeque<>();
                ends[note.pitch()] = sounding;
            }
            while (!sounding.isEmpty() && sounding.peekFirst() <= note.tick()) {
                sounding.removeFirst();
            }
            if (!sounding.isEmpty() && sounding.peekLast() > note.end()) {
                count++;
            }
            sounding.addLast(note.end());
        }
        return count;
    }
}
