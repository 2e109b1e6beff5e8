/** Small pictures of whole songs, drawn on the server. */
@NullMarked
package studio.tutti.web.picture;

import org.jspecify.annotations.NullMarked;
