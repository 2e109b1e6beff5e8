package studio.tutti.share;

import java.time.Instant;
import java.util.UUID;

/**
 * What a listener said.
 *
 * @param id its own, made by the listener's page
 * @param name what they call themselves
 * @param words what they said
 * @param seconds where in the sound
 * @param made when
 */
public record Remark(UUID id, String name, String words, double seconds, Instant made) {}
