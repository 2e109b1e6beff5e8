/** The rows of trays, the jobs that fill them, and accepting. */
@NullMarked
package studio.tutti.proposal.internal;

import org.jspecify.annotations.NullMarked;
