package studio.tutti.library;

/**
 * A file that songs use, and the sound in it.
 *
 * @param hash SHA-256 of the file, in lower-case hexadecimal
 * @param name what it was called when it came
 * @param size bytes of the file
 * @param rate frames a second of its sound; 0 if it was not taken in as sound
 * @param channels 1 or 2; 0 if it was not taken in as sound
 * @param frames of its sound
 */
public record Medium(String hash, String name, long size, int rate, int channels, int frames) {

    /** Whether it was taken in as sound. */
    public boolean isSound() {
        return rate > 0;
    }
}
