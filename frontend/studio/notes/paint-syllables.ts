import { Note } from '../../song/song';
import { colours } from '../canvas/palette';
import type { Workspace } from '../workspace/workspace';
import { NOTES_RULER, type NotesLayout } from './notes-layout';

/** Pixels that a quarter note must have for words to be read under it. */
const ROOM = 20;

/** The syllables of the opened content, each under its note. */
export function paintSyllables(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  if (layout.drums || layout.axis.scale * 960 < ROOM) {
    return;
  }
  const notes = w.seen.notes(w.content);
  pen.font = colours().small;
  pen.textBaseline = 'top';
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.strokeStyle = colours().ground;
  pen.fillStyle = colours().text;
  for (const lyric of w.song.lyrics.all()) {
    const at = lyric.note < 0 ? -1 : w.seen.noteAt(w.content, lyric.note);
    if (at < 0) {
      continue;
    }
    const x = layout.x(notes[at + Note.start] + layout.origin);
    const y = layout.y(notes[at + Note.pitch]) + layout.rowHeight + 1;
    if (x < layout.width && x > layout.keys - 60 && y > NOTES_RULER && y < layout.bottom - 8) {
      const text = lyric.text === '_' ? '—' : lyric.text.replace('=', '-');
      pen.strokeText(text, x + 1, y);
      pen.fillText(text, x + 1, y);
    }
  }
}
