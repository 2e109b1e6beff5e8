/**
 * Signal processing on plain arrays: functions, units, filters, interpolation.
 *
 * <p>Everything here gives the same bits on the JVM, as WebAssembly and as JavaScript: arithmetic is
 * {@code double}, built from {@code + - * /} and {@code sqrt} only, which IEEE 754 defines to the last
 * bit. {@link studio.tutti.core.dsp.Functions} is the one place in {@code core} that computes sines,
 * exponentials and logarithms.
 */
@NullMarked
package studio.tutti.core.dsp;

import org.jspecify.annotations.NullMarked;
