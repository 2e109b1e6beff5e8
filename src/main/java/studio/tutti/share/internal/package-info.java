/** The rows of links, and the work that makes their sound. */
@NullMarked
package studio.tutti.share.internal;

import org.jspecify.annotations.NullMarked;
