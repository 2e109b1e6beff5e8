package studio.tutti.core.instrument.drumkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.effect.Unit;
import studio.tutti.core.instrument.Keyed;
import studio.tutti.core.instrument.Padded;
import studio.tutti.core.media.MediaSound;

/** Pads on keys: a drum kit, or the pieces of a loop. A hit rings to its end, whatever the key does, unless its pad is a gate. */
public final class DrumKit extends Keyed implements Padded {

    /** What can be set on the whole; new ones come at the end. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("level", Unit.DECIBELS, -36, 12, 0),
            Parameter.linear("tune", Unit.SEMITONES, -24, 24, 0));

    private static final int LEVEL = 0;
    private static final int TUNE = 1;
    private static final double CHOKE_SECONDS = 0.01;

    private final @Nullable Pad[] keys = new @Nullable Pad[128];

    /** @param rate frames a second */
    public DrumKit(int rate) {
        super(PARAMETERS, rate);
        voices(() -> new PadVoice(rate));
        arrive();
    }

    @Override
    protected void parametersMoved() {
    }

    @Override
    public void pads(Pad[] pads) {
        java.util.Arrays.fill(keys, null);
        for (Pad pad : pads) {
            keys[pad.key] = pad;
        }
    }

    @Override
    public void noteOn(int note, int key, int velocity, int frame, double centibels) {
        Pad pad = key >= 0 && key < keys.length ? keys[key] : null;
        if (pad == null || pad.muted || velocity <= 0) {
            return;
        }
        choke((int) pad.value(Pad.CHOKE), frame);
        MediaSound recording = pad.sound;
        if (recording == null) {
            return;
        }
        if (pad.value(Pad.GATE) >= 0.5) {
            letKeyGo(key, frame);
        }
        if (begin(note, key, frame) instanceof PadVoice voice) {
            voice.play(pad, recording, velocity, centibels + 10 * value(LEVEL), value(TUNE));
        }
    }

    private void choke(int group, int frame) {
        if (group == 0) {
            return;
        }
        for (int i = 0; i < sounding(); i++) {
            if (voice(i) instanceof PadVoice each && each.choke() == group) {
                fade(each, frame, (int) (CHOKE_SECONDS * rate()));
            }
        }
    }
}
