/**
 * People, and the songs they keep at hand. Until accounts come a person is one browser: it holds a random secret, and
 * the person's id is a hash of it, so that neither can be guessed from the other.
 */
@NullMarked
package studio.tutti.account;

import org.jspecify.annotations.NullMarked;
