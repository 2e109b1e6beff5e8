/** What reading and writing songs shares. */
@NullMarked
package studio.tutti.exchange.internal;

import org.jspecify.annotations.NullMarked;
