/** {@code tutti evaluate}: what the studio achieves on the data packs, one class a thing that is measured. */
@NullMarked
package studio.tutti.cli.evaluate;

import org.jspecify.annotations.NullMarked;
