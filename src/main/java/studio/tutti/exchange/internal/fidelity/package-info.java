/**
 * Measures what a MIDI file keeps on its way through the studio. The files are read here with {@code javax.sound.midi}, so that
 * our own reader is held against somebody else's.
 */
@NullMarked
package studio.tutti.exchange.internal.fidelity;

import org.jspecify.annotations.NullMarked;
