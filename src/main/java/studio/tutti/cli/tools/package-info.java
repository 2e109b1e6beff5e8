/** The four audio tools, the limiter, the meter and the mastering chain as commands. */
@NullMarked
package studio.tutti.cli.tools;

import org.jspecify.annotations.NullMarked;
