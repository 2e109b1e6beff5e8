package studio.tutti.exchange;

import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.Encoding;

/**
 * What is to be bounced.
 *
 * @param link the song's
 * @param revision of the song
 * @param encoding of the files
 * @param rate frames a second
 * @param firstBar from 1; 0 for the whole song
 * @param lastBar itself included; 0 for the whole song
 * @param mix whether the mix is wanted
 * @param stems whether each track's stem is
 */
public record BounceOrder(String link, long revision, Encoding encoding, int rate, int firstBar, int lastBar, boolean mix, boolean stems) {

    /** The kind of its jobs. */
    public static final String KIND = "bounce";

    /** @throws IllegalArgumentException with a sentence for whoever ordered it */
    public BounceOrder {
        if (rate < AudioFile.LOWEST_RATE || rate > AudioFile.HIGHEST_RATE) {
            throw new IllegalArgumentException("The rate is between 8000 and 192000 Hz.");
        }
        if (encoding == Encoding.OPUS && rate != 48_000) {
            throw new IllegalArgumentException("Opus is written at 48 kHz only.");
        }
        if ((firstBar != 0 || lastBar != 0) && (firstBar < 1 || lastBar < firstBar)) {
            throw new IllegalArgumentException("Bars are counted from 1 and given as A-B with A not above B.");
        }
        if (!mix && !stems) {
            throw new IllegalArgumentException("Choose the mix, the stems or both.");
        }
    }

    /** Whether only some bars are wanted. */
    public boolean isPart() {
        return firstBar > 0;
    }

    /**
     * Reads bars as people write them.
     *
     * @param text "A-B" or "A"; null or blank for the whole song
     * @return the first and the last bar; both 0 for the whole song
     * @throws IllegalArgumentException with a sentence, if it is neither
     */
    public static int[] bars(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new int[] {0, 0};
        }
        String[] ends = text.split("[-–]", -1);
        try {
            int first = Integer.parseInt(ends[0].strip());
            int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
            if (ends.length <= 2 && first >= 1 && last >= first) {
                return new int[] {first, last};
            }
        } catch (NumberFormatException mistake) {
            // said below
        }
        throw new IllegalArgumentException("Bars are given as A-B, counted from 1: " + text + " is not.");
    }
}
