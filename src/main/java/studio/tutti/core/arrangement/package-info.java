/** What a song contains, and the operations that change it. The same classes validate on the server and answer at once on the page. */
@NullMarked
package studio.tutti.core.arrangement;

import org.jspecify.annotations.NullMarked;
