/** The start page: the songs that this browser made or opened. */
@NullMarked
package studio.tutti.web.start;

import org.jspecify.annotations.NullMarked;
