/**
 * What was played by hand, and when: messages with the time at which hands moved become notes and controllers at the ticks
 * of the song that was heard at that time.
 */
@NullMarked
package studio.tutti.core.recording;

import org.jspecify.annotations.NullMarked;
