package studio.tutti.core.proposal;

/**
 * What may be done with what an assistant makes.
 *
 * @param commercial whether its output may be released commercially
 * @param credit what must be named wherever the song goes, a line each; empty for nothing
 * @param words the same in a sentence for people
 */
public record Rights(boolean commercial, String credit, String words) {

    /** The longest credit and the longest sentence, in UTF-16 units. */
    public static final int LONGEST = 1_000;

    /** Of what a person made by themselves. */
    public static final Rights OWN = new Rights(true, "", "It belongs to the person who made it.");

    public Rights {
        if (credit.length() > LONGEST || words.length() > LONGEST) {
            throw new IllegalArgumentException("Rights are said in at most " + LONGEST + " characters.");
        }
    }
}
