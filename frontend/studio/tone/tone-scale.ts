import type { Tone } from '../../audio/tone';

/** Hertz at both ends of a drawing. */
export const LOW = 20;
export const HIGH = 20_000;
/** dB of gain at the top; as many below at the bottom. */
export const GAIN = 18;
/** Levels that are none. */
export const SILENT = -190;

/** The share of the width at which a frequency lies. */
export function across(hertz: number): number { return Math.log(hertz / LOW) / Math.log(HIGH / LOW); }

/** The share of the height, from the top, at which a gain in dB lies. */
export function gainDown(gain: number): number { return 0.5 - gain / (2 * GAIN); }

/** Where levels lie: its top goes along with what is loud, in steps, so that it rests most of the time. */
export class LevelScale {
  private top = 0;
  private known = false;

  /** @param depth dB from the top to the bottom */
  constructor(readonly depth = 72) {}

  take(tone: Tone): void {
    let loudest = SILENT;
    for (const curve of [tone.input, tone.output, tone.target]) {
      for (const level of curve) loudest = Math.max(loudest, level);
    }
    const wanted = 6 * Math.ceil(loudest / 6) + 6;
    if (loudest > SILENT && (!this.known || wanted > this.top || wanted < this.top - 12)) {
      this.top = wanted;
      this.known = true;
    }
  }

  /** The share of the height, from the top. */
  down(level: number): number { return (this.top - level) / this.depth; }

  /** Levels for lines, in dB. */
  get lines(): number[] {
    const lines: number[] = [];
    for (let level = 24 * Math.floor((this.top - 1) / 24); level > this.top - this.depth; level -= 24) lines.push(level);
    return this.known ? lines : [];
  }
}
