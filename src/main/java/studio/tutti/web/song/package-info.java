/** One song: the frame of the studio and the panels that the shell puts into it. */
@NullMarked
package studio.tutti.web.song;

import org.jspecify.annotations.NullMarked;
