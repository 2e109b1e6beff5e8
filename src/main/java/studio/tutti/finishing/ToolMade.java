package studio.tutti.finishing;

import org.jspecify.annotations.Nullable;
import studio.tutti.exchange.Bounced;

/**
 * What a tool came to.
 *
 * @param file the sound, or for the meter its figures
 * @param report SHA-256 of what was done as JSON; null where there is nothing to tell
 * @param sheet SHA-256 of the report as PDF; null without one
 */
public record ToolMade(Bounced file, @Nullable String report, @Nullable String sheet) {}
