/** Where media lie, how sound is made of them, and what is drawn of it. */
@NullMarked
package studio.tutti.library.internal.media;

import org.jspecify.annotations.NullMarked;
