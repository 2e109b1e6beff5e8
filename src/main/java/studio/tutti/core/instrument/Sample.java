package studio.tutti.core.instrument;

/**
 * A recording: 16-bit mono sound with the loop and the pitch it was made at.
 *
 * @param name what the SoundFont calls it
 * @param pcm the sound, −32,768 … 32,767; shared, not copied, and never changed once played
 * @param rate frames a second, 400 … 192,000
 * @param loopStart first frame of the loop, in frames from the start of {@code pcm}
 * @param loopEnd the frame after the loop's last; not above {@code pcm.length}. No loop where it is not above
 *     {@code loopStart}
 * @param rootKey the MIDI key at which the recording sounds at its own pitch, 0 … 127
 * @param correction cents to add to the pitch, −99 … 99
 */
public record Sample(String name, short[] pcm, int rate, int loopStart, int loopEnd, int rootKey, int correction) {

    public Sample {
        if (rate < 400 || rate > 192_000) {
            throw new IllegalArgumentException("A sample of " + rate + " frames a second can't be played.");
        }
        if (loopStart < 0 || loopEnd > pcm.length) {
            throw new IllegalArgumentException("The loop of sample " + name + " lies outside its sound.");
        }
        if (rootKey < 0 || rootKey > 127) {
            throw new IllegalArgumentException("The root key of sample " + name + " is not a MIDI key.");
        }
    }

    /** Frames of sound. */
    public int length() {
        return pcm.length;
    }
}
