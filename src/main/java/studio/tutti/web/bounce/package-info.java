/** Jobs and bounces for scripts, under /api, and the files that they made. */
@NullMarked
package studio.tutti.web.bounce;

import org.jspecify.annotations.NullMarked;
