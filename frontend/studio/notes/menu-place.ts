import { pointAt } from '../workspace/control-actions';
import type { Workspace } from '../workspace/workspace';
import { mostShown } from './lane-gestures';
import type { NotesStage } from './notes-stage';

/** Pixels from the beginning of a note to where its menu opens. */
const INSIDE = 3;

/** Where the menu of keys opens in the piano roll: at the point or note chosen last, or at the caret. */
export function menuPlace(stage: NotesStage): { x: number; y: number } {
  const { workspace: w, layout } = stage;
  const last = w.controls.all().at(-1);
  const point = last === undefined ? undefined : pointAt(w, last);
  if (point) {
    layout.axis.reveal(point.start + layout.origin);
    w.viewChanged('notes');
    return { x: layout.x(point.start + layout.origin), y: layout.height - 2 - layout.stalk(point.amount, mostShown(stage)) };
  }
  const note = chosen(w);
  const tick = note ? note.start + layout.origin : w.caret.tick;
  const pitch = note?.pitch ?? w.caret.pitch;
  layout.axis.reveal(tick);
  layout.reveal(pitch);
  w.viewChanged('notes');
  return { x: layout.x(tick) + (note ? Math.min(INSIDE, note.length * layout.axis.scale / 2) : 0), y: layout.y(pitch) + layout.rowHeight / 2 };
}

function chosen(w: Workspace) {
  return w.notes.all().map(note => w.seen.note(w.content, note)).findLast(note => note !== undefined);
}
