/** One copy of a song that follows the order of all edits, with one's own edits applied at once on top, and undo for one person. */
@NullMarked
package studio.tutti.core.replica;

import org.jspecify.annotations.NullMarked;
