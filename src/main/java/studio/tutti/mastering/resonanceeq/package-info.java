/** Resonance EQ: takes resonances away, or brings them out. */
@NullMarked
@NamedInterface("resonanceeq")
package studio.tutti.mastering.resonanceeq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
