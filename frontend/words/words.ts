/**
 * What the page says, in the person's language. An English sentence is its own key, so that code reads as it sounds:
 * `t('{0} notes chosen', 3)`. A sentence that a language lacks is said in English.
 */
const catalogue: ReadonlyMap<string, string> = new Map();

/** The sentence in the person's language, with values in the places `{0}`, `{1}` and so on. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const sentence = catalogue.get(english) ?? english;
  return values.length === 0 ? sentence : sentence.replace(/\{(\d+)\}/g, (whole, place) => String(values[Number(place)] ?? whole));
}
