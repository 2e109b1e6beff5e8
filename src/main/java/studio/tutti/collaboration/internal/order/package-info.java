/**
 * The order of each song: its sequencer on the node that owns the song's key, the group commit that makes edits exist,
 * and the way to it from every node.
 *
 * <p>The append to the store is the moment an edit exists. Verdicts leave in the order in which edits came.
 */
@NullMarked
package studio.tutti.collaboration.internal.order;

import org.jspecify.annotations.NullMarked;
