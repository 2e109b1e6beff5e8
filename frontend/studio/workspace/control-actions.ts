import { NONE, type Handle } from '../../song/song';
import { t } from '../../words/words';
import { USUAL_LANES, laneName } from '../notes/lane-names';
import { contentOrigin } from './note-actions';
import type { Workspace } from './workspace';

/** What can be done with the controller that is shown below the notes, by keys and pointers alike. */

/** Points: one after the other in this order. */
export const POINT_STRIDE = 3;
export const enum Point { handle, start, amount }

const NOTHING = new Int32Array(0);

/** The controller that is shown, or null where velocities are. */
export function shownController(w: Workspace): number | null {
  const lane = w.roll.get('lane');
  return lane === 'velocity' ? null : lane;
}

/** The points of the controller that is shown, packed, by start. */
export function shownPoints(w: Workspace): Int32Array {
  const controller = shownController(w);
  return controller === null || w.content === NONE ? NOTHING : w.song.controls(w.content, controller);
}

export function pointAt(w: Workspace, handle: Handle): { start: number; amount: number } | undefined {
  const points = shownPoints(w);
  for (let at = 0; at < points.length; at += POINT_STRIDE) {
    if (points[at] === handle) {
      return { start: points[at + Point.start], amount: points[at + Point.amount] };
    }
  }
  return undefined;
}

/** Drops from what is chosen the points that are gone. */
export function keepPoints(w: Workspace): void {
  const known = new Set<Handle>();
  const points = shownPoints(w);
  for (let at = 0; at < points.length; at += POINT_STRIDE) {
    known.add(points[at]);
  }
  w.controls.keep(point => known.has(point));
}

/** Chooses the lane below the notes; a controller's points are its own. */
export function showLane(w: Workspace, lane: 'velocity' | number): void {
  w.controls.clear();
  w.roll.set({ lane });
  w.viewChanged('notes');
}

/** Shows the lane after the one that is shown. */
export function nextLane(w: Workspace): void {
  const at = USUAL_LANES.indexOf(w.roll.get('lane'));
  showLane(w, USUAL_LANES[(at + 1) % USUAL_LANES.length]!);
}

/** Puts a point at the caret, with the value that holds there, and chooses it. */
export function putPoint(w: Workspace): void {
  const controller = shownController(w);
  if (controller === null || w.content === NONE) {
    w.say(t('Show a controller below the notes first: points lie in its lane.'));
    return;
  }
  const tick = Math.max(0, Math.round(w.caret.tick - contentOrigin(w)));
  const points = shownPoints(w);
  let value = controller === 128 ? 8192 : 64;
  let there = NONE;
  for (let at = 0; at < points.length && points[at + Point.start] <= tick; at += POINT_STRIDE) {
    value = points[at + Point.amount];
    there = points[at + Point.start] === tick ? points[at] : NONE;
  }
  const made = there === NONE ? w.attempt(() => w.song.noteShapes.putControl(w.content, controller, tick, value)) : [there];
  if (made && made.length > 0) {
    w.notes.clear();
    w.controls.set(made);
  }
}

/** Moves the chosen points in time, or by steps of value: a 127th, or a 128th of the wheel. */
export function movePoints(w: Workspace, ticks: number, steps: number): void {
  const unit = shownController(w) === 128 ? 128 : 1;
  w.attempt(() => w.song.noteShapes.moveControls(w.controls.all(), ticks, steps * unit));
}

/** Goes to the point before or after the chosen one. */
export function stepThroughPoints(w: Workspace, by: 1 | -1): void {
  const points = shownPoints(w);
  const last = w.controls.all().at(-1);
  for (let at = 0; at < points.length; at += POINT_STRIDE) {
    if (points[at] === last) {
      const next = Math.min(points.length - POINT_STRIDE, Math.max(0, at + by * POINT_STRIDE));
      w.caret.tick = points[next + Point.start] + contentOrigin(w);
      w.controls.set([points[next]]);
      return;
    }
  }
}

export function removePoints(w: Workspace): void {
  const points = w.controls.all();
  w.controls.clear();
  w.attempt(() => w.song.noteShapes.removeControls(points));
}

/** The chosen point in words. */
export function describePoint(w: Workspace): string | null {
  const last = w.controls.all().at(-1);
  const point = last === undefined ? undefined : pointAt(w, last);
  const controller = shownController(w);
  return point && controller !== null ? `${laneName(controller)} ${point.amount}, ${w.song.position(point.start + contentOrigin(w))}` : null;
}
