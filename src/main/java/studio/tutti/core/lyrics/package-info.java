/** The words of a song: syllables, the notes they are sung on, and the lines that people read. */
@NullMarked
package studio.tutti.core.lyrics;

import org.jspecify.annotations.NullMarked;
