/**
 * What all assistants have in common: an {@link studio.tutti.assistant.Assistant} says what it offers, is handed an
 * {@link studio.tutti.assistant.Ask} and gives takes to a {@link studio.tutti.assistant.TakeSink}. Each assistant is a bean of a package of
 * its own below this one. None of them applies anything: its takes go to the tray (docs/proposals.md).
 */
@NullMarked
package studio.tutti.assistant;

import org.jspecify.annotations.NullMarked;
