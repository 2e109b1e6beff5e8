import { NONE, type Handle } from '../../song/song';
import type { Seen } from '../workspace/seen';
import type { LaneName } from './layout';

/** One thing of a lane, ready to be drawn and found. */
export interface LaneItem {
  readonly handle: Handle;
  readonly start: number;
  /** Ticks; 0 for what has no length. */
  readonly length: number;
  readonly text: string;
  readonly colour: number;
  readonly kind: 'marker' | 'section' | 'chord' | 'lyric' | 'tempo' | 'metre';
}

export function laneItems(lane: LaneName, seen: Seen): LaneItem[] {
  switch (lane) {
    case 'markers':
      return seen.markers.map(({ handle, start, text }) => ({ handle, start, length: 0, text, colour: NONE, kind: 'marker' }));
    case 'sections':
      return seen.sections.map(({ handle, start, length, name, colour }) => ({ handle, start, length, text: name, colour, kind: 'section' }));
    case 'chords':
      return seen.chords.map(({ handle, start, length, symbol }) => ({ handle, start, length, text: symbol, colour: NONE, kind: 'chord' }));
    case 'lyrics':
      return seen.lyrics.map(({ handle, start, length, text }) => ({ handle, start, length, text, colour: NONE, kind: 'lyric' }));
    case 'tempo': {
      const tempos = seen.tempos.map(({ handle, start, bpm }): LaneItem =>
        ({ handle, start, length: 0, text: bpmWords(bpm), colour: NONE, kind: 'tempo' }));
      const metres = seen.metres.map(({ handle, start, numerator, denominator }): LaneItem =>
        ({ handle, start, length: 0, text: `${numerator}/${denominator}`, colour: NONE, kind: 'metre' }));
      return [...metres, ...tempos].sort((a, b) => a.start - b.start);
    }
  }
}

export function bpmWords(bpm: number): string {
  return String(Math.round(bpm * 100) / 100);
}

/** A chord symbol as it is read: `Bbm7b5` and `F#/A#`, which keyboards have keys for, with the signs ♭ and ♯. */
export function chordWords(symbol: string): string {
  return symbol.replace(/(^|\/)([A-G])b/g, '$1$2♭').replace(/b(?=\d)/g, '♭').replaceAll('#', '♯');
}
