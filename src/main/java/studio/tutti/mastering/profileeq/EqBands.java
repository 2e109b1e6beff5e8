package studio.tutti.mastering.profileeq;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.tutti.core.effect.BandFit;
import studio.tutti.core.effect.BandType;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.Kernel;
import studio.tutti.mastering.spectrum.RealFft;

/**
 * A curve as bands of the mixer's equaliser, so that it stays editable by hand: found by a fit to what a match did, and played as the equaliser would.
 *
 * @param curves one for all channels, or one for the middle (half the sum) and one for the sides (half the difference)
 */
public record EqBands(List<BandFit> curves) {

    private static final double RESOLUTION = 1.4;
    private static final int AN_OCTAVE = 12;
    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;
    private static final String HEAD = "channel,type,frequency_hz,gain_db,q";
    private static final List<String> CHANNELS = List.of("both", "middle", "sides");

    /** @throws IllegalArgumentException if there are no curves, or more than two */
    public EqBands {
        curves = List.copyOf(curves);
        if (curves.isEmpty() || curves.size() > 2) {
            throw new IllegalArgumentException("There is one curve, or one for the middle and one for the sides.");
        }
    }

    /**
     * Fits bands to what a match did.
     *
     * @param most bands a curve, 1 to 8
     */
    public static EqBands of(ProfileEq.Match match, int most) {
        List<BandFit> fits = new ArrayList<>();
        int count = (int) (AN_OCTAVE * Math.log(HIGHEST / LOWEST) / Math.log(2)) + 1;
        double[] hertz = new double[count];
        for (int i = 0; i < count; i++) {
            hertz[i] = LOWEST * Math.pow(2, (double) i / AN_OCTAVE);
        }
        for (double[] curve : match.curves()) {
            double[] decibels = new double[count];
            for (int i = 0; i < count; i++) {
                int bin = Math.min(curve.length - 1, (int) Math.round(hertz[i] / match.step()));
                decibels[i] = 20 * Math.log10(Math.max(1e-6, curve[bin]));
            }
            fits.add(BandFit.of(hertz, decibels, most));
        }
        return new EqBands(fits);
    }

    /** Plays a recording through the bands. */
    public Recording apply(Recording in, boolean minimumPhase) {
        int size = RealFft.points(in.rate(), RESOLUTION);
        Kernel[] kernels = new Kernel[curves.size()];
        for (int i = 0; i < kernels.length; i++) {
            double[] gains = new double[size / 2 + 1];
            for (int k = 0; k < gains.length; k++) {
                gains[k] = Math.pow(10, curves.get(i).at(Math.max(1, (double) k * in.rate() / size)) / 20);
            }
            kernels[i] = minimumPhase ? Kernel.minimum(gains) : Kernel.linear(gains);
        }
        return Recording.of(in.rate(), in.channels(), () -> new Filtered(in.play(), kernels.length == 2, kernels));
    }

    /** The bands as a table, a row each: {@value #HEAD}. */
    public String table() {
        StringBuilder table = new StringBuilder(HEAD).append('\n');
        for (int i = 0; i < curves.size(); i++) {
            String channel = CHANNELS.get(curves.size() == 1 ? 0 : i + 1);
            BandFit fit = curves.get(i);
            table.append(channel).append(",level,,").append(Math.rint(100 * fit.level()) / 100).append(",\n");
            for (BandFit.One each : fit.bands()) {
                table.append(channel).append(',').append(word(each.type())).append(',').append(Math.rint(10 * each.hertz()) / 10).append(',')
                        .append(Math.rint(100 * each.gain()) / 100).append(',').append(Math.rint(1000 * each.quality()) / 1000).append('\n');
            }
        }
        return table.toString();
    }

    /** Reads such a table. @throws IllegalArgumentException with the row that isn't one */
    public static EqBands read(List<String> lines) {
        double[] levels = new double[CHANNELS.size()];
        boolean[] there = new boolean[CHANNELS.size()];
        List<List<BandFit.One>> bands = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#") || line.strip().equals(HEAD)) {
                continue;
            }
            String[] cells = line.strip().split("\\s*,\\s*", -1);
            int channel = CHANNELS.indexOf(cells[0]);
            try {
                double gain = Double.parseDouble(cells[3]);
                if (channel < 0 || !(Math.abs(gain) <= 60)) {
                    throw new NumberFormatException();
                }
                there[channel] = true;
                if (cells[1].equals("level")) {
                    levels[channel] = gain;
                } else {
                    bands.get(channel).add(band(cells, gain));
                }
            } catch (RuntimeException mistake) {
                throw new IllegalArgumentException("Rows of bands are " + HEAD + ", types " + words() + " or level, gains within 60 dB: \"" + line.strip() + "\" is not.");
            }
        }
        if (!there[0] && !there[1] && !there[2] || there[0] && (there[1] || there[2])) {
            throw new IllegalArgumentException("A table of bands has rows for both channels, or for the middle and the sides.");
        }
        List<BandFit> curves = new ArrayList<>();
        for (int channel = there[0] ? 0 : 1; channel < (there[0] ? 1 : 3); channel++) {
            curves.add(new BandFit(levels[channel], bands.get(channel), 0));
        }
        return new EqBands(curves);
    }

    private static BandFit.One band(String[] cells, double gain) {
        double hertz = Double.parseDouble(cells[2]);
        double quality = Double.parseDouble(cells[4]);
        for (BandType type : BandType.values()) {
            if (word(type).equals(cells[1]) && hertz > 0 && hertz < 1e5 && quality >= 0.05 && quality <= 40) {
                return new BandFit.One(type, hertz, gain, quality);
            }
        }
        throw new NumberFormatException();
    }

    private static String word(BandType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words() {
        List<String> words = new ArrayList<>();
        for (BandType type : BandType.values()) {
            words.add(word(type));
        }
        return String.join(", ", words);
    }
}
