package studio.tutti.credit;

import java.time.Instant;
import studio.tutti.core.arrangement.Id;

/**
 * Something that was done to notes by one edit.
 *
 * @param deed what
 * @param person who, by id; {@link Id#NONE} for the song's beginning
 * @param name what they are called
 * @param maker who made the notes that were accepted, by id, if that was another person; {@link Id#NONE} else
 * @param madeBy the tool that made the notes that were accepted, such as "Flow Machines", or what that other person is called; else empty
 * @param time when it was ordered
 * @param label the edit's, see {@link studio.tutti.core.editing.Labels}
 * @param notes how many notes
 */
public record Step(Deed deed, Id person, String name, Id maker, String madeBy, Instant time, String label, int notes) {}
