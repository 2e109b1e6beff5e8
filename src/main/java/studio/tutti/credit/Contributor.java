package studio.tutti.credit;

import studio.tutti.core.arrangement.Id;

/**
 * A person or an assistant, and what of the song as it is now is theirs.
 *
 * @param person the person's id; {@link Id#NONE} for an assistant and for the song's beginning
 * @param name what they are called
 * @param assistant whether it is an assistant
 * @param made how many of today's notes they made
 * @param accepted how many of today's notes they accepted
 * @param edited how many of today's notes they changed after they were made
 * @param commercial whether what they made may be released commercially, as far as is known; of a person always
 * @param rights of an assistant: whether what it made may be released commercially, and what else is said of that, a sentence a line; else empty
 * @param credit of an assistant: what must be named wherever the song goes, a line each; else empty
 */
public record Contributor(Id person, String name, boolean assistant, int made, int accepted, int edited, boolean commercial, String rights, String credit) {}
