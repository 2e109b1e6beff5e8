/** The formats, one class for each way in or out. */
@NullMarked
package studio.tutti.audiofile.internal;

import org.jspecify.annotations.NullMarked;
