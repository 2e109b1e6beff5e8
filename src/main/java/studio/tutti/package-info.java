/** Tutti: a studio in the browser where several people write one piece of music together. */
@NullMarked
package studio.tutti;

import org.jspecify.annotations.NullMarked;
