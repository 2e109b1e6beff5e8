import type { At, Gesture } from '../pointer/pointing';
import { snapped } from '../time/grid-step';
import { POINT_STRIDE, Point, pointAt, shownController, shownPoints } from '../workspace/control-actions';
import { notesFrom } from './find-note';
import { laneName } from './lane-names';
import { TREMBLE, finish } from './note-gestures';
import type { NotesLayout } from './notes-layout';
import type { NotesStage } from './notes-stage';

const REACH = 7;

/** The largest value of the lane. */
export function mostShown(stage: NotesStage): number {
  const controller = shownController(stage.workspace);
  return controller === null ? 127 : stage.workspace.song.noteShapes.most(controller);
}

/** The point of the shown controller under a place of the lane, and where it lies among the points; −1 if there is none. */
export function pointUnder(stage: NotesStage, x: number, y: number, touch: boolean): number {
  const { layout, workspace: w } = stage;
  const points = shownPoints(w);
  const most = mostShown(stage);
  let best = touch ? REACH * 2 : REACH;
  let found = -1;
  for (let at = 0; at < points.length; at += POINT_STRIDE) {
    const far = Math.hypot(layout.x(points[at + Point.start] + layout.origin) - x, layout.height - 2 - layout.stalk(points[at + Point.amount], most) - y);
    if (far < best) {
      best = far;
      found = at;
    }
  }
  return found;
}

/** Draws a line through the lane: freely, or straight from where it began. Velocities follow it, or a controller gets its points. */
export function lanePathGesture(stage: NotesStage, from: At, straight: boolean): Gesture {
  const { workspace: w, layout } = stage;
  const controller = shownController(w);
  const most = mostShown(stage);
  const place = (at: At) => ({ tick: Math.round(Math.max(0, layout.tick(Math.max(layout.keys, at.x)) - layout.origin)), value: layout.laneValue(at.y, most) });
  const begin = place(from);
  let points = [begin];
  let last = begin;
  const show = (at: At) => {
    stage.draft = { kind: 'path', path: points.flatMap(({ tick, value }) => [tick, value]) };
    stage.says = { text: `${laneName(w.roll.get('lane'))} ${place(at).value}`, x: at.x, y: at.y };
    stage.redrawNotes();
  };
  show(from);
  return {
    move(at) {
      const now = place(at);
      if (straight || at.alt) {
        points = [begin, now];
      } else {
        const [low, high] = [Math.min(last.tick, now.tick), Math.max(last.tick, now.tick)];
        const ends = now.tick === last.tick ? [now] : [last, now];
        points = [...points.filter(({ tick }) => tick < low || tick > high), ...ends];
      }
      points.sort((a, b) => a.tick - b.tick);
      last = now;
      show(at);
    },
    end() {
      const draft = stage.draft;
      finish(stage);
      if (draft?.kind !== 'path') {
        return;
      }
      const path = draft.path;
      if (controller !== null) {
        const [tick, value] = path;
        w.attempt(() => path.length === 2 || path.at(-2) === tick
          ? w.song.noteShapes.putControl(w.content, controller, tick!, value!)
          : w.song.noteShapes.drawControls(w.content, controller, path));
      } else {
        drawVelocities(stage, path);
      }
    },
    cancel: () => finish(stage)
  };
}

/** Gives the notes under a path its velocities: those that are chosen, or all. A path of one point is as wide as a stalk. */
function drawVelocities({ workspace: w, layout }: NotesStage, path: readonly number[]): void {
  const reach = Math.round(REACH / layout.axis.scale);
  const wide = path.length > 2 && path[0] !== path.at(-2) ? path
    : [Math.max(0, path[0]! - reach), path[1]!, path[0]! + reach, path[1]!];
  const notes = w.notes.size > 0 ? w.notes.all() : notesFrom(w, wide[0]!, wide.at(-2)!);
  if (notes.length > 0) {
    w.attempt(() => w.song.noteShapes.velocities(notes, wide));
    w.lastVelocity = Math.max(1, wide.at(-1)!);
  }
}

/** Moves a point, and all that are chosen with it, in time and value. */
export function pointGesture(stage: NotesStage, from: At, at: number): Gesture {
  const { workspace: w, layout } = stage;
  const handle = shownPoints(w)[at]!;
  const wasChosen = w.controls.has(handle);
  if (from.shift) {
    w.controls.toggle(handle);
  } else if (!wasChosen) {
    w.controls.set([handle]);
  }
  w.notes.clear();
  const point = pointAt(w, handle);
  const most = mostShown(stage);
  return {
    move(at) {
      if (!point || (!stage.draft && Math.hypot(at.x - from.x, at.y - from.y) <= TREMBLE)) {
        return;
      }
      const start = point.start + layout.origin;
      const ticks = Math.max(-point.start, snapped(w.song, start + (at.x - from.x) / layout.axis.scale, w.step('notes', at.free)) - start);
      const by = Math.max(-point.amount, Math.min(most - point.amount, layout.laneValue(at.y, most) - layout.laneValue(from.y, most)));
      stage.draft = { kind: 'points', ticks: Math.abs(at.x - from.x) <= TREMBLE ? 0 : ticks, by };
      stage.says = { text: `${laneName(w.roll.get('lane'))} ${point.amount + by}  ·  ${w.song.position(start + ticks)}`, x: at.x, y: at.y };
      stage.redrawNotes();
    },
    end(at) {
      const draft = stage.draft;
      finish(stage);
      if (draft?.kind === 'points' && (draft.ticks !== 0 || draft.by !== 0)) {
        w.attempt(() => w.song.noteShapes.moveControls(w.controls.all(), draft.ticks, draft.by));
      } else if (wasChosen && !at.shift && w.controls.size > 1) {
        w.controls.set([handle]);
      }
    },
    cancel: () => finish(stage)
  };
}

/** Chooses the points between two times, or with the eraser takes them away. */
export function pointBandGesture(stage: NotesStage, from: At, erase: boolean): Gesture {
  const { workspace: w, layout } = stage;
  const before = from.shift ? w.controls.all() : [];
  const within = (at: At) => pointsWithin(stage, layout, from, at);
  w.notes.clear();
  return {
    move(at) {
      stage.draft = { kind: 'band', x: from.x, y: from.y, toX: at.x, toY: at.y };
      w.controls.set([...before, ...within(at)]);
      stage.redrawNotes();
    },
    end(at) {
      const drawn = stage.draft !== null;
      finish(stage);
      const under = pointUnder(stage, at.x, at.y, at.touch);
      if (erase) {
        const gone = drawn ? w.controls.all() : under < 0 ? [] : [shownPoints(w)[under]!];
        w.controls.clear();
        if (gone.length > 0) {
          w.attempt(() => w.song.noteShapes.removeControls(gone));
        }
      } else if (!drawn && !from.shift) {
        w.controls.clear();
        w.caret.tick = snapped(w.song, Math.max(0, layout.tick(at.x)), w.step('notes', at.free));
        w.viewChanged('notes');
      }
    },
    cancel() {
      w.controls.set(before);
      finish(stage);
    }
  };
}

function pointsWithin(stage: NotesStage, layout: NotesLayout, from: At, to: At): number[] {
  const points = shownPoints(stage.workspace);
  const left = layout.tick(Math.min(from.x, to.x)) - layout.origin;
  const right = layout.tick(Math.max(from.x, to.x)) - layout.origin;
  const found: number[] = [];
  for (let at = 0; at < points.length; at += POINT_STRIDE) {
    if (points[at + Point.start] >= left && points[at + Point.start] <= right) {
      found.push(points[at]);
    }
  }
  return found;
}
