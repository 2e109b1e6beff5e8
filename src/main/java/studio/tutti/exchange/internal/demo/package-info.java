/** Prepares the demo song: a plain MIDI file becomes a song with named tracks, a mix, sections, chords and clips. */
@NullMarked
package studio.tutti.exchange.internal.demo;

import org.jspecify.annotations.NullMarked;
