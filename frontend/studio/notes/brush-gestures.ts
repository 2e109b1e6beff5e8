import type { Stroke } from '../../song/note-shapes';
import type { Handle } from '../../song/song';
import { t } from '../../words/words';
import type { At, Gesture } from '../pointer/pointing';
import { snapped, snappedDown, stepLength } from '../time/grid-step';
import { drawnPitches } from '../workspace/shape-actions';
import { notesAcross, notesInside, noteUnder } from './find-note';
import { TREMBLE, called, finish } from './note-gestures';
import type { NotesStage } from './notes-stage';

/** Pixels between two looks at what lies under a quick pointer. */
const CLOSE = 3;

/** Points between two places of a pointer, close enough that it misses nothing; the first is left out. */
function* between(from: At, to: At): Iterable<{ x: number; y: number }> {
  const looks = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CLOSE));
  for (let look = 1; look <= looks; look++) {
    yield { x: from.x + (to.x - from.x) * look / looks, y: from.y + (to.y - from.y) * look / looks };
  }
}

/** The brush: a note, or a chord, in each step of the grid that the pointer crosses, where it crosses it. */
export function paintGesture(stage: NotesStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const cells = new Map<number, { length: number; pitches: readonly number[] }>();
  let last = from;
  const paint = (x: number, y: number, free: boolean) => {
    const step = w.step('notes', free);
    const start = Math.max(layout.origin, snappedDown(w.song, layout.tick(x), step));
    const pitches = drawnPitches(w, layout.pitch(y), layout.drums);
    cells.set(start - layout.origin, { length: stepLength(w.song, start, step), pitches });
    w.audition.start(pitches, w.lastVelocity);
  };
  const show = (at: At) => {
    const strokes: Stroke[] = [];
    for (const [start, { length, pitches }] of cells) {
      for (const pitch of pitches) {
        strokes.push([start, length, pitch, w.lastVelocity]);
      }
    }
    stage.draft = { kind: 'paint', strokes };
    stage.says = { text: `${called(stage, layout.pitch(at.y))}  ·  ${t(w.step('notes', at.free).name)}`, x: at.x, y: at.y };
    stage.redrawNotes();
  };
  stage.ghost = null;
  paint(from.x, from.y, from.free);
  show(from);
  return {
    move(at) {
      for (const { x, y } of between(last, at)) {
        if (x >= layout.keys) {
          paint(x, at.shift ? from.y : y, at.free);
        }
      }
      last = at;
      show(at);
    },
    end() {
      const draft = stage.draft;
      finish(stage);
      if (draft?.kind === 'paint') {
        w.notes.set(w.attempt(() => w.song.noteShapes.draw(w.content, draft.strokes)) ?? []);
      }
    },
    cancel: () => finish(stage)
  };
}

/** The eraser: every note that the pointer touches goes when it lets go. */
export function eraseGesture(stage: NotesStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const touched = new Set<Handle>();
  let last = from;
  const touch = (x: number, y: number) => {
    const found = noteUnder(w, layout, x, y, from.touch);
    if (found) {
      touched.add(found.note);
    }
  };
  const show = () => {
    stage.draft = { kind: 'erase', notes: touched };
    stage.redrawNotes();
  };
  touch(from.x, from.y);
  show();
  return {
    move(at) {
      for (const { x, y } of between(last, at)) {
        touch(x, y);
      }
      last = at;
      show();
    },
    end() {
      finish(stage);
      if (touched.size > 0) {
        w.attempt(() => w.song.removeNotes([...touched]));
      }
    },
    cancel: () => finish(stage)
  };
}

/** The knife: cuts the note under it; drawn up or down, every note that it crosses. */
export function cutGesture(stage: NotesStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const tick = snapped(w.song, layout.tick(from.x), w.step('notes', from.free));
  const show = (at: At) => {
    stage.draft = { kind: 'cut', tick, y: from.y, toY: at.y };
    stage.says = { text: w.song.position(tick), x: at.x, y: at.y };
    stage.redrawOverlay();
  };
  show(from);
  return {
    move: show,
    end(at) {
      finish(stage);
      const notes = notesAcross(w, layout, tick - layout.origin, from.y, at.y);
      if (notes.length > 0) {
        const pieces = w.attempt(() => w.song.noteShapes.split(notes, tick - layout.origin));
        w.notes.set(pieces ?? []);
      }
    },
    cancel: () => finish(stage)
  };
}

/** The lasso: chooses what lies within the line that is drawn around it. Shift adds to what is chosen. */
export function lassoGesture(stage: NotesStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const before = w.notes.all();
  const kept = from.shift ? before : [];
  /** Ticks and heights of the rows, so that the line stays where it was drawn while the view scrolls. */
  const line: number[] = [layout.tick(from.x), from.y + layout.scroll];
  let drawn = false;
  return {
    move(at) {
      drawn ||= Math.hypot(at.x - from.x, at.y - from.y) > TREMBLE;
      line.push(layout.tick(at.x), Math.min(at.y, layout.bottom) + layout.scroll);
      const outline = line.map((value, at) => at % 2 === 0 ? layout.x(value) : value - layout.scroll);
      stage.draft = { kind: 'lasso', outline };
      w.notes.set([...kept, ...notesInside(w, layout, outline)]);
      stage.redrawNotes();
    },
    end() {
      finish(stage);
      if (!drawn && !from.shift) {
        w.notes.clear();
      }
    },
    cancel() {
      w.notes.set(before);
      finish(stage);
    }
  };
}
