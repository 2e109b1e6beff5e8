import { ZH, ZH_CORE } from './zh';

export type Language = 'en' | 'zh';

/**
 * What the page says, in the person's language. An English sentence is its own key, so that code reads as it sounds:
 * `t('{0} notes chosen', 3)`. A sentence that a language lacks is said in English.
 *
 * The server writes the language into the page: the one that was switched to (a cookie keeps it), else the browser's.
 */
export const language: Language = /^zh\b/i.test(document.documentElement.lang || navigator.language) ? 'zh' : 'en';

const catalogue: ReadonlyMap<string, string> = language === 'zh' ? ZH : new Map();
const numbers = new Intl.NumberFormat(language);
const COOKIE_KEPT = 400 * 24 * 3600;
const PLACE = /\{(\d+)\}/g;

/** The sentence in the person's language, with values in the places `{0}`, `{1}` and so on. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const sentence = catalogue.get(english) ?? english;
  return values.length === 0 ? sentence : sentence.replace(PLACE, (whole, place: string) => {
    const value = values[Number(place)] ?? whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** A sentence that was made elsewhere, in English and with its values: the core's reasons, and what edits are called. */
export function told(sentence: string): string {
  const same = catalogue.get(sentence);
  if (same !== undefined || language === 'en') {
    return same ?? sentence;
  }
  for (const [english, words] of ZH_CORE) {
    const values = english.includes('{0}') ? pattern(english).exec(sentence)?.slice(1) : undefined;
    if (values) {
      return words.replace(PLACE, (_, place: string) => told(values[Number(place)]!));
    }
  }
  return sentence;
}

/** Matches what a sentence becomes once values are in its places, which come in order in English. */
function pattern(english: string): RegExp {
  return new RegExp(`^${english.split(/\{\d+\}/).map(part => part.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')).join('(.+)')}$`);
}

/** Loads the page anew in another language, which the browser remembers. */
export function switchLanguage(to: Language): void {
  document.cookie = `tutti-language=${to}; path=/; max-age=${COOKIE_KEPT}; samesite=lax`;
  window.location.reload();
}
