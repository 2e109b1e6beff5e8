/**
 * HTTPS for the other devices of the house. Browsers give sound, microphones and MIDI to secure origins only, so the
 * studio is its own certificate authority: a device trusts its root once, on the page {@code /trust}.
 */
@NamedInterface("trust")
@NullMarked
package studio.tutti.web.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
