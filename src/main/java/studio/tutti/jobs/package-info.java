/**
 * Work on request, done by any node with the role {@code worker}: a job is a row in the store; Hazelcast only wakes.
 *
 * <p>The invariant: a job ends once. A worker holds a job by its attempt, for as long as it renews its lease; when it dies, another takes
 * the job over as the next attempt, and what an earlier attempt still says is not written.
 */
@NullMarked
package studio.tutti.jobs;

import org.jspecify.annotations.NullMarked;
