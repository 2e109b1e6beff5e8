/**
 * MusicXML 4.0 (W3C Music Notation Community Group, 2021) in and out, {@code .musicxml} and zipped {@code .mxl}. Measures are
 * read one at a time, so that a large file costs little, and nothing outside of the file is ever loaded.
 */
@NullMarked
package studio.tutti.exchange.internal.musicxml;

import org.jspecify.annotations.NullMarked;
