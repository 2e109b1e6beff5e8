package studio.tutti.exchange.internal.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * What one track plays, at ticks of the song.
 *
 * @param notes by start
 * @param controls by start
 */
record Line(List<Note> notes, List<Control> controls) {

    /** A note; its length in ticks. */
    record Note(long start, long length, long pitch, long velocity, long release) {

        long end() {
            return start + length;
        }

        Note at(long origin) {
            return new Note(start - origin, length, pitch, velocity, release);
        }
    }

    /** A controller. */
    record Control(long start, long controller, long amount) {

        Control at(long origin) {
            return new Control(start - origin, controller, amount);
        }
    }

    static Line of(Arrangement song, Element track) {
        List<Note> notes = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        for (Element clip : track.children(Kind.CLIP)) {
            Element content = song.alive(clip.reference(Property.CONTENT));
            if (content == null) {
                continue;
            }
            for (Element note : content.children(Kind.NOTE)) {
                notes.add(new Note(clip.start() + note.start(), note.length(), note.number(Property.PITCH),
                        note.number(Property.VELOCITY), note.number(Property.RELEASE)));
            }
            for (Element control : content.children(Kind.CONTROL)) {
                controls.add(new Control(clip.start() + control.start(), control.number(Property.CONTROLLER),
                        control.number(Property.AMOUNT)));
            }
        }
        notes.sort(Comparator.comparingLong(Note::start));
        controls.sort(Comparator.comparingLong(Control::start));
        return new Line(notes, controls);
    }

    /** The channel volume that it begins with. */
    int volume() {
        return controls.stream()
                .filter(each -> each.controller() == Controllers.VOLUME)
                .mapToInt(each -> (int) each.amount())
                .findFirst()
                .orElse(100);
    }

    /**
     * The same with its volume on a fader: where the volume moves, expression moves in the same measure, and bank selections
     * are gone.
     */
    Line onFader() {
        int volume = volume();
        List<Control> moved = new ArrayList<>();
        long last = 127;
        for (Control control : controls) {
            long expression = Math.round(127.0 * control.amount() / volume);
            if (control.controller() == Controllers.VOLUME && expression != last) {
                moved.add(new Control(control.start(), Controllers.EXPRESSION, Math.min(127, expression)));
                last = expression;
            } else if (control.controller() != Controllers.VOLUME && control.controller() != 0 && control.controller() != 32) {
                moved.add(control);
            }
        }
        return new Line(notes, moved);
    }

    /** The part that begins from one tick on and before another, with ticks counted from the first. */
    Line part(long from, long to) {
        return new Line(
                notes.stream().filter(each -> each.start() >= from && each.start() < to).map(each -> each.at(from)).toList(),
                controls.stream().filter(each -> each.start() >= from && each.start() < to).map(each -> each.at(from)).toList());
    }

    boolean isEmpty() {
        return notes.isEmpty() && controls.isEmpty();
    }

    /** When the first thing happens. */
    long begin() {
        long note = notes.isEmpty() ? Long.MAX_VALUE : notes.getFirst().start();
        return controls.isEmpty() ? note : Math.min(note, controls.getFirst().start());
    }

    /** When everything is over. */
    long end() {
        long end = controls.isEmpty() ? 0 : controls.getLast().start() + 1;
        for (Note note : notes) {
            end = Math.max(end, note.end());
        }
        return end;
    }
}
