package studio.tutti.core.instrument;

/**
 * A rule by which a controller changes a generator (SoundFont 2.04, section 8.2): the source's value times the
 * second source's value times the amount is added to the destination.
 *
 * @param source what drives it, packed as in a file: bits 0–6 the index, 7 a MIDI controller, 8 direction, 9
 *     polarity, 10–15 the curve
 * @param destination a {@link Generator}, or {@link Generator#PITCH}
 * @param amount in the destination's unit
 * @param amountSource a second source that scales it; 0 is "always one"
 * @param transform 0 takes the product as it is, 2 its magnitude
 */
public record Modulator(int source, int destination, int amount, int amountSource, int transform) {

    /**
     * What holds unless a zone says otherwise (section 8.4); but velocity leaves the filter alone. The standard closes it by up to
     * 2,400 cents at low velocities; most players leave that out, and banks are balanced on them: with it, soft high notes of
     * the shipped bank come out up to 15 dB quieter. A zone that asks for it has it.
     */
    public static final Modulator[] DEFAULTS = {
        new Modulator(0x0502, Generator.ATTENUATION, 960, 0, 0),
        new Modulator(0x0102, Generator.FILTER_CUTOFF, 0, 0, 0),
        new Modulator(0x000D, Generator.VIBRATO_LFO_TO_PITCH, 50, 0, 0),
        new Modulator(0x0081, Generator.VIBRATO_LFO_TO_PITCH, 50, 0, 0),
        new Modulator(0x0587, Generator.ATTENUATION, 960, 0, 0),
        new Modulator(0x028A, Generator.PAN, 500, 0, 0),
        new Modulator(0x058B, Generator.ATTENUATION, 960, 0, 0),
        new Modulator(0x00DB, Generator.REVERB_SEND, 200, 0, 0),
        new Modulator(0x00DD, Generator.CHORUS_SEND, 200, 0, 0),
        new Modulator(0x020E, Generator.PITCH, 12700, 0x0010, 0),
    };

    /** Whether both say where from and where to alike, so that the later replaces (or adds to) the earlier. */
    public boolean replaces(Modulator other) {
        return source == other.source && destination == other.destination
                && amountSource == other.amountSource && transform == other.transform;
    }

    /** The same rule with another amount. */
    public Modulator withAmount(int other) {
        return new Modulator(source, destination, other, amountSource, transform);
    }

    /** Whether playing changes it after the note began. */
    public boolean follows() {
        return moves(source) || moves(amountSource);
    }

    /** What it adds to its destination now. */
    double value(Controllers controllers, int key, int velocity) {
        if (amount == 0 || source == 0) {
            return 0;
        }
        double product = amount * read(source, controllers, key, velocity);
        if (amountSource != 0) {
            product *= read(amountSource, controllers, key, velocity);
        }
        return transform == 2 && product < 0 ? -product : product;
    }

    private static boolean moves(int source) {
        int index = source & 0x7F;
        return (source & 0x80) != 0 || index == 13 || index == 14 || index == 16;
    }

    private static double read(int source, Controllers controllers, int key, int velocity) {
        int index = source & 0x7F;
        int value;
        int range = 128;
        if ((source & 0x80) != 0) {
            value = controllers.value(index);
        } else {
            switch (index) {
                case 2 -> value = velocity;
                case 3 -> value = key;
                case 10 -> value = 0;
                case 13 -> value = controllers.pressure();
                case 14 -> {
                    value = controllers.bend();
                    range = 16384;
                }
                case 16 -> value = controllers.bendRange();
                default -> {
                    return 1;
                }
            }
        }
        return Curve.map(source >> 10, (source & 0x200) != 0, (source & 0x100) != 0, value, range);
    }
}
