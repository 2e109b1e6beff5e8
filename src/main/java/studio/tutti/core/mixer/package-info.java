/**
 * The mixer as a song says it: the inserts of its strips with the values of their parameters, its sends, and how sound flows
 * from strip to strip. A strip is a track of any type, or the song itself, which is the master.
 *
 * <p>Gestures ask here what would make a circle, the score's compiler what is to be played; so both judge alike.
 */
@NullMarked
package studio.tutti.core.mixer;

import org.jspecify.annotations.NullMarked;
