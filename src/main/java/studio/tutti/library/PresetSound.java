package studio.tutti.library;

/**
 * A preset as browsers load it.
 *
 * @param tag {@link Instruments#tag}
 * @param packed gzip of: the number of integers of the head, these integers ({@link
 *     studio.tutti.core.instrument.PresetHead}), then the samples' sound ({@link studio.tutti.core.instrument.SoundCoding}
 *     in blocks); integers are little-endian. Not to be changed
 */
public record PresetSound(String tag, byte[] packed) {
}
