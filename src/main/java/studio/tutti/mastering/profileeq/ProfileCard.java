package studio.tutti.mastering.profileeq;

import java.util.List;

/**
 * Where a profile comes from.
 *
 * @param sounds how many sounds it was made of: pieces of drums, instruments, tracks or mixes
 * @param rendered how many of them were played by the studio's own engine with its SoundFont, and not recorded
 * @param method how median and spread were found, in a sentence or some
 * @param sources what the sounds are from
 */
public record ProfileCard(int sounds, int rendered, String method, List<Source> sources) {

    public ProfileCard {
        sources = List.copyOf(sources);
    }

    /**
     * Sounds of one licence and one credit line.
     *
     * @param licence an SPDX name or what the source says
     * @param credit whom to name
     * @param sounds how many of the profile's sounds are from it
     */
    public record Source(String licence, String credit, int sounds) {}
}
