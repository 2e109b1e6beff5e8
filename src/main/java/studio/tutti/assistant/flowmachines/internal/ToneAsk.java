package studio.tutti.assistant.flowmachines.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of {@link Tones}.
 *
 * @param length for each step its length in slots
 * @param weight for each step and symbol a factor; 0 forbids
 * @param left symbols before the first step, the last last; empty at a beginning
 * @param leftLength their lengths
 * @param right symbols after the last step that stand already
 * @param rightLength their lengths
 * @param ended whether the song is over then
 * @param most the longest run that may be copied, 0 if any
 * @param odds how much the model strays, 1 as it has learned
 * @param standing for what is left, the steps and what is right whether it is kept: a run of these alone is not counted as a copy; null if nothing is
 */
public record ToneAsk(
        int[] length, double[][] weight, StepTrellis.@Nullable Pair pair, int[] left, int[] leftLength, int[] right, int[] rightLength,
        boolean ended, int most, double odds, boolean @Nullable [] standing) {

    /** One that keeps nothing. */
    public ToneAsk(int[] length, double[][] weight, StepTrellis.@Nullable Pair pair, int[] left, int[] leftLength, int[] right, int[] rightLength,
            boolean ended, int most, double odds) {
        this(length, weight, pair, left, leftLength, right, rightLength, ended, most, odds, null);
    }

    /** Steps to draw. */
    public int steps() {
        return length.length;
    }
}
