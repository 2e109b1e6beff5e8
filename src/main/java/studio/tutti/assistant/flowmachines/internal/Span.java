package studio.tutti.assistant.flowmachines.internal;

/**
 * A stretch of time in which something sounds, or nothing.
 *
 * @param start slots from the first full bar
 * @param length slots, at least 1
 * @param rest whether nothing sounds
 */
public record Span(int start, int length, boolean rest) {

    public int end() {
        return start + length;
    }
}
