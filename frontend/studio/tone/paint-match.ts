import { POINTS, THIRDS, thirdHertz, type Tone } from '../../audio/tone';
import { colours } from '../canvas/palette';
import { fillBetween, fillUnder, paintCurve, paintFrequencies, paintHold, paintLegend, paintLine, type Lane, type Stroke } from './paint-tone';
import { GAIN, SILENT, across, gainDown, type LevelScale } from './tone-scale';
import { t } from '../../words/words';

/** How the lines of before, after and of what is wanted look. */
export const BEFORE = (): Stroke => ({ colour: colours().faint, width: 1 });
export const AFTER = (): Stroke => ({ colour: colours().text, width: 1.8 });
export const WANTED = (colour: string): Stroke => ({ colour, width: 1.2, dash: [4, 3] });
const CURVE = (): Stroke => ({ colour: colours().accent, width: 2 });

export interface Match {
  readonly tone: Tone | null;
  readonly scale: LevelScale;
  /** The curve of the gains by hand, at twelfths. */
  readonly hand: ArrayLike<number>;
  /** The gains by hand, by thirds. */
  readonly gains: ArrayLike<number>;
  readonly active: number;
  readonly wanted: { readonly name: string; readonly colour: string };
  readonly spread: boolean;
  readonly bypassed: boolean;
  readonly drafting: boolean;
}

/** Spectra before and after, what is wanted, and over them the gain that is applied, which can be grabbed. */
export function paintMatch(pen: CanvasRenderingContext2D, width: number, height: number, match: Match): void {
  const { tone, scale } = match;
  const lane: Lane = { top: 0, width, height };
  const palette = colours();
  paintFrequencies(pen, width, height);
  for (const gain of [-12, -6, 0, 6, 12]) paintLine(pen, lane, gainDown(gain), gain === 0 ? '0 dB' : `${gain > 0 ? '+' : '−'}${Math.abs(gain)}`, false, gain === 0);
  const down = (level: number) => scale.down(level);
  if (tone && tone.heard > 0) {
    scale.take(tone);
    for (const level of scale.lines) paintLine(pen, lane, scale.down(level), height * scale.down(level) > 34 ? String(level).replace('-', '−') : '', true);
    if (match.spread) fillBetween(pen, lane, tone.low, tone.high, down, match.wanted.colour, 0.22);
    paintCurve(pen, lane, tone.target, down, WANTED(match.wanted.colour));
    fillUnder(pen, lane, tone.input, down, palette.quiet, 0.1);
    fillBetween(pen, lane, tone.input, tone.output, down, palette.text, 0.22);
    paintCurve(pen, lane, tone.input, down, BEFORE());
    paintCurve(pen, lane, tone.output, down, AFTER());
  }
  pen.globalAlpha = match.bypassed ? 0.35 : 1;
  const applied = tone && tone.heard > 0 && !match.drafting ? tone.applied : match.hand;
  if (tone && tone.heard > 0 && !match.bypassed && differs(tone.sides, tone.applied)) {
    paintCurve(pen, lane, tone.sides, gainDown, { ...CURVE(), width: 1.2, dash: [2, 3] });
  }
  if (tone && tone.heard > 0 || highest(match.gains) > 0 || match.active >= 0) paintCurve(pen, lane, applied, gainDown, CURVE());
  for (let third = 0; third < THIRDS; third++) {
    if (third === match.active || match.gains[third] !== 0) {
      const point = Math.min(POINTS - 1, 4 * third + 2);
      const gain = 0.5 * (applied[point - 1]! + applied[point]!);
      paintHold(pen, width * across(thirdHertz(third)), height * Math.min(1, Math.max(0, gainDown(gain))), palette.accent, third === match.active);
    }
  }
  pen.globalAlpha = 1;
  if (tone && tone.heard > 0) {
    paintLegend(pen, width, [[t('before'), BEFORE()], [t('after'), AFTER()],
      ...tone.target.some(level => level > SILENT) ? [[match.wanted.name, WANTED(match.wanted.colour)] as const] : [], [t('gain'), CURVE()]]);
  }
}

/** Pixels of a drawing's height for a dB of gain. */
export function pixelsOfGain(height: number): number { return height / (2 * GAIN); }

function highest(gains: ArrayLike<number>): number {
  let most = 0;
  for (let third = 0; third < THIRDS; third++) most = Math.max(most, Math.abs(gains[third]!));
  return most;
}

function differs(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  for (let point = 0; point < POINTS; point++) {
    if (Math.abs(one[point]! - other[point]!) > 0.1) return true;
  }
  return false;
}
