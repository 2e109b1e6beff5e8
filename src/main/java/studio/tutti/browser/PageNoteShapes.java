package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.ControlGestures;
import studio.tutti.core.editing.NotePieces;
import studio.tutti.core.editing.NoteStrokes;
import studio.tutti.core.editing.NoteTiming;
import studio.tutti.core.editing.NoteVelocities;
import studio.tutti.core.editing.NotesInScale;
import studio.tutti.core.editing.Path;
import studio.tutti.core.editing.Slides;
import studio.tutti.core.editing.Stroke;
import studio.tutti.core.music.ChordShape;
import studio.tutti.core.music.Grid;
import studio.tutti.core.music.Scale;
import studio.tutti.core.music.ScaleForm;

/**
 * What the piano roll does beyond drawing and moving single notes: painting, timing, cutting, velocities, controllers, scales
 * and chords. A scale is a tonic from 0 for C and the place of its form among {@link ScaleForm}; a form of −1 is the song's
 * key, whatever the tonic.
 */
public final class PageNoteShapes {

    private static final int KEYS = 128;
    private static final int STROKE_STRIDE = 4;

    private PageNoteShapes() {}

    private static IdSequence ids() {
        return Page.song().ids();
    }

    private static List<Element> all(int[] handles) {
        return Page.song().handles().all(handles);
    }

    private static Grid grid(int origin, int step, int swing) {
        return new Grid(TimeMaps.metre(Page.song().arrangement()), origin, step, swing);
    }

    private static Path path(int[] packed) {
        long[] ticks = new long[packed.length / 2];
        int[] values = new int[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = packed[2 * i];
            values[i] = packed[2 * i + 1];
        }
        return new Path(ticks, values);
    }

    private static Scale scaleOf(int tonic, int form) {
        if (form >= 0) {
            return new Scale(tonic, ScaleForm.values()[form]);
        }
        Arrangement arrangement = Page.song().arrangement();
        Element key = TimeMaps.steps(arrangement, Kind.KEY).getFirst();
        return Scale.of(key.integer(Property.FIFTHS), key.flag(Property.MODE));
    }

    /**
     * Draws notes.
     *
     * @param strokes start, length, pitch and velocity of each
     */
    @JSExport
    public static int[] drawNotes(int content, int[] strokes) {
        List<Stroke> list = new ArrayList<>(strokes.length / STROKE_STRIDE);
        for (int at = 0; at + STROKE_STRIDE <= strokes.length; at += STROKE_STRIDE) {
            list.add(new Stroke(strokes[at], strokes[at + 1], strokes[at + 2], strokes[at + 3]));
        }
        return PageEditing.edit(() -> new NoteStrokes(ids()).draw(Page.element(content), list));
    }

    /** Brings notes onto a grid; ends are the places of {@link NoteTiming.Ends}. */
    @JSExport
    public static void quantiseNotes(int[] notes, int origin, int step, int swing, int strength, int ends) {
        PageEditing.edit(() -> new NoteTiming(ids()).quantise(all(notes), grid(origin, step, swing), strength, NoteTiming.Ends.values()[ends]));
    }

    @JSExport
    public static void humaniseNotes(int[] notes, int ticks, int velocity, int seed) {
        PageEditing.edit(() -> new NoteTiming(ids()).humanise(all(notes), ticks, velocity, seed));
    }

    @JSExport
    public static void strumNotes(int[] notes, int ticks) {
        PageEditing.edit(() -> new NoteTiming(ids()).strum(all(notes), ticks));
    }

    @JSExport
    public static void legatoNotes(int[] notes) {
        PageEditing.edit(() -> new NoteTiming(ids()).legato(all(notes)));
    }

    @JSExport
    public static int[] splitNotes(int[] notes, int tick) {
        return PageEditing.edit(() -> new NotePieces(ids()).split(all(notes), tick));
    }

    @JSExport
    public static int[] splitNotesByGrid(int[] notes, int origin, int step) {
        return PageEditing.edit(() -> new NotePieces(ids()).split(all(notes), grid(origin, step, 0)));
    }

    @JSExport
    public static void glueNotes(int[] notes) {
        PageEditing.edit(() -> new NotePieces(ids()).glue(all(notes)));
    }

    @JSExport
    public static void slideNotes(int[] notes, int ticks) {
        PageEditing.edit(() -> new Slides(ids()).slide(all(notes), ticks));
    }

    /** Gives notes the velocities of a path: tick and value of each point, ticks rising. */
    @JSExport
    public static void drawVelocities(int[] notes, int[] path) {
        PageEditing.edit(() -> new NoteVelocities(ids()).draw(all(notes), path(path)));
    }

    @JSExport
    public static void rampVelocities(int[] notes) {
        PageEditing.edit(() -> new NoteVelocities(ids()).ramp(all(notes)));
    }

    @JSExport
    public static void transposeInScale(int[] notes, int tonic, int form, int steps) {
        PageEditing.edit(() -> new NotesInScale(ids(), scaleOf(tonic, form)).transpose(all(notes), steps));
    }

    @JSExport
    public static void moveInScale(int[] notes, int ticks, int tonic, int form, int steps) {
        PageEditing.edit(() -> new NotesInScale(ids(), scaleOf(tonic, form)).move(all(notes), ticks, steps));
    }

    @JSExport
    public static int[] copyInScale(int[] notes, int ticks, int tonic, int form, int steps) {
        return PageEditing.edit(() -> new NotesInScale(ids(), scaleOf(tonic, form)).copy(all(notes), ticks, steps));
    }

    /** The controllers that a content has points of, rising. */
    @JSExport
    public static int[] controllersOf(int content) {
        Element element = Page.song().handles().at(content);
        Set<Integer> found = new TreeSet<>();
        if (element != null) {
            for (Element point : element.children(Kind.CONTROL)) {
                found.add(point.integer(Property.CONTROLLER));
            }
        }
        int[] sorted = new int[found.size()];
        int at = 0;
        for (int controller : found) {
            sorted[at++] = controller;
        }
        return sorted;
    }

    /** The largest value of a controller. */
    @JSExport
    public static int mostOf(int controller) {
        return ControlGestures.most(controller);
    }

    /** Draws a controller along a path: tick and value of each point, ticks rising. */
    @JSExport
    public static void drawControls(int content, int controller, int[] path) {
        PageEditing.edit(() -> new ControlGestures(ids()).draw(Page.element(content), controller, path(path)));
    }

    @JSExport
    public static int[] putControl(int content, int controller, int tick, int value) {
        return PageEditing.edit(() -> new ControlGestures(ids()).put(Page.element(content), controller, tick, value));
    }

    @JSExport
    public static void moveControls(int[] points, int ticks, int by) {
        PageEditing.edit(() -> new ControlGestures(ids()).move(all(points), ticks, by));
    }

    @JSExport
    public static void removeControls(int[] points) {
        PageEditing.edit(() -> new ControlGestures(ids()).remove(all(points)));
    }

    /** What the scales are called, line by line. */
    @JSExport
    public static String scaleNames() {
        StringBuilder names = new StringBuilder();
        for (ScaleForm form : ScaleForm.values()) {
            names.append(names.isEmpty() ? "" : "\n").append(form.word());
        }
        return names.toString();
    }

    /** A bit for each of the twelve keys, from C, that belongs to a scale. */
    @JSExport
    public static int scaleKeys(int tonic, int form) {
        return scaleOf(tonic, form).keys();
    }

    /** The tonic of a scale. */
    @JSExport
    public static int scaleTonic(int tonic, int form) {
        return scaleOf(tonic, form).tonic();
    }

    /** For each key where it comes to lie when notes are moved some steps within a scale; beyond 0 to 127 too. */
    @JSExport
    public static int[] scaleMoved(int tonic, int form, int steps) {
        Scale scale = scaleOf(tonic, form);
        int[] moved = new int[KEYS];
        for (int pitch = 0; pitch < KEYS; pitch++) {
            int there = scale.moved(pitch, steps);
            moved[pitch] = steps == 0 ? pitch : there >= 0 && there < KEYS ? scale.nearest(there) : there;
        }
        return moved;
    }

    /** For each key the nearest of a scale. */
    @JSExport
    public static int[] scaleNearest(int tonic, int form) {
        Scale scale = scaleOf(tonic, form);
        int[] nearest = new int[KEYS];
        for (int pitch = 0; pitch < KEYS; pitch++) {
            nearest[pitch] = scale.nearest(pitch);
        }
        return nearest;
    }

    /** How many steps of a scale lie between two keys. */
    @JSExport
    public static int scaleSteps(int tonic, int form, int from, int to) {
        Scale scale = scaleOf(tonic, form);
        return scale.step(to) - scale.step(from);
    }

    /** What the chords are called that can be drawn at once, line by line. */
    @JSExport
    public static String chordShapes() {
        StringBuilder names = new StringBuilder();
        for (ChordShape shape : ChordShape.values()) {
            names.append(names.isEmpty() ? "" : "\n").append(shape.word());
        }
        return names.toString();
    }

    /** The keys of a chord by its place among {@link ChordShape}. */
    @JSExport
    public static int[] chordKeys(int shape, int root, int tonic, int form) {
        return ChordShape.values()[shape].on(root, scaleOf(tonic, form));
    }
}
