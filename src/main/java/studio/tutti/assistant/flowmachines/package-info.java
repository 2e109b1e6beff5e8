/**
 * Flow Machines: chords, melody and bass in a style, under constraints. docs/flow-machines.md says how.
 *
 * <p>The invariant: what comes out keeps every constraint that was asked for, or nothing comes out and the constraints that clash are
 * named. A palette, a request and a seed give the same notes everywhere.
 */
@NamedInterface("flowmachines")
@NullMarked
package studio.tutti.assistant.flowmachines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
