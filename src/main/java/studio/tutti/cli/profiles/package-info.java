/** {@code tutti profiles}: profiles of kinds of sound, made of the data packs. */
@NullMarked
package studio.tutti.cli.profiles;

import org.jspecify.annotations.NullMarked;
