/**
 * What lies in the tray: proposals with their cards and takes, what an assistant offers and what can be set about it, how a take is laid
 * into a song, heard before it is accepted, and when it is stale. Described in docs/proposals.md.
 */
@NullMarked
package studio.tutti.core.proposal;

import org.jspecify.annotations.NullMarked;
