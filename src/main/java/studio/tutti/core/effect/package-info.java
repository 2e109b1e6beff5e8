/**
 * Inserts: equaliser, compressor, limiter, saturation, chorus, delay, reverb, utility, with their parameters and presets.
 *
 * <p>An {@link studio.tutti.core.effect.Effect} changes a stereo sound in place. It allocates in
 * {@link studio.tutti.core.effect.Effect#prepare} only, gives the same bits on the JVM and in the browser, and does not
 * depend on the size of the blocks it is given. docs/effects.md says what each computes, and with which figures.
 */
@NullMarked
package studio.tutti.core.effect;

import org.jspecify.annotations.NullMarked;
