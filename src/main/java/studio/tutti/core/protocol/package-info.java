/** The messages between page and server, and the compact binary forms of edits and snapshots. Described in docs/protocol.md. */
@NullMarked
package studio.tutti.core.protocol;

import org.jspecify.annotations.NullMarked;
