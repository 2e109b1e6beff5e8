package studio.tutti.mastering.profileeq;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import studio.tutti.core.tone.ThirdOctaves;

/**
 * A profile that comes along, as it lies in its file and as pages get it.
 *
 * @param name for requests and the command line
 * @param title for people
 * @param description what it is of, in a sentence
 * @param card where it comes from
 * @param hertz middles of the third octaves from 20 Hz to 20 kHz, in Hz
 * @param median levels in dB, so that the whole has 0 dB under the K-weighting of BS.1770
 * @param spread how far sounds stray from the median, in dB
 */
@JsonPropertyOrder({"name", "title", "description", "card", "frequencies_hz", "median_db", "spread_db"})
public record ShippedProfile(String name, String title, String description, ProfileCard card,
        @JsonProperty("frequencies_hz") double[] hertz, @JsonProperty("median_db") double[] median, @JsonProperty("spread_db") double[] spread) {

    /** @throws IllegalArgumentException if it hasn't as many numbers as there are third octaves, or a spread below 0 */
    public ShippedProfile {
        boolean whole = hertz.length == ThirdOctaves.BANDS && median.length == ThirdOctaves.BANDS && spread.length == ThirdOctaves.BANDS;
        for (int band = 0; whole && band < spread.length; band++) {
            whole = spread[band] >= 0 && Math.abs(median[band]) < 300;
        }
        if (!whole) {
            throw new IllegalArgumentException("A profile has " + ThirdOctaves.BANDS + " frequencies, levels and spreads, these not below 0.");
        }
    }

    /** What a match needs of it. */
    public Profile profile() {
        return new Profile(name, median, spread);
    }
}
