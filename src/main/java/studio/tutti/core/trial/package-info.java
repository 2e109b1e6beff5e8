/** Puts the core to the proof: random edits from a seed, the same on every machine and in every build. */
@NullMarked
package studio.tutti.core.trial;

import org.jspecify.annotations.NullMarked;
