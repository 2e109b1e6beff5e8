import { CLIP_STRIDE, Clip, NOTE_STRIDE, Note } from '../../song/song';
import { firstFrom } from '../arrangement/paint-preview';
import { mixed } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { longestOf } from './find-note';
import { NOTES_RULER, type NotesLayout } from './notes-layout';

/** What chosen other tracks play, faintly behind the notes. */
export function paintGhosts(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  const { ghosts, ghostsShown } = w.roll;
  if (!ghostsShown || ghosts.size === 0) {
    return;
  }
  const clips = w.seen.clips;
  const { left, right } = layout.axis;
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, NOTES_RULER, layout.width - layout.keys, layout.bottom - NOTES_RULER);
  pen.clip();
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    const start = clips[at + Clip.start];
    const end = start + clips[at + Clip.length];
    if (!ghosts.has(clips[at + Clip.track]) || clips[at] === w.opened || (clips[at + Clip.flags] & 1) !== 0 || start >= right || end <= left) {
      continue;
    }
    pen.fillStyle = mixed(clips[at + Clip.colour], 5);
    const period = clips[at + Clip.loop] > 0 ? clips[at + Clip.loop] : clips[at + Clip.length];
    const notes = w.seen.notes(clips[at + Clip.content]);
    for (let from = start + Math.max(0, Math.floor((left - start) / period)) * period; from < Math.min(end, right); from += period) {
      paintTurn(pen, layout, notes, from - clips[at + Clip.offset], Math.max(from, left), Math.min(from + period, end, right));
    }
  }
  pen.restore();
}

/** Once through a content whose tick 0 lies at `origin`, as far as it sounds within [from, to) of the song. */
function paintTurn(pen: CanvasRenderingContext2D, layout: NotesLayout, notes: Int32Array, origin: number, from: number, to: number): void {
  const { rows, rowHeight, scroll, axis } = layout;
  for (let at = firstFrom(notes, from - origin - longestOf(notes)); at < notes.length && notes[at + Note.start] + origin < to; at += NOTE_STRIDE) {
    const row = rows.row(notes[at + Note.pitch]);
    const start = Math.max(from, notes[at + Note.start] + origin);
    const end = Math.min(to, notes[at + Note.start] + notes[at + Note.length] + origin);
    if (row >= 0 && end > start) {
      pen.fillRect(layout.x(start), NOTES_RULER + row * rowHeight - scroll + 1, Math.max(2, (end - start) * axis.scale - 1), rowHeight - 2);
    }
  }
}
