/** One recording across the keys. docs/instruments.md says what each parameter does. */
@NullMarked
package studio.tutti.core.instrument.sampler;

import org.jspecify.annotations.NullMarked;
