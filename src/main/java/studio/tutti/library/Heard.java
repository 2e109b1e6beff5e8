package studio.tutti.library;

/**
 * What can be heard of a file that is on its way.
 *
 * @param rate frames a second
 * @param channels 1 or 2
 * @param frames of the whole file
 * @param ready frames from its beginning that are here
 */
public record Heard(int rate, int channels, int frames, int ready) {}
