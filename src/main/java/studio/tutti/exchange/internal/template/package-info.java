/** Songs to begin with, made by the gestures that people have. */
@NullMarked
package studio.tutti.exchange.internal.template;

import org.jspecify.annotations.NullMarked;
