/**
 * Sounds and media that songs use: SoundFonts read and decoded once on the server, presets handed to browsers.
 *
 * <p>A file that is broken or too large is refused with one sentence ({@link studio.tutti.library.BrokenSoundFont}); nothing
 * is allocated on the word of a length field.
 */
@NullMarked
package studio.tutti.library;

import org.jspecify.annotations.NullMarked;
