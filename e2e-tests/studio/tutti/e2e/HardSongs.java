package studio.tutti.e2e;

import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.AutomationGestures;
import studio.tutti.core.editing.AutomationStroke;
import studio.tutti.core.editing.ClipGestures;
import studio.tutti.core.editing.DeviceGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LaneGestures;
import studio.tutti.core.editing.NoteGestures;
import studio.tutti.core.editing.SendGestures;
import studio.tutti.core.editing.TrackGestures;

/** Songs that are hard on whoever would play them the same twice. */
final class HardSongs {

    private static final int QUARTER = 960;
    private static final int LENGTH = 80 * QUARTER;

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(13, 0);

    private HardSongs() {}

    /** Drums at 200 quarters a minute: eleven of them on every 32nd or every third of an eighth, rolls that steal voices. */
    static Arrangement denseDrums() {
        HardSongs hard = new HardSongs();
        hard.does(new LaneGestures(hard.song, hard.ids).tempo(0, 200));
        Element track = hard.track(TrackType.DRUMS, 0);
        Element content = hard.content(track);
        for (int drum = 35; drum < 46; drum++) {
            int step = drum % 2 == 0 ? QUARTER / 8 : QUARTER / 6;
            for (int tick = (drum - 35) * 37; tick + step < LENGTH; tick += step * (1 + drum % 3)) {
                hard.note(content, tick, step, drum, 30 + (tick * 7 + drum * 13) % 97);
            }
        }
        return hard.song;
    }

    /** Held chords through delay and reverb with long tails, and lanes that move whatever they can. */
    static Arrangement longTails() {
        HardSongs hard = new HardSongs();
        DeviceGestures devices = new DeviceGestures(hard.song, hard.ids);
        Element bus = hard.track(TrackType.BUS, 0);
        Element hall = hard.does(devices.add(bus, "reverb", null, Map.of("mix", 100.0, "decay", 8.0)));
        for (int voice = 0; voice < 3; voice++) {
            Element track = hard.track(TrackType.INSTRUMENT, new int[] {48, 4, 88}[voice]);
            Element content = hard.content(track);
            for (int tick = voice * 500; tick < LENGTH - 8 * QUARTER; tick += 7 * QUARTER) {
                hard.note(content, tick, 3 * QUARTER, 52 + 5 * voice + tick / QUARTER % 7, 70 + 10 * voice);
            }
            Element equaliser = hard.does(devices.add(track, "equaliser", null, Map.of("2.on", 1.0)));
            Element delay = hard.does(devices.add(track, "delay", null, Map.of("mix", 40.0, "feedback", 80.0)));
            Element send = hard.does(new SendGestures(hard.song, hard.ids).add(track, bus, -600));
            hard.moves(track, "volume", -3000, 0, voice);
            hard.moves(track, "pan", -1000, 1000, voice + 1);
            hard.moves(send, "volume", -2400, 0, voice + 2);
            hard.moves(delay, "feedback", 20, 90, voice);
            hard.moves(delay, "mix", 0, 60, voice + 1);
            hard.moves(equaliser, "2.frequency", 200, 6000, voice);
            hard.moves(equaliser, "2.gain", -12, 12, voice + 1);
        }
        hard.moves(hall, "decay", 1, 10, 1);
        hard.moves(hard.song.root(), "volume", -900, 0, 2);
        return hard.song;
    }

    private void moves(Element owner, String target, double least, double most, int phase) {
        long[] ticks = new long[40];
        double[] levels = new double[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = 300 * phase + i * 1877L;
            levels[i] = least + (most - least) * ((i * 7 + phase * 3) % 10) / 9;
        }
        does(new AutomationGestures(ids).draw(owner, target, new AutomationStroke(ticks, levels)));
        does(new AutomationGestures(ids).put(owner, target, 30 * QUARTER, most, true));
    }

    private Element track(TrackType type, int program) {
        return does(new TrackGestures(song, ids).add(type, type.name(), program, null));
    }

    private Element content(Element track) {
        Element clip = does(new ClipGestures(song, ids).add(track, 0, LENGTH));
        return element(clip.reference(Property.CONTENT));
    }

    private void note(Element content, long start, long length, int pitch, int velocity) {
        does(new NoteGestures(ids).add(content, start, length, pitch, velocity));
    }

    private Element does(Gesture gesture) {
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, gesture.operations()));
        List<Id> made = gesture.made();
        return made.isEmpty() ? song.root() : element(made.getFirst());
    }

    private Element element(Id id) {
        Element element = song.find(id);
        if (element == null) {
            throw new AssertionError("nothing was made under " + id);
        }
        return element;
    }
}
