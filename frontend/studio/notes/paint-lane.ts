import { NOTE_STRIDE, Note } from '../../song/song';
import { colours } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import { POINT_STRIDE, Point, shownController, shownPoints } from '../workspace/control-actions';
import type { Workspace } from '../workspace/workspace';
import { pathValue, type NoteDraft } from './note-draft';
import type { NotesLayout } from './notes-layout';

/** Heads of stalks at one place beyond which no eye tells them apart. */
const MOST_HEADS = 6;
/** Points in sight beyond which they are a line only. */
const MOST_POINTS = 400;
const WHEEL = 128;

/** Velocities as stalks. What is chosen comes last, so that it can be seen and taken where stalks stand together. */
export function paintVelocities(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, notes: Int32Array, begin: number, end: number, draft: NoteDraft | null): void {
  const change = draft?.kind === 'velocity' ? draft.by : 0;
  const path = draft?.kind === 'path' ? draft.path : null;
  const ground = layout.height - 2;
  for (let turn = 0; turn < (w.notes.size > 0 ? 2 : 1); turn++) {
    const chosen = turn === 1;
    pen.fillStyle = chosen ? colours().accent : mixed(layout.colour, 12);
    let column = NaN;
    let tallest = 0;
    let heads = 0;
    for (let at = begin; at < end; at += NOTE_STRIDE) {
      if (w.notes.has(notes[at]) === chosen) {
        const x = Math.round(layout.x(notes[at + Note.start] + layout.origin));
        const drawn = path !== null && chosen === w.notes.size > 0 ? pathValue(path, notes[at + Note.start]) : NaN;
        const velocity = drawn >= 0 ? drawn : notes[at + Note.velocity] + (chosen ? change : 0);
        const high = Math.round(layout.stalk(Math.min(127, Math.max(1, velocity))));
        if (x !== column) {
          column = x;
          tallest = 0;
          heads = 0;
        }
        if (high > tallest) {
          pen.fillRect(x, ground - high, 1, high - tallest);
          tallest = high;
        }
        if (heads++ < MOST_HEADS) {
          pen.fillRect(x - 2, ground - high - 2, 5, 4);
        }
      }
    }
  }
  if (path !== null) {
    paintPath(pen, layout, path, 127);
  }
}

/** The line that is being drawn through the lane. */
function paintPath(pen: CanvasRenderingContext2D, layout: NotesLayout, path: readonly number[], most: number): void {
  pen.strokeStyle = colours().accent;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (let at = 0; at < path.length; at += 2) {
    pen.lineTo(layout.x(path[at]! + layout.origin), layout.height - 2 - layout.stalk(path[at + 1]!, most));
  }
  pen.stroke();
}

/** A controller as steps: each value holds until the next. */
export function paintController(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, draft: NoteDraft | null): void {
  const points = shownPoints(w);
  const most = w.song.noteShapes.most(shownController(w) ?? 0);
  const ground = layout.height - 2;
  const middle = shownController(w) === WHEEL ? ground - Math.round(layout.stalk(most / 2, most)) : ground;
  pen.fillStyle = colours().line;
  pen.fillRect(layout.keys, middle, layout.width - layout.keys, 1);
  const path = draft?.kind === 'path' ? draft.path : null;
  const moved = draft?.kind === 'points' ? draft : null;
  const begin = Math.max(0, firstPointFrom(points, layout.axis.left - layout.origin) - POINT_STRIDE);
  const end = firstPointFrom(points, layout.axis.right - layout.origin);
  const plain = mixed(layout.colour, 14);
  const faint = mixed(layout.colour, 5);
  for (let at = begin; at < end; at += POINT_STRIDE) {
    const x = layout.x(points[at + Point.start] + layout.origin);
    const next = at + POINT_STRIDE < points.length ? layout.x(points[at + POINT_STRIDE + Point.start] + layout.origin) : layout.width;
    const y = ground - Math.round(layout.stalk(points[at + Point.amount], most));
    pen.fillStyle = faint;
    pen.fillRect(x, Math.min(y, middle), next - x, Math.abs(middle - y));
    pen.fillStyle = plain;
    pen.fillRect(x, y, next - x, 1.5);
  }
  if ((end - begin) / POINT_STRIDE <= MOST_POINTS || w.controls.size > 0) {
    for (let at = begin; at < end; at += POINT_STRIDE) {
      const chosen = w.controls.has(points[at]);
      const shift = moved && chosen ? moved : null;
      const x = layout.x(points[at + Point.start] + (shift?.ticks ?? 0) + layout.origin);
      const y = ground - Math.round(layout.stalk(Math.min(most, Math.max(0, points[at + Point.amount] + (shift?.by ?? 0))), most));
      pen.fillStyle = chosen ? colours().accent : plain;
      pen.fillRect(x - 2.5, y - 2, 5, 5);
    }
  }
  if (path !== null) {
    paintPath(pen, layout, path, most);
  }
}

/** The first point at or after a tick: points are sorted by start. */
function firstPointFrom(points: Int32Array, tick: number): number {
  let low = 0;
  let high = points.length / POINT_STRIDE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle * POINT_STRIDE + Point.start] < tick) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low * POINT_STRIDE;
}
