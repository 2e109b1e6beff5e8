/**
 * The trays beside songs: what assistants and people propose, what others think of it, and accepting it (docs/proposals.md).
 *
 * <p>The invariant: a proposal never changes the song; accepting a take is one ordinary edit, and of two people who accept one wins.
 */
@NullMarked
package studio.tutti.proposal;

import org.jspecify.annotations.NullMarked;
