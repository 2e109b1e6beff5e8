package studio.tutti.core.instrument;

import java.util.Arrays;

/**
 * What a browser must know of a preset beside its sound: integers in a row, written on the server, read in the worklet.
 *
 * <p>Layout: version, bank, program, the name (its length, then its characters), the number of samples and six numbers
 * for each (frames, rate, first and end frame of the loop, root key, correction), the number of zones and for each its
 * key and velocity range, the index of its sample, what differs from {@link Generator#defaultValues()} (how many, then
 * pairs), and its modulators (how many, then five numbers each; −1 for {@link Modulator#DEFAULTS}).
 */
public final class PresetHead {

    /** The version of the layout. */
    public static final int VERSION = 2;

    /** Frames that the samples of one preset may have together: 256 MiB. */
    public static final int FRAMES = 1 << 27;

    private static final int LONGEST_NAME = 200;

    private int[] numbers;
    private int at;

    private PresetHead(int[] numbers) {
        this.numbers = numbers;
    }

    /** The different recordings of a preset, in the order of the head. */
    public static Sample[] samples(Preset preset) {
        Sample[] samples = new Sample[preset.zones().length];
        int count = 0;
        for (Zone zone : preset.zones()) {
            if (find(samples, count, zone.sample()) < 0) {
                samples[count++] = zone.sample();
            }
        }
        return Arrays.copyOf(samples, count);
    }

    /** Writes a head. */
    public static int[] write(Preset preset) {
        PresetHead head = new PresetHead(new int[1024]);
        head.put(VERSION);
        head.put(preset.bank());
        head.put(preset.program());
        head.put(Math.min(LONGEST_NAME, preset.name().length()));
        for (int i = 0; i < preset.name().length() && i < LONGEST_NAME; i++) {
            head.put(preset.name().charAt(i));
        }
        Sample[] samples = samples(preset);
        head.put(samples.length);
        for (Sample sample : samples) {
            head.put(sample.length());
            head.put(sample.rate());
            head.put(sample.loopStart());
            head.put(sample.loopEnd());
            head.put(sample.rootKey());
            head.put(sample.correction());
        }
        head.put(preset.zones().length);
        for (Zone zone : preset.zones()) {
            head.put(zone, find(samples, samples.length, zone.sample()));
        }
        return Arrays.copyOf(head.numbers, head.at);
    }

    /**
     * Reads a head. The samples are of the right length and silent.
     *
     * @throws IllegalArgumentException if it is not one of this version
     */
    public static Preset read(int[] numbers) {
        return new PresetHead(numbers).read();
    }

    private Preset read() {
        if (take() != VERSION) {
            throw new IllegalArgumentException("This preset is not of version " + VERSION + ".");
        }
        int bank = take();
        int program = take();
        char[] name = new char[below(LONGEST_NAME + 1)];
        for (int i = 0; i < name.length; i++) {
            name[i] = (char) take();
        }
        Sample[] samples = new Sample[bounded(take(), 6)];
        int left = FRAMES;
        for (int i = 0; i < samples.length; i++) {
            int length = take();
            left -= length;
            if (length < 0 || left < 0) {
                throw new IllegalArgumentException("A preset's samples are too long together.");
            }
            samples[i] = new Sample("", new short[length], take(), take(), take(), take(), take());
        }
        Zone[] zones = new Zone[bounded(take(), 7)];
        for (int i = 0; i < zones.length; i++) {
            zones[i] = zone(samples);
        }
        return new Preset(bank, program, new String(name), zones);
    }

    private Zone zone(Sample[] samples) {
        int lowKey = take();
        int highKey = take();
        int lowVelocity = take();
        int highVelocity = take();
        Sample sample = samples[below(samples.length)];
        int[] values = Generator.defaultValues();
        int given = take();
        for (int i = 0; i < given; i++) {
            int generator = below(Generator.COUNT);
            values[generator] = take();
        }
        int count = take();
        Modulator[] modulators = count < 0 ? Modulator.DEFAULTS : new Modulator[bounded(count, 5)];
        for (int i = 0; i < count; i++) {
            modulators[i] = new Modulator(take(), below(Generator.COUNT), take(), take(), take());
        }
        return new Zone(lowKey, highKey, lowVelocity, highVelocity, sample, values, modulators);
    }

    private void put(Zone zone, int sample) {
        put(zone.lowKey());
        put(zone.highKey());
        put(zone.lowVelocity());
        put(zone.highVelocity());
        put(sample);
        int[] defaults = Generator.defaultValues();
        int place = at;
        put(0);
        for (int generator = 0; generator < Generator.COUNT; generator++) {
            if (zone.value(generator) != defaults[generator]) {
                put(generator);
                put(zone.value(generator));
                numbers[place]++;
            }
        }
        boolean usual = zone.modulators() == Modulator.DEFAULTS.length;
        for (int i = 0; usual && i < zone.modulators(); i++) {
            usual = zone.modulator(i).equals(Modulator.DEFAULTS[i]);
        }
        put(usual ? -1 : zone.modulators());
        for (int i = 0; !usual && i < zone.modulators(); i++) {
            Modulator modulator = zone.modulator(i);
            put(modulator.source());
            put(modulator.destination());
            put(modulator.amount());
            put(modulator.amountSource());
            put(modulator.transform());
        }
    }

    private void put(int number) {
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
        }
        numbers[at++] = number;
    }

    /** The next number. Nothing here relies on an array that checks its own bounds: as built for the page it may not. */
    private int take() {
        if (at >= numbers.length) {
            throw new IllegalArgumentException("The head of a preset ends early.");
        }
        return numbers[at++];
    }

    /** The next number, 0 … {@code limit} − 1. */
    private int below(int limit) {
        int number = take();
        if (number < 0 || number >= limit) {
            throw new IllegalArgumentException("The head of a preset is damaged.");
        }
        return number;
    }

    /** A count that the numbers left can hold. */
    private int bounded(int count, int width) {
        if (count < 0 || count > (numbers.length - at) / width) {
            throw new IllegalArgumentException("The head of a preset ends early.");
        }
        return count;
    }

    private static int find(Sample[] samples, int count, Sample wanted) {
        for (int i = 0; i < count; i++) {
            if (samples[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
