package studio.tutti.core.lock;

/**
 * A hold among those that are looked at together.
 *
 * @param number its place among them
 */
record Numbered(int number, Hold hold) {}
