package studio.tutti.credit;

import java.time.Instant;
import studio.tutti.core.arrangement.Id;

/**
 * Something that was done to notes by one edit.
 *
 * @param deed what
 * @param person who, by id; {@link Id#NONE} for the song's beginning
 * @param name what they are called
 * @param assistant the tool that made the notes, such as "Flow Machines"; empty if no assistant did
 * @param time when it was ordered
 * @param label the edit's, see {@link studio.tutti.core.editing.Labels}
 * @param notes how many notes
 */
public record Step(Deed deed, Id person, String name, String assistant, Instant time, String label, int notes) {}
