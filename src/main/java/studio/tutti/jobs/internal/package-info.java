/** The rows of jobs, and the workers of this node. */
@NullMarked
package studio.tutti.jobs.internal;

import org.jspecify.annotations.NullMarked;
