import { POINTS, hertz } from '../../audio/tone';
import { colours } from '../canvas/palette';
import { SILENT, across } from './tone-scale';

const MARKS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const PLACES = Float64Array.from({ length: POINTS }, (_, point) => across(hertz(point)));

/** A part of a drawing, in CSS pixels. */
export interface Lane {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Gives the share of a lane's height, from its top, for a value. */
export type Down = (value: number) => number;

/** Upright lines of frequencies, with names at the bottom of the whole drawing. */
export function paintFrequencies(pen: CanvasRenderingContext2D, width: number, height: number): void {
  const palette = colours();
  pen.font = palette.ruler;
  for (const mark of MARKS) {
    const x = Math.round(width * across(mark));
    const named = String(mark).startsWith('1');
    pen.fillStyle = named ? palette.lineStrong : palette.line;
    pen.fillRect(x, 0, 1, height);
    if (named) {
      pen.fillStyle = palette.faint;
      pen.fillText(mark >= 1000 ? `${mark / 1000} kHz` : `${mark} Hz`, x + 4, height - 4);
    }
  }
}

/** A level line across a lane with its name at the left, or at the right. */
export function paintLine(pen: CanvasRenderingContext2D, lane: Lane, share: number, name: string, right = false, strong = false): void {
  const palette = colours();
  const y = Math.round(lane.top + lane.height * share);
  pen.fillStyle = strong ? palette.lineStrong : palette.line;
  pen.fillRect(0, y, lane.width, 1);
  pen.font = palette.ruler;
  pen.fillStyle = palette.faint;
  pen.textAlign = right ? 'right' : 'left';
  pen.fillText(name, right ? lane.width - 4 : 4, y - 3);
  pen.textAlign = 'left';
}

/** Lays the way along a curve; false where there is nothing of it. */
function trace(pen: CanvasRenderingContext2D, lane: Lane, curve: ArrayLike<number>, down: Down, back = false): boolean {
  let any = false;
  for (let step = 0; step < POINTS; step++) {
    const point = back ? POINTS - 1 - step : step;
    const value = curve[point]!;
    any ||= value > SILENT;
    pen.lineTo(lane.width * PLACES[point]!, lane.top + lane.height * Math.min(1.2, Math.max(-0.2, down(value))));
  }
  return any;
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export function paintCurve(pen: CanvasRenderingContext2D, lane: Lane, curve: ArrayLike<number>, down: Down, stroke: Stroke): void {
  pen.beginPath();
  if (trace(pen, lane, curve, down)) {
    pen.strokeStyle = stroke.colour;
    pen.lineWidth = stroke.width;
    pen.lineJoin = 'round';
    pen.setLineDash([...stroke.dash ?? []]);
    pen.stroke();
    pen.setLineDash([]);
  }
}

/** Fills what lies between two curves. */
export function fillBetween(pen: CanvasRenderingContext2D, lane: Lane, one: ArrayLike<number>, other: ArrayLike<number>, down: Down, colour: string, alpha = 1): void {
  pen.beginPath();
  const any = trace(pen, lane, one, down);
  if (trace(pen, lane, other, down, true) && any) {
    pen.closePath();
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.fill();
    pen.globalAlpha = 1;
  }
}

/** Fills what lies under a curve. */
export function fillUnder(pen: CanvasRenderingContext2D, lane: Lane, curve: ArrayLike<number>, down: Down, colour: string, alpha: number): void {
  pen.beginPath();
  if (trace(pen, lane, curve, down)) {
    pen.lineTo(lane.width, lane.top + lane.height);
    pen.lineTo(0, lane.top + lane.height);
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.fill();
    pen.globalAlpha = 1;
  }
}

/** A mark on a curve, where it can be taken hold of. */
export function paintHold(pen: CanvasRenderingContext2D, x: number, y: number, colour: string, large: boolean): void {
  pen.beginPath();
  pen.arc(x, y, large ? 5 : 2.5, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
  if (large) {
    pen.lineWidth = 2;
    pen.strokeStyle = colours().ground;
    pen.stroke();
  }
}

/** What the lines mean, from the right at the top. */
export function paintLegend(pen: CanvasRenderingContext2D, width: number, items: readonly (readonly [name: string, stroke: Stroke])[]): void {
  pen.font = colours().ruler;
  let x = width - 8;
  for (const [name, stroke] of [...items].reverse()) {
    x -= pen.measureText(name).width;
    pen.fillStyle = colours().quiet;
    pen.fillText(name, x, 14);
    pen.strokeStyle = stroke.colour;
    pen.lineWidth = stroke.width;
    pen.setLineDash([...stroke.dash ?? []]);
    pen.beginPath();
    pen.moveTo(x - 20, 10);
    pen.lineTo(x - 5, 10);
    pen.stroke();
    pen.setLineDash([]);
    x -= 32;
  }
}
