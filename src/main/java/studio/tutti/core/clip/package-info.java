/** What a clip lets sound: the window onto its content, the turns of its loop, drums that repeat by themselves, the grid it is heard on. */
@NullMarked
package studio.tutti.core.clip;

import org.jspecify.annotations.NullMarked;
