package studio.tutti.web.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.tutti.mastering.profileeq.ShippedProfile;
import studio.tutti.mastering.profileeq.ShippedProfiles;

/** The profiles of kinds of sound that come along. */
@RestController
@RequestMapping("/api/profiles")
class ProfilesApi {

    /**
     * All profiles with their cards: levels and spreads by third octaves, in dB, and where they come from. Levels are relative: their sum under
     * the K-weighting is 0 dB.
     */
    @GetMapping
    List<ShippedProfile> all() {
        return ShippedProfiles.all();
    }
}
