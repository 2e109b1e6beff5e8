/** Time and pitch: ticks, tempo and metre maps, keys, chords. 960 ticks make a quarter note. */
@NullMarked
package studio.tutti.core.music;

import org.jspecify.annotations.NullMarked;
