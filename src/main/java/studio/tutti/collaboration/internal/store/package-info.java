/** What survives: songs, their logs, snapshots, versions and conversations, in H2 or PostgreSQL. */
@NullMarked
package studio.tutti.collaboration.internal.store;

import org.jspecify.annotations.NullMarked;
