/** The edit socket: what pages and the server say to each other as binary frames. See docs/protocol.md. */
@NullMarked
package studio.tutti.web.socket;

import org.jspecify.annotations.NullMarked;
