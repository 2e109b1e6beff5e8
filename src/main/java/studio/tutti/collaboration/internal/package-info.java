/** How collaboration works; nobody outside sees it. */
@NullMarked
package studio.tutti.collaboration.internal;

import org.jspecify.annotations.NullMarked;
