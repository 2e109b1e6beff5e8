import { REPEATED } from '../../song/patterns';
import { Note, NOTE_STRIDE } from '../../song/song';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { NOTES_RULER, type NotesLayout } from './notes-layout';

/** Of a clip that is heard elsewhere than its notes lie: marks where they were written, and ghosts of what repeats by itself. */
export function paintHeard(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  const { notes, written } = w.seen.placed(w.opened);
  if (written.length === 0) {
    return;
  }
  pen.fillStyle = colours().quiet;
  for (let note = 0; note < written.length; note++) {
    const at = note * NOTE_STRIDE;
    const y = layout.y(notes[at + Note.pitch]!);
    if (written[note] !== notes[at + Note.start] && y >= NOTES_RULER - layout.rowHeight && y < layout.bottom) {
      pen.fillRect(Math.round(layout.x(layout.origin + written[note]!)), y + 1, 1, layout.rowHeight - 2);
    }
  }
  const heard = w.seen.heard(w.opened).notes;
  pen.fillStyle = css(layout.colour);
  pen.globalAlpha = 0.25;
  for (let at = 0; at < heard.length; at += NOTE_STRIDE) {
    const start = layout.from + heard[at + Note.start]!;
    const y = layout.y(heard[at + Note.pitch]!);
    if ((heard[at + Note.flags]! & REPEATED) !== 0 && start < layout.to && y >= NOTES_RULER - layout.rowHeight && y < layout.bottom) {
      pen.fillRect(layout.x(start), y + 1, Math.max(2, heard[at + Note.length]! * layout.axis.scale - 1), layout.rowHeight - 2);
    }
  }
  pen.globalAlpha = 1;
}
