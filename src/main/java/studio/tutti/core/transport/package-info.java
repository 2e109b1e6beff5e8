/** A transport that several people share: what time it is at the server, where the song is then, how one stays with it. */
@NullMarked
package studio.tutti.core.transport;

import org.jspecify.annotations.NullMarked;
