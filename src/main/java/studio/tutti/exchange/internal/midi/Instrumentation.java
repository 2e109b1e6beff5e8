package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.exchange.internal.Faders;

/**
 * What a part's controllers say about its track as a whole: instrument and mixer. The rest stays with the notes.
 *
 * <p>The program in force at the first note, with the bank selected before it, is the track's. Channel volume and pan
 * that are set once, at tick 0, are its fader and pan; where they move, they all stay with the notes. So does what only
 * repeats how a channel begins (volume 100, pan 64, bank 0): a file that says it says it again when it is written.
 *
 * @param program General MIDI program, 0 to 127
 * @param bank controller 0 times 128 plus controller 32
 * @param volume hundredths of a decibel
 * @param pan −1000 to 1000
 * @param rest the controllers that stay
 */
record Instrumentation(int program, int bank, long volume, long pan, List<Played.Control> rest) {

    static Instrumentation of(Part part) {
        long first = part.notes().getFirst().tick();
        List<Played.Control> controls = part.controls();
        int program = 0;
        int bank = 0;
        int high = 0;
        int low = 0;
        int settled = -1;
        for (int i = 0; i < controls.size() && controls.get(i).tick() <= first; i++) {
            Played.Control control = controls.get(i);
            switch (control.controller()) {
                case 0 -> high = control.amount();
                case 32 -> low = control.amount();
                case Controllers.PROGRAM -> {
                    program = control.amount();
                    bank = high << 7 | low;
                    settled = i;
                }
                default -> {}
            }
        }
        int volume = atStart(controls, Controllers.VOLUME, Faders.FULL);
        int pan = atStart(controls, Controllers.PAN, Faders.MIDDLE);
        List<Played.Control> rest = new ArrayList<>(controls.size());
        for (int i = 0; i < controls.size(); i++) {
            int controller = controls.get(i).controller();
            boolean chosen = i <= settled
                    && (controller == Controllers.PROGRAM || bank != 0 && (controller == 0 || controller == 32));
            boolean mixed = controller == Controllers.VOLUME && volume >= 0 || controller == Controllers.PAN && pan >= 0;
            if (!chosen && !mixed) {
                rest.add(controls.get(i));
            }
        }
        return new Instrumentation(
                program, bank, volume < 0 ? 0 : Faders.volume(volume), pan < 0 ? 0 : Faders.pan(pan), rest);
    }

    /** The amount of a controller that is set once, at tick 0, to something unusual, else −1. */
    private static int atStart(List<Played.Control> controls, int controller, int usual) {
        int amount = -1;
        for (Played.Control control : controls) {
            if (control.controller() == controller) {
                if (amount >= 0 || control.tick() > 0) {
                    return -1;
                }
                amount = control.amount();
            }
        }
        return amount == usual ? -1 : amount;
    }
}
