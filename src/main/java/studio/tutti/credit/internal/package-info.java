/** How credits are read from the log. */
@NullMarked
package studio.tutti.credit.internal;

import org.jspecify.annotations.NullMarked;
