/** How Flow Machines learn and sample: context graphs, trellises, and the layers made of them. */
@NullMarked
package studio.tutti.assistant.flowmachines.internal;

import org.jspecify.annotations.NullMarked;
