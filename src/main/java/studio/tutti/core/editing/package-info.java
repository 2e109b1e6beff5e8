/** Gestures as operations: what drawing a note, moving a clip or adding a track means for the arrangement. */
@NullMarked
package studio.tutti.core.editing;

import org.jspecify.annotations.NullMarked;
