/**
 * Instruments: presets of sampled zones as SoundFont 2.04 defines them, and the sampler that plays them.
 *
 * <p>Samples stay 16-bit. The sampler renders cells of {@value studio.tutti.core.instrument.Sampler#CELL} frames in
 * {@code double} arithmetic, allocates nothing once built, and gives the same bits on the JVM and in the browser.
 */
@NullMarked
package studio.tutti.core.instrument;

import org.jspecify.annotations.NullMarked;
