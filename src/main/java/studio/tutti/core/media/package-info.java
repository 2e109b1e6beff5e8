/**
 * Recorded sound as the engine plays it: 16-bit samples at the recording's own rate, known by what the file's hash begins
 * with, arriving in blocks.
 */
@NullMarked
package studio.tutti.core.media;

import org.jspecify.annotations.NullMarked;
