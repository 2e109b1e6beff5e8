package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.exchange.SongRefused;

/**
 * Gives each part what its channel would hear. In a file several tracks may play one channel, with its controllers and
 * programs in only one of them; in a song each track has its own instrument. A part therefore takes from the other
 * parts of its channel every controller that it never sends itself, and everything from those without a note.
 */
final class SharedChannels {

    private SharedChannels() {}

    /**
     * Completes the parts.
     *
     * @throws SongRefused if they have more controllers then than a song may
     */
    static void complete(List<Part> parts) throws SongRefused {
        List<List<Played.Control>> completed = new ArrayList<>();
        int total = 0;
        for (Part part : parts) {
            List<Played.Control> controls = part.notes().isEmpty() ? part.controls() : completed(part, parts);
            total += controls.size();
            if (total > Kind.CONTROL.most()) {
                throw new SongRefused("The MIDI file has more than " + Kind.CONTROL.most() + " controllers: too many for one song.");
            }
            completed.add(controls);
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).replaceControls(completed.get(i));
        }
    }

    private static List<Played.Control> completed(Part part, List<Part> parts) {
        boolean[] own = new boolean[256];
        part.controls().forEach(each -> own[group(each.controller())] = true);
        List<Played.Control> all = new ArrayList<>();
        for (Part other : parts) {
            if (other == part) {
                all.addAll(part.controls());
            } else if (other.sharesChannel(part)) {
                for (Played.Control control : other.controls()) {
                    boolean missing = other.notes().isEmpty() || !own[group(control.controller())];
                    if (missing && isOfChannel(control.controller())) {
                        all.add(control);
                    }
                }
            }
        }
        if (all.size() > part.controls().size()) {
            all.sort(Comparator.comparingLong(Played.Control::tick));
        }
        return all;
    }

    /** Controllers that only make sense together have one number: bank and program, registered parameters. */
    static int group(int controller) {
        return switch (controller) {
            case 0, 32 -> Controllers.PROGRAM;
            case 6, 38, 96, 97, 98, 99, 100 -> 101;
            default -> controller;
        };
    }

    /** Pressure on a key belongs to the notes of its track; mode messages (all notes off) end what others hold. */
    static boolean isOfChannel(int controller) {
        return controller != Controllers.KEY_PRESSURE && (controller < 120 || controller > 127);
    }
}
