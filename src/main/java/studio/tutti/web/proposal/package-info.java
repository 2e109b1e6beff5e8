/** The tray for scripts, under /api. */
@NullMarked
package studio.tutti.web.proposal;

import org.jspecify.annotations.NullMarked;
