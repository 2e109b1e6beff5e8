package studio.tutti.core.editing;

import studio.tutti.core.arrangement.Id;

/**
 * Who says something: kept with what is said, so that it can be read when they are not there.
 *
 * @param person who
 * @param name what they are called at that time
 * @param colour theirs at that time, 24-bit RGB
 */
public record Author(Id person, String name, int colour) {}
