/**
 * Finished sound, made by workers: the song's masters, which lie in the tray until the band decides (docs/proposals.md), and the audio tools as jobs (docs/audio-tools.md).
 */
@NullMarked
package studio.tutti.finishing;

import org.jspecify.annotations.NullMarked;
