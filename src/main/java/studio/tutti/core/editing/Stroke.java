package studio.tutti.core.editing;

/**
 * A note to be drawn; values out of range are brought into it.
 *
 * @param start in ticks of the content
 * @param length in ticks
 * @param pitch MIDI key, 0 to 127
 * @param velocity 1 to 127
 */
public record Stroke(long start, long length, int pitch, int velocity) {}
