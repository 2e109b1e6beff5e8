/**
 * From an arrangement to blocks of sound: the score (an arrangement compiled to frames), the transport, the mixer.
 *
 * <p>An {@link studio.tutti.core.engine.Engine} knows no arrangement. It is handed a {@link studio.tutti.core.engine.Score},
 * which {@link studio.tutti.core.engine.ScoreCompiler} makes, on the page for the audio worklet and on the server for a
 * bounce; so both play the same numbers.
 *
 * <p>Everything is rendered in cells of 64 frames counted from where the engine began, and copied out from there: what
 * is heard does not depend on the size of the blocks asked for.
 */
@NullMarked
package studio.tutti.core.engine;

import org.jspecify.annotations.NullMarked;
