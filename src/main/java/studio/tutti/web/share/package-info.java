/** The page to listen by, for whoever has the link: plain HTML and a small script, so that any phone opens it at once. */
@NullMarked
package studio.tutti.web.share;

import org.jspecify.annotations.NullMarked;
