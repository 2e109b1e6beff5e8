/**
 * Links to listen by: whoever has one hears one version of a song, may say something at a place of it and take the sound home, and can't see or
 * change anything else. Revoking a link ends all that.
 */
@NullMarked
package studio.tutti.share;

import org.jspecify.annotations.NullMarked;
