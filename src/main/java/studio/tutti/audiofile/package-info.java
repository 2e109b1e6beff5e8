/**
 * Sound as files: WAV, AIFF, FLAC, MP3, Ogg Vorbis and Opus read as streams of float blocks; WAV, FLAC and Opus written.
 *
 * <p>What a file is, its first bytes say, not its name. A file that is broken, cut off or no sound is refused with one sentence
 * ({@link studio.tutti.audiofile.AudioRefused}); nothing is allocated on the word of a length field.
 */
@NullMarked
package studio.tutti.audiofile;

import org.jspecify.annotations.NullMarked;
