/** The studio's capabilities without a browser: one picocli command a class. */
@NullMarked
package studio.tutti.cli;

import org.jspecify.annotations.NullMarked;
