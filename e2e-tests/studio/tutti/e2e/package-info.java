/** Real browsers against the real application; run by failsafe after the whole is built. */
@NullMarked
package studio.tutti.e2e;

import org.jspecify.annotations.NullMarked;
