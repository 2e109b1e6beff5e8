package studio.tutti.assistant.flowmachines;

/**
 * Where a palette's songs come from.
 *
 * @param name the corpus
 * @param licence as the corpus says it
 * @param credit the line that is due, empty if none is
 * @param songs how many of its songs were learned from
 */
public record PaletteSource(String name, String licence, String credit, int songs) {}
