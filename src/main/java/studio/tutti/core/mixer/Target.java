package studio.tutti.core.mixer;

import studio.tutti.core.arrangement.Element;
import studio.tutti.core.effect.Parameter;

/**
 * Something that automation can move.
 *
 * @param owner what its lanes lie in: a track, the song for the master, a send or a device
 * @param parameter its name, by which lanes know it, and its range
 * @param place the parameter's place in its effect's list; {@link #VOLUME} or {@link #PAN} of anything else
 */
public record Target(Element owner, Parameter parameter, int place) {

    /** The place of a volume, in hundredths of a dB. */
    public static final int VOLUME = -1;
    /** The place of a pan, −1,000 … 1,000. */
    public static final int PAN = -2;

    public String name() {
        return parameter.name();
    }
}
