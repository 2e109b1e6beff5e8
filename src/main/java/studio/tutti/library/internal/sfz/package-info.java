/** SFZ kits: their archive, their text, and the zones that their regions are. */
@NullMarked
package studio.tutti.library.internal.sfz;

import org.jspecify.annotations.NullMarked;
