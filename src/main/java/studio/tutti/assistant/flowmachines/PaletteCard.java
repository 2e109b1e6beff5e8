package studio.tutti.assistant.flowmachines;

import java.util.List;

/**
 * What is said of a palette.
 *
 * @param name short, for commands: lower-case letters, digits and hyphens
 * @param title for people
 * @param description a sentence or two: which songs, what is special, what can't be had of it
 * @param sources where its songs come from
 * @param release whether what is made with it may be released commercially, as far as the palette goes
 * @param melodyFrom name of the palette whose melodies and rhythms are used, because this one has chords only; empty if it has its own
 * @param bassFrom name of the palette whose bass lines are used; empty if it has its own
 */
public record PaletteCard(
        String name, String title, String description, List<PaletteSource> sources, boolean release, String melodyFrom, String bassFrom) {

    public PaletteCard {
        sources = List.copyOf(sources);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("A palette's name is made of lower-case letters, digits and hyphens.");
        }
    }
}
