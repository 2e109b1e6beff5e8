/** Multiband Phase: aligns the phase of one channel or track to another's, band by band. */
@NullMarked
@NamedInterface("multibandphase")
package studio.tutti.mastering.multibandphase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
