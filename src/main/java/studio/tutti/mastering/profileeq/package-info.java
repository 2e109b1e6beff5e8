/** Profile EQ: brings a recording's spectrum to that of a profile or of another recording, or sets it by given gains. */
@NullMarked
@NamedInterface("profileeq")
package studio.tutti.mastering.profileeq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
