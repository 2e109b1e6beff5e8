/** Recordings on keys: drum kits, and loops cut into pieces. docs/instruments.md says what each number does. */
@NullMarked
package studio.tutti.core.instrument.drumkit;

import org.jspecify.annotations.NullMarked;
