package studio.tutti.core.instrument;

import studio.tutti.core.instrument.drumkit.Pad;

/** An instrument that has recordings on its keys. */
public interface Padded extends Instrument {

    /** Puts these on the keys from now on; what sounds goes on. Of several on one key the last counts. */
    void pads(Pad[] pads);
}
