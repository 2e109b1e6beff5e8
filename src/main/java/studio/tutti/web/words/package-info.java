/** What the pages that the server draws say, in the person's language. */
@NullMarked
package studio.tutti.web.words;

import org.jspecify.annotations.NullMarked;
