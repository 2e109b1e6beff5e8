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
 */
public record ToneAsk(
        int[] length, double[][] weight, StepTrellis.@Nullable Pair pair, int[] left, int[] leftLength, int[] right, int[] rightLength,
        boolean ended, int most, double odds) {

    /** Steps to draw. */
    public int steps() {
        return length.length;
    }
}
