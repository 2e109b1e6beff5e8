import { AUTOMATION_STRIDE, AutomationPoint, type AutomationTarget } from '../../song/automation';
import { tag } from '../canvas/letters';
import { colours } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import { levelOf } from './lane-actions';
import type { LaneStage } from './lane-stage';
import { isStraight, levelAt, levelWords, placeOf } from './targets';

/** Pixels between places of a line that is not straight on the lane. */
const FINE = 3;
/** Points in sight beyond which only the line is drawn. */
const MOST_POINTS = 600;

/** Paints a lane: where 0 dB or the middle is, the curve, its points, what is dragged, the value under the pointer. */
export function paintAutomation(pen: CanvasRenderingContext2D, stage: LaneStage, colour: number): void {
  const { target } = stage;
  if (!target) {
    return;
  }
  const { width, height } = stage.getBoundingClientRect();
  const palette = colours();
  pen.fillStyle = palette.line;
  pen.fillRect(0, height - 1, width, 1);
  pen.globalAlpha = 0.6;
  pen.fillRect(0, Math.round(stage.y(placeOf(target, target.initial))), width, 1);
  pen.globalAlpha = 1;
  const points = dragged(stage, target);
  const quiet = target.off || points.length === 0;
  const ink = quiet ? palette.faint : mixed(colour, 14);
  paintCurve(pen, stage, target, points, width, height, quiet ? null : mixed(colour, 4), ink);
  paintPoints(pen, stage, target, points, width, ink);
  if (stage.draft?.kind === 'stroke') {
    paintStroke(pen, stage);
  }
  if (stage.draft?.kind === 'band') {
    const left = Math.min(stage.draft.x, stage.draft.toX);
    pen.fillStyle = palette.accentQuiet;
    pen.fillRect(left, 0, Math.abs(stage.draft.toX - stage.draft.x), height);
  }
  if (stage.says) {
    pen.font = palette.small;
    const wide = pen.measureText(stage.says.text).width + 10;
    const above = stage.says.y > 30;
    tag(pen, stage.says.text, Math.max(2, Math.min(width - wide - 4, stage.says.x + 12)), above ? stage.says.y - 24 : stage.says.y + 10, palette.text, palette.onColour);
  }
}

/** The points as they would be after what is being dragged. */
function dragged(stage: LaneStage, target: AutomationTarget): Float64Array {
  const points = stage.points();
  const { draft, workspace: w } = stage;
  if (draft?.kind !== 'move') {
    return points;
  }
  const moved: number[][] = [];
  for (let at = 0; at < points.length; at += AUTOMATION_STRIDE) {
    const point = Array.from(points.subarray(at, at + AUTOMATION_STRIDE));
    if (w.points.has(points[at]!)) {
      point[AutomationPoint.tick] = Math.max(0, point[AutomationPoint.tick]! + draft.ticks);
      point[AutomationPoint.level] = levelAt(target, placeOf(target, point[AutomationPoint.level]!) + draft.by);
    }
    moved.push(point);
  }
  return Float64Array.from(moved.sort((a, b) => a[AutomationPoint.tick]! - b[AutomationPoint.tick]!).flat());
}

function paintCurve(pen: CanvasRenderingContext2D, stage: LaneStage, target: AutomationTarget, points: Float64Array, width: number, height: number,
  below: string | null, ink: string): void {
  const { axis } = stage;
  const y = (level: number) => stage.y(placeOf(target, level));
  pen.beginPath();
  pen.moveTo(0, y(levelOf(points, target, axis.tick(0))));
  for (let at = first(points, axis.left); at < points.length; at += AUTOMATION_STRIDE) {
    const tick = points[at + AutomationPoint.tick]!;
    const before = at - AUTOMATION_STRIDE;
    const x = axis.x(tick);
    const level = points[at + AutomationPoint.level]!;
    if (before >= 0 && points[before + AutomationPoint.step] === 1 || before < 0) {
      pen.lineTo(Math.min(x, width), y(before < 0 ? level : points[before + AutomationPoint.level]!));
    } else if (!isStraight(target)) {
      for (let fine = Math.max(0, axis.x(points[before + AutomationPoint.tick]!)) + FINE; fine < Math.min(x, width); fine += FINE) {
        pen.lineTo(fine, y(levelOf(points, target, axis.tick(fine))));
      }
    }
    if (x > width) {
      pen.lineTo(width, y(levelOf(points, target, axis.tick(width))));
      break;
    }
    pen.lineTo(x, y(level));
  }
  pen.lineTo(width, y(levelOf(points, target, axis.tick(width))));
  pen.lineWidth = 1.5;
  pen.strokeStyle = ink;
  pen.setLineDash(below === null ? [4, 4] : []);
  pen.stroke();
  pen.setLineDash([]);
  if (below !== null) {
    pen.lineTo(width, height);
    pen.lineTo(0, height);
    pen.globalAlpha = 0.5;
    pen.fillStyle = below;
    pen.fill();
    pen.globalAlpha = 1;
  }
}

function paintPoints(pen: CanvasRenderingContext2D, stage: LaneStage, target: AutomationTarget, points: Float64Array, width: number, ink: string): void {
  const { axis, workspace: w } = stage;
  const from = Math.max(0, first(points, axis.left) - AUTOMATION_STRIDE);
  let shown = 0;
  for (let at = from; at < points.length && axis.x(points[at + AutomationPoint.tick]!) <= width + 6; at += AUTOMATION_STRIDE) {
    const chosen = w.points.has(points[at]!);
    if (!chosen && ++shown > MOST_POINTS) {
      continue;
    }
    const x = Math.round(axis.x(points[at + AutomationPoint.tick]!));
    const y = Math.round(stage.y(placeOf(target, points[at + AutomationPoint.level]!)));
    pen.fillStyle = chosen ? colours().accent : ink;
    pen.beginPath();
    if (points[at + AutomationPoint.step] === 1) {
      pen.rect(x - 3.5, y - 3.5, 7, 7); // one that holds is square: told apart without colour
    } else {
      pen.arc(x, y, 4, 0, 2 * Math.PI);
    }
    pen.fill();
    if (chosen) {
      pen.strokeStyle = colours().text;
      pen.lineWidth = 1;
      pen.stroke();
      if (w.points.size === 1 && !stage.says) {
        pen.font = colours().small;
        tag(pen, levelWords(target, points[at + AutomationPoint.level]!), x + 9, Math.max(2, y - 22), colours().text, colours().onColour);
      }
    }
  }
}

function paintStroke(pen: CanvasRenderingContext2D, stage: LaneStage): void {
  const { draft, axis } = stage;
  if (draft?.kind === 'stroke') {
    pen.strokeStyle = colours().accent;
    pen.lineWidth = 1.5;
    pen.beginPath();
    draft.ticks.forEach((tick, index) => pen.lineTo(axis.x(tick), stage.y(draft.places[index]!)));
    pen.stroke();
  }
}

/** The first point at or after a tick. */
function first(points: Float64Array, tick: number): number {
  let low = 0;
  let high = points.length / AUTOMATION_STRIDE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle * AUTOMATION_STRIDE + AutomationPoint.tick]! < tick) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low * AUTOMATION_STRIDE;
}
