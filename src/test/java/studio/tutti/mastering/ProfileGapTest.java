package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.tone.ProfileGap;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.profileeq.Profile;

@DisplayName("What is missing to a profile")
class ProfileGapTest {

    private final double[] missing = new double[ThirdOctaves.BANDS];

    @ParameterizedTest
    @ValueSource(strings = {"bass", "kick"})
    @DisplayName("is nothing where the kind of sound has next to nothing, whatever sounds there, and the rest lies at the level of what counts")
    void nextToNothing(String name) {
        Profile profile = Profile.named(name);
        double highest = Arrays.stream(profile.median()).max().orElseThrow();
        double[] levels = profile.median().clone();
        int low = 0;
        for (int band = 0; band < levels.length; band++) {
            if (levels[band] <= highest - 50) {
                levels[band] = highest - 10;
                low++;
            } else {
                levels[band] += 7;
            }
        }
        assertThat(low).as("bands that the profile hardly has").isPositive();
        ProfileGap gap = new ProfileGap();
        gap.find(levels, profile.median(), profile.spread(), missing);
        assertThat(gap.level).isCloseTo(7, within(1e-9));
        for (double each : missing) {
            assertThat(each).isCloseTo(0, within(1e-9));
        }
    }
}
