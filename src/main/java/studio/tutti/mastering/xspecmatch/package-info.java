/** XSpecMatch: brings a recording's spectrum to another's as it changes in time. */
@NullMarked
@NamedInterface("xspecmatch")
package studio.tutti.mastering.xspecmatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
