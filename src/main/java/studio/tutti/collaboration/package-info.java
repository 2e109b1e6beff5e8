/**
 * Songs that several people write together: the log of each song and its order, the rooms with the people in them, the
 * conversation beside the music, and versions to look at and go back to.
 *
 * <p>The invariant: an edit exists from the moment it is in the store, exactly once, at one revision; nobody is told
 * before, and everybody applies the edits in that order. See docs/protocol.md.
 */
@NullMarked
package studio.tutti.collaboration;

import org.jspecify.annotations.NullMarked;
