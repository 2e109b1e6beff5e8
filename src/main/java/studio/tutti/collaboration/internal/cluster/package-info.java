/** The nodes together: one Hazelcast member in each, joined by address, and what they tell one another. */
@NullMarked
package studio.tutti.collaboration.internal.cluster;

import org.jspecify.annotations.NullMarked;
