package studio.tutti.core.tone;

/**
 * What is missing from the levels of third octaves to the spread of a profile. The profile is put at the level at which half of what differs from it lies
 * above and half below. Bands 60 dB under the loudest are left alone, and those in which the kind of sound has next to nothing, 50 dB under its loudest.
 * Nothing is allocated after construction.
 */
public final class ProfileGap {

    private static final double SOFT = 60;
    private static final double NEXT_TO_NOTHING = 50;

    private final double[] offsets = new double[ThirdOctaves.BANDS];

    /** The level in dB at which the profile lies. */
    public double level;

    /**
     * Finds what is missing, in dB, band by band.
     *
     * @param levels in dB
     * @param median the profile's levels in dB; only their shape counts
     * @param spread how far from the median a level may lie, in dB, 0 or more
     * @param missing where the result is written
     */
    public void find(double[] levels, double[] median, double[] spread, double[] missing) {
        double loudest = -1e9;
        double highest = -1e9;
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            loudest = Math.max(loudest, levels[band]);
            highest = Math.max(highest, median[band]);
        }
        int count = 0;
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            if (levels[band] > loudest - SOFT && median[band] > highest - NEXT_TO_NOTHING) {
                sort(levels[band] - median[band], count++);
            }
        }
        level = count == 0 ? 0 : 0.5 * (offsets[(count - 1) / 2] + offsets[count / 2]);
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            double wanted = median[band] + level;
            double within = Math.max(wanted - spread[band], Math.min(wanted + spread[band], levels[band]));
            missing[band] = levels[band] > loudest - SOFT && median[band] > highest - NEXT_TO_NOTHING ? within - levels[band] : 0;
        }
    }

    private void sort(double value, int count) {
        int place = count;
        while (place > 0 && offsets[place - 1] > value) {
            offsets[place] = offsets[place - 1];
            place--;
        }
        offsets[place] = value;
    }
}
