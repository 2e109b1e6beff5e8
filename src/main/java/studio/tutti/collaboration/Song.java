package studio.tutti.collaboration;

import java.time.Instant;
import studio.tutti.core.arrangement.Id;

/**
 * A song as lists show it; its content is an {@link studio.tutti.core.arrangement.Arrangement}.
 *
 * @param id for the house only, never shown to browsers
 * @param link the last part of its address: 256 random bits in base64url; whoever has it may open and edit the song
 * @param name what it is called now
 * @param maker who made it, and alone may trash it
 * @param made when
 * @param changed when its latest edit was ordered
 * @param head its latest revision: how many edits it has
 * @param trashed whether it lies in its maker's trash; nobody can open it then
 */
public record Song(Id id, String link, String name, Id maker, Instant made, Instant changed, long head, boolean trashed) {}
