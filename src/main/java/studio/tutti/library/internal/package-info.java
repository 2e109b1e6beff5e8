/** How a SoundFont's file is laid out. */
@NullMarked
package studio.tutti.library.internal;

import org.jspecify.annotations.NullMarked;
