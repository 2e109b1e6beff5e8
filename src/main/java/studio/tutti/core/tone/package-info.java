/**
 * The rules of the four audio tools: how curves are made out of spectra. Both forms of a tool, the live one in the mixer and the offline one
 * in {@code mastering}, follow the same.
 *
 * <p>Spectra are powers at bins 0 … half, bin k at k times a step in Hz; curves are factors at the same bins. Analysis, not
 * the block: these allocate.
 */
@NullMarked
package studio.tutti.core.tone;

import org.jspecify.annotations.NullMarked;
