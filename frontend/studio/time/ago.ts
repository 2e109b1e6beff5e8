import { language } from '../../words/words';

const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000], ['month', 2_592_000_000], ['week', 604_800_000], ['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]
];

/** How long ago something was, in words: "5 minutes ago", "yesterday". Milliseconds since 1970. */
export function ago(then: number, now: number): string {
  const past = Math.max(0, now - then);
  const [unit, length] = UNITS.find(([, each]) => past >= each) ?? ['second', Infinity];
  return words.format(length === Infinity ? 0 : -Math.floor(past / length), unit);
}
