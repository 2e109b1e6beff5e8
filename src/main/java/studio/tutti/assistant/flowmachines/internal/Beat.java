package studio.tutti.assistant.flowmachines.internal;

/**
 * A part of a rhythm.
 *
 * @param place slots from the beginning of its bar
 * @param length slots
 * @param rest whether nothing sounds
 */
public record Beat(int place, int length, boolean rest) {}
