/** The manner of all pages: the shell around them, icons, words and notices. */
@NullMarked
package studio.tutti.web.look;

import org.jspecify.annotations.NullMarked;
