/** Songs as files: Standard MIDI Files, MusicXML and the studio's own {@code .tutti}, in and out, and the demo song. */
@NullMarked
package studio.tutti.exchange;

import org.jspecify.annotations.NullMarked;
