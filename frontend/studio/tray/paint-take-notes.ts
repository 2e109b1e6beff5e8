import { NOTE_STRIDE, Note, NONE } from '../../song/song';
import { firstFrom } from '../arrangement/paint-preview';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import { DRUMS_RULER, type DrumsLayout } from '../drums/drums-layout';
import { longestOf } from '../notes/find-note';
import { NOTES_RULER, type NotesLayout } from '../notes/notes-layout';
import type { Workspace } from '../workspace/workspace';

const DIMMED = 0.72;

/** The notes of a take in the piano roll, hollow in the proposer's colour; those that would go are dimmed. */
export function paintTakeNotes(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  const ghost = w.tray.ghost;
  const track = w.openedClip?.track ?? NONE;
  const notes = ghost?.rows.get(track);
  if (!ghost || !notes) {
    return;
  }
  const gone = w.tray.goneIn(w.openedClip?.handle ?? NONE);
  const { rows, rowHeight, scroll, axis } = layout;
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, NOTES_RULER, layout.width - layout.keys, layout.bottom - NOTES_RULER);
  pen.clip();
  if (gone.size > 0) {
    const placed = w.placed;
    pen.globalAlpha = DIMMED;
    pen.fillStyle = colours().ground;
    const from = axis.left - layout.origin;
    const end = firstFrom(placed, axis.right - layout.origin);
    for (let at = firstFrom(placed, from - longestOf(placed)); at < end; at += NOTE_STRIDE) {
      const row = rows.row(placed[at + Note.pitch]!);
      if (row >= 0 && gone.has(placed[at]!)) {
        pen.fillRect(layout.x(placed[at + Note.start]! + layout.origin), NOTES_RULER + row * rowHeight - scroll + 1,
          Math.max(2, placed[at + Note.length]! * axis.scale - 1), rowHeight - 2);
      }
    }
    pen.globalAlpha = 1;
  }
  pen.strokeStyle = css(ghost.colour);
  pen.lineWidth = 1.5;
  pen.beginPath();
  const last = firstFrom(notes, axis.right);
  for (let at = firstFrom(notes, axis.left - longestOf(notes)); at < last; at += NOTE_STRIDE) {
    const row = rows.row(notes[at + Note.pitch]!);
    const y = NOTES_RULER + row * rowHeight - scroll;
    if (row >= 0 && y < layout.bottom && y + rowHeight > NOTES_RULER) {
      pen.rect(layout.x(notes[at + Note.start]!) + 0.75, y + 1.75, Math.max(2, notes[at + Note.length]! * axis.scale - 2), rowHeight - 3.5);
    }
  }
  pen.stroke();
  pen.restore();
}

/** The hits of a take in the drum grid, hollow; those that would go are dimmed. */
export function paintTakeHits(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout): void {
  const ghost = w.tray.ghost;
  const notes = ghost?.rows.get(w.openedClip?.track ?? NONE);
  if (!ghost || !notes) {
    return;
  }
  const gone = w.tray.goneIn(w.openedClip?.handle ?? NONE);
  const { axis, rowHeight } = layout;
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, DRUMS_RULER, layout.width - layout.names, layout.height - DRUMS_RULER);
  pen.clip();
  const heard = layout.heard.notes;
  pen.globalAlpha = DIMMED;
  pen.fillStyle = colours().ground;
  for (let hit = 0; gone.size > 0 && hit < layout.lengths.length; hit++) {
    const at = hit * NOTE_STRIDE;
    const row = layout.row(heard[at + Note.pitch]!);
    if (row >= 0 && gone.has(heard[at]!)) {
      pen.fillRect(layout.x(layout.from + heard[at + Note.start]!), layout.rowTop(row) + 1, Math.max(3, layout.lengths[hit]! * axis.scale), rowHeight - 3);
    }
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = css(ghost.colour);
  pen.lineWidth = 1.5;
  pen.beginPath();
  const last = firstFrom(notes, axis.right);
  for (let at = firstFrom(notes, axis.left - longestOf(notes)); at < last; at += NOTE_STRIDE) {
    const pitch = notes[at + Note.pitch]!;
    const row = layout.row(pitch);
    const y = layout.rowTop(row);
    if (row >= 0 && y < layout.height && y + rowHeight > DRUMS_RULER) {
      pen.roundRect(layout.x(notes[at + Note.start]!) + 0.75, y + 2.75, Math.max(4, layout.stepOf(pitch) * axis.scale * 0.9 - 2), rowHeight - 6.5, 3);
    }
  }
  pen.stroke();
  pen.restore();
}
