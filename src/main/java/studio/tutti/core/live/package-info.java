/** Hearing others play: what hands did, told to the room, and when it sounds there. */
@NullMarked
package studio.tutti.core.live;

import org.jspecify.annotations.NullMarked;
