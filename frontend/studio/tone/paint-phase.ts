import { POINTS, THIRDS, hertz, thirdHertz, type Tone } from '../../audio/tone';
import { colours } from '../canvas/palette';
import { fillBetween, fillUnder, paintCurve, paintFrequencies, paintHold, paintLegend, paintLine, type Lane } from './paint-tone';
import { across } from './tone-scale';
import { t } from '../../words/words';

/** The share of the height that phases take, and dB of the sum's gain at the top and bottom of the rest. */
const PHASES = 0.62;
const SUM = 7;
/** Degrees from the middle of the lane of phases to its edge. */
const EDGE = 200;
const phaseDown = (degrees: number) => 0.5 - degrees / (2 * EDGE);
const sumDown = (gain: number) => 0.5 - gain / (2 * SUM);
const coherenceDown = (coherence: number) => 1 - coherence;

export interface Phases {
  readonly tone: Tone | null;
  /** The turns by hand or by repair, by thirds, and as a curve at twelfths. */
  readonly turns: ArrayLike<number>;
  readonly curve: ArrayLike<number>;
  /** Degrees that are left after the repair, or null while there is none. */
  readonly left: ArrayLike<number> | null;
  readonly active: number;
}

/** Above phases as dots, the clearer the more both have in common, and the turns that are applied; below the gain of the sum, and coherence behind it. */
export function paintPhase(pen: CanvasRenderingContext2D, width: number, height: number, phases: Phases): void {
  const { tone } = phases;
  const palette = colours();
  const above: Lane = { top: 0, width, height: Math.round(height * PHASES) };
  const lower: Lane = { top: above.height, width, height: height - above.height };
  paintFrequencies(pen, width, height);
  for (const degrees of [-180, -90, 0, 90, 180]) paintLine(pen, above, phaseDown(degrees), degrees === 0 ? '0°' : `${degrees > 0 ? '+' : '−'}${Math.abs(degrees)}°`, false, degrees === 0);
  pen.fillStyle = palette.lineStrong;
  pen.fillRect(0, lower.top, width, 1);
  paintLine(pen, lower, sumDown(0), '0 dB', true, true);
  if (tone) {
    fillUnder(pen, lower, tone.coherences, coherenceDown, palette.quiet, 0.16);
    const gain = phases.left ? tone.sides : tone.applied;
    fillBetween(pen, lower, tone.applied, tone.sides, sumDown, palette.accent, 0.25);
    paintCurve(pen, lower, phases.left ? tone.applied : tone.sides, sumDown, { colour: palette.faint, width: 1, dash: phases.left ? [] : [4, 3] });
    paintCurve(pen, lower, gain, sumDown, { colour: palette.text, width: 1.8 });
    dots(pen, above, tone.phase, tone.coherences, phases.left ? palette.faint : palette.text, phases.left ? 1.2 : 2);
    if (phases.left) dots(pen, above, phases.left, tone.coherences, palette.text, 2);
  }
  if (tone || phases.active >= 0 || Array.from(phases.turns).some(turn => turn !== 0)) paintCurve(pen, above, phases.curve, phaseDown, { colour: palette.accent, width: 2 });
  for (let third = 0; third < THIRDS; third++) {
    if (third === phases.active || phases.turns[third] !== 0) {
      paintHold(pen, width * across(thirdHertz(third)), above.height * phaseDown(phases.turns[third]!), palette.accent, third === phases.active);
    }
  }
  if (tone) {
    paintLegend(pen, width, [[t('phase'), { colour: palette.text, width: 3, dash: [2, 3] }], [t('turn'), { colour: palette.accent, width: 2 }]]);
    pen.font = palette.ruler;
    pen.fillStyle = palette.quiet;
    pen.textAlign = 'right';
    pen.fillText(`${t('gain of the sum')} · ${t('coherence')} ▒`, width - 8, lower.top + 14);
    pen.textAlign = 'left';
  }
}

/** Pixels of a drawing's height for a degree. */
export function pixelsOfTurn(height: number): number { return height * PHASES / (2 * EDGE); }

function dots(pen: CanvasRenderingContext2D, lane: Lane, phase: ArrayLike<number>, coherences: ArrayLike<number>, colour: string, radius: number): void {
  pen.fillStyle = colour;
  for (let point = 0; point < POINTS; point++) {
    const clear = coherences[point]!;
    if (clear < 0.05) continue;
    pen.globalAlpha = Math.min(1, 0.15 + clear);
    pen.beginPath();
    pen.arc(lane.width * across(hertz(point)), lane.top + lane.height * phaseDown(phase[point]!), radius, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.globalAlpha = 1;
}
