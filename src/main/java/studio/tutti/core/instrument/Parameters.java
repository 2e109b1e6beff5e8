package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Cents;

/**
 * What a zone's generators and the controllers say together, computed again only when a controller has moved. All that a cell
 * needs lies here ready to be read.
 */
final class Parameters {

    /**
     * Generator 48 counts 0.4 of what it says: the hardware that SoundFonts were made by ear on did so, and every
     * bank in circulation is balanced for it.
     */
    private static final double ATTENUATION_SCALE = 0.4;

    /** Cents beside the key. */
    double tuning;
    double modulationHertz;
    double vibratoHertz;
    double modulationToPitch;
    double vibratoToPitch;
    double envelopeToPitch;
    /** Centibels, 0 … 960. */
    double resonance;
    /** Centibels. */
    double attenuation;
    double modulationToVolume;
    /** −500 left … 500 right. */
    double pan;
    /** Absolute cents. */
    double cutoff;
    double modulationToFilter;
    double envelopeToFilter;
    /** Whether an oscillator or the second envelope moves anything. */
    boolean moving;

    private final double[] moved = new double[Generator.COUNT];
    private Zone zone = NONE;
    private int key;
    private int velocity;
    private int seen;

    private static final Zone NONE = new Zone(0, 0, 0, 0, new Sample("", new short[0], 44_100, 0, 0, 60, 0),
            Generator.defaultValues(), new Modulator[0]);

    void start(Zone played, int playedKey, int playedVelocity, Controllers controllers) {
        zone = played;
        key = playedKey;
        velocity = playedVelocity;
        listen(controllers);
    }

    /** Looks again if a controller has moved, and says whether. */
    boolean follow(Controllers controllers) {
        if (seen == controllers.change()) {
            return false;
        }
        listen(controllers);
        return true;
    }

    /** The zone's value with what controllers add to it. */
    double of(int generator) {
        return zone.value(generator) + moved[generator];
    }

    private void listen(Controllers controllers) {
        seen = controllers.change();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = 0;
        }
        for (int i = 0; i < zone.modulators(); i++) {
            Modulator modulator = zone.modulator(i);
            moved[modulator.destination()] += modulator.value(controllers, key, velocity);
        }
        tuning = 100 * of(Generator.COARSE_TUNE) + of(Generator.FINE_TUNE) + moved[Generator.PITCH];
        modulationHertz = Cents.hertz(of(Generator.MOD_LFO_FREQUENCY));
        vibratoHertz = Cents.hertz(of(Generator.VIBRATO_LFO_FREQUENCY));
        modulationToPitch = of(Generator.MOD_LFO_TO_PITCH);
        vibratoToPitch = of(Generator.VIBRATO_LFO_TO_PITCH);
        envelopeToPitch = of(Generator.MOD_ENVELOPE_TO_PITCH);
        resonance = within(of(Generator.FILTER_Q), 0, 960);
        attenuation = ATTENUATION_SCALE * zone.value(Generator.ATTENUATION) + moved[Generator.ATTENUATION];
        modulationToVolume = of(Generator.MOD_LFO_TO_VOLUME);
        pan = within(of(Generator.PAN), -500, 500);
        cutoff = of(Generator.FILTER_CUTOFF);
        modulationToFilter = of(Generator.MOD_LFO_TO_FILTER);
        envelopeToFilter = of(Generator.MOD_ENVELOPE_TO_FILTER);
        moving = modulationToPitch != 0 || vibratoToPitch != 0 || envelopeToPitch != 0 || modulationToVolume != 0
                || modulationToFilter != 0 || envelopeToFilter != 0;
    }

    static double within(double value, double lowest, double highest) {
        return value < lowest ? lowest : value > highest ? highest : value;
    }
}
