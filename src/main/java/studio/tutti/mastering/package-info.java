/**
 * The four audio tools and the chain that finishes a song, in their offline form. docs/audio-tools.md says how.
 *
 * <p>The invariant: a tool listens to a whole {@link studio.tutti.mastering.Recording} first, as often as it likes, and what it makes
 * is a recording again, of the same length, that is played block by block; nothing ever holds a whole recording in memory. The rules
 * that make curves out of spectra live in {@code core.tone}, so that the live form has the same.
 */
@NullMarked
package studio.tutti.mastering;

import org.jspecify.annotations.NullMarked;
