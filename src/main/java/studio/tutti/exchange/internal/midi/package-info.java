/**
 * Standard MIDI Files 1.0 (MIDI Manufacturers Association, RP-001): bytes to messages to operations on a song, and back.
 *
 * <p>The reader is our own rather than {@code javax.sound.midi}, because that one believes the lengths a file claims, keeps
 * an object for each message and has no sentence for people. The tests hold the two against each other.
 */
@NullMarked
package studio.tutti.exchange.internal.midi;

import org.jspecify.annotations.NullMarked;
