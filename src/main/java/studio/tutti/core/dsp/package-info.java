/**
 * Signal processing on plain arrays: functions, units, filters, interpolation.
 *
 * <p>Everything here gives the same bits on the JVM, as WebAssembly and as JavaScript: arithmetic is
 * {@code double}, built from {@code + - * /} and {@code sqrt} only, which IEEE 754 defines to the last
 * bit. {@link studio.tutti.core.dsp.Functions} is the one place in {@code core} that computes sines,
 * exponentials and logarithms.
 *
 * <p>TeaVM 0.15 prints {@code a * (b / c)}, {@code a * (b * c)} and {@code a + (b + c)} to JavaScript without the parentheses, also where
 * they come from a method or a variable that it inlined. Where the last bit matters, what is computed first stands on the left:
 * {@code b / c * a}.
 */
@NullMarked
package studio.tutti.core.dsp;

import org.jspecify.annotations.NullMarked;
