package studio.tutti.core.instrument.drumkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.effect.Taper;
import studio.tutti.core.effect.Unit;
import studio.tutti.core.media.MediaSound;

/** A recording on a key, and how it is played. */
public final class Pad {

    /** What can be set on a pad; new ones come at the end. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("tune", Unit.SEMITONES, -36, 36, 0),
            Parameter.linear("fine", Unit.CENTS, -100, 100, 0),
            Parameter.linear("level", Unit.DECIBELS, -60, 12, 0),
            Parameter.linear("pan", Unit.PERCENT, -100, 100, 0),
            Parameter.logarithmic("decay", Unit.SECONDS, 0.01, 20, 20),
            Parameter.percent("start", 0),
            Parameter.percent("end", 100),
            Parameter.onOff("reverse", false),
            new Parameter("choke", Unit.NUMBER, 0, 16, 0, Taper.STEPPED, false, List.of()),
            Parameter.percent("velocity", 100),
            Parameter.onOff("gate", false));

    public static final int TUNE = 0;
    public static final int FINE = 1;
    public static final int LEVEL = 2;
    public static final int PAN = 3;
    public static final int DECAY = 4;
    public static final int START = 5;
    public static final int END = 6;
    public static final int REVERSE = 7;
    public static final int CHOKE = 8;
    public static final int VELOCITY = 9;
    public static final int GATE = 10;

    /** The song's name for it. */
    public final int name;
    /** The MIDI key, 0 … 127. */
    public final int key;
    public final boolean muted;
    /** The recording's {@link studio.tutti.core.media.MediaKey}; 0 for none. */
    public final long media;
    /** What is there of the recording, or nothing; told by who knows. */
    public @Nullable MediaSound sound;
    private final double[] values;

    /** @param values of {@link #PARAMETERS}, kept */
    public Pad(int name, int key, boolean muted, long media, double[] values) {
        this.name = name;
        this.key = key;
        this.muted = muted;
        this.media = media;
        this.values = values;
    }

    public double value(int parameter) {
        return values[parameter];
    }

    /** Sets a parameter, in its unit, held in its range; an unknown one is passed over. */
    public void set(int parameter, double value) {
        if (parameter >= 0 && parameter < values.length) {
            values[parameter] = PARAMETERS.get(parameter).held(value);
        }
    }
}
