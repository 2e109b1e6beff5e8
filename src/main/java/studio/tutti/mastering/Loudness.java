package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.dsp.LoudnessMeter;
import studio.tutti.core.dsp.TruePeak;

/**
 * How loud a recording is, after Rec. ITU-R BS.1770-4 and EBU R 128; {@link LoudnessMeter#NONE} where there is nothing to tell.
 *
 * @param integrated of the whole, gated, in LUFS
 * @param momentary the highest of 400 ms, in LUFS
 * @param shortTerm the highest of 3 s, in LUFS
 * @param range loudness range in LU (EBU Tech 3342)
 * @param truePeak the highest of any channel, the low-frequency one too, in dBTP
 */
public record Loudness(double integrated, double momentary, double shortTerm, double range, double truePeak) {

    private static final int BLOCK = 4096;
    private static final double SURROUND = 1.41;

    /** Listens to a whole recording of 1 to 6 channels: mono, stereo, L R C, L R Ls Rs, L R C Ls Rs, L R C LFE Ls Rs. */
    public static Loudness of(Recording recording) throws IOException {
        return of(recording, true);
    }

    /** @param looked whether true peaks are looked for, which takes most of the time */
    static Loudness of(Recording recording, boolean looked) throws IOException {
        int channels = recording.channels();
        int[] heard = channels == 6 ? new int[] {0, 1, 2, 4, 5} : first(channels);
        double[][] sound = new double[channels][BLOCK];
        double[][] weighted = new double[heard.length][];
        for (int i = 0; i < heard.length; i++) {
            weighted[i] = sound[heard[i]];
        }
        LoudnessMeter meter = new LoudnessMeter(recording.rate(), weights(heard.length));
        TruePeak[] peaks = new TruePeak[looked ? channels : 0];
        Arrays.setAll(peaks, channel -> new TruePeak());
        double peak = 0;
        try (AudioSource source = recording.play()) {
            float[][] block = new float[channels][BLOCK];
            int some;
            while ((some = source.read(block, 0, BLOCK)) > 0) {
                for (int channel = 0; channel < channels; channel++) {
                    for (int i = 0; i < some; i++) {
                        sound[channel][i] = block[channel][i];
                    }
                }
                meter.hear(weighted, 0, some);
                for (int channel = 0; channel < peaks.length; channel++) {
                    peak = highest(peaks[channel], sound[channel], some, peak);
                }
            }
        }
        double[] silence = new double[2 * TruePeak.DELAY]; // what lies between the last frames comes late
        for (TruePeak each : peaks) {
            peak = highest(each, silence, silence.length, peak);
        }
        return new Loudness(meter.integrated(), meter.mostMomentary(), meter.mostShortTerm(), meter.range(),
                peak < 1e-10 ? LoudnessMeter.NONE : 20 * Math.log10(peak));
    }

    /** Only what may be higher than all before is looked at closely. */
    private static double highest(TruePeak look, double[] sound, int count, double before) {
        double highest = before;
        for (int i = 0; i < count; i++) {
            double now = look.next(sound[i], highest);
            highest = now > highest ? now : highest;
        }
        return highest;
    }

    private static int[] first(int channels) {
        int[] all = new int[channels];
        for (int i = 0; i < channels; i++) {
            all[i] = i;
        }
        return all;
    }

    private static double[] weights(int channels) {
        return switch (channels) {
            case 1 -> new double[] {1};
            case 2 -> new double[] {1, 1};
            case 3 -> new double[] {1, 1, 1};
            case 4 -> new double[] {1, 1, SURROUND, SURROUND};
            case 5 -> new double[] {1, 1, 1, SURROUND, SURROUND};
            default -> throw new IllegalArgumentException("Loudness is measured of up to 5.1 channels.");
        };
    }
}
