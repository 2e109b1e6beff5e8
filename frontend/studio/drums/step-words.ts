import { TICKS_PER_QUARTER as Q } from '../../song/song';
import type { Drum } from '../../song/patterns';

/** A way to divide a drum into steps. */
export interface Division {
  readonly name: string;
  readonly ticks: number;
}

/** From coarse to fine; T are triplets, Q quintuplets. */
export const DIVISIONS: readonly Division[] = [
  { name: '1/4', ticks: Q },
  { name: '1/4 T', ticks: Q * 2 / 3 },
  { name: '1/8', ticks: Q / 2 },
  { name: '1/8 T', ticks: Q / 3 },
  { name: '1/16', ticks: Q / 4 },
  { name: '1/16 Q', ticks: Q / 5 },
  { name: '1/16 T', ticks: Q / 6 },
  { name: '1/32', ticks: Q / 8 },
  { name: '1/32 T', ticks: Q / 12 }
];

/** What steps of some ticks are called. */
export function divisionName(ticks: number): string {
  return DIVISIONS.find(division => division.ticks === ticks)?.name ?? `${ticks}`;
}

/** A drum's own length and division in a few signs, "12 × 1/16"; empty if it goes with the clip. */
export function lengthWords(drum: Drum): string {
  if (drum.step === 0) {
    return '';
  }
  const division = divisionName(drum.step);
  return drum.length === 0 ? division : `${Math.round(drum.length / drum.step * 10) / 10} × ${division}`;
}
