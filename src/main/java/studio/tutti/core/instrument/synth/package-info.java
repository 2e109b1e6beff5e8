/** The subtractive synthesiser. docs/instruments.md says what each parameter does, and with which figures. */
@NullMarked
package studio.tutti.core.instrument.synth;

import org.jspecify.annotations.NullMarked;
