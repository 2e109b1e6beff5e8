package studio.tutti.cli.palettes;

import studio.tutti.assistant.flowmachines.LeadSheet;

/**
 * A song of a corpus.
 *
 * @param year in which it was in the charts, 0 if that isn't known
 * @param group period and genre by two letters, as {@code openewld.tsv} explains them, or ""
 */
public record CorpusSong(LeadSheet sheet, int year, String group) {}
