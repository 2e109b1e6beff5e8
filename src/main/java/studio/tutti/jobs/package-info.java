/**
 * Work on request, done by any node with the role {@code worker}: a job is a row in the store; Hazelcast only wakes.
 *
 * <p>The invariant: a job ends once. A worker holds a job by its attempt, for as long as it renews its lease; when it dies, another takes
 * the job over as the next attempt, and what an earlier attempt still says is not written.
 *
 * <p>A job may be live: it is told things while it runs, says what it has as it comes, and goes on until it is stopped.
 */
@NullMarked
package studio.tutti.jobs;

import org.jspecify.annotations.NullMarked;
