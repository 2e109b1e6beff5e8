/** Makes the library of loops and sounds from the data packs. */
@NullMarked
package studio.tutti.cli.library;

import org.jspecify.annotations.NullMarked;
