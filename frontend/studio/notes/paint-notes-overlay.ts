import { Note, NONE } from '../../song/song';
import { paintBand } from '../arrangement/paint-overlay';
import { tag } from '../canvas/letters';
import { paintChosenByOther, paintOtherPlayhead, paintPointer } from '../canvas/paint-people';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import type { NoteDraft } from './note-draft';
import { NOTES_RULER, type NotesLayout } from './notes-layout';

export interface NotesOverlay {
  readonly draft: NoteDraft | null;
  readonly says: { readonly text: string; readonly x: number; readonly y: number } | null;
  /** What a press would draw here. */
  readonly ghost: { readonly start: number; readonly length: number; readonly pitch: number } | null;
  readonly focused: boolean;
}

/** What moves over the notes: playhead, caret, the others, what a press or a drag would do. */
export function paintNotesOverlay(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, overlay: NotesOverlay): void {
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, 0, layout.width - layout.keys, layout.height);
  pen.clip();
  paintOthersChoices(pen, w, layout);
  const { ghost } = overlay;
  if (ghost && !overlay.draft) {
    pen.fillStyle = css(layout.colour);
    pen.strokeStyle = css(layout.colour);
    pen.lineWidth = 1;
    const x = layout.x(ghost.start);
    const width = Math.max(3, ghost.length * layout.axis.scale - 1);
    pen.globalAlpha = 0.25;
    pen.fillRect(x, layout.y(ghost.pitch) + 1, width, layout.rowHeight - 2);
    pen.globalAlpha = 0.9;
    pen.strokeRect(x + 0.5, layout.y(ghost.pitch) + 1.5, width - 1, layout.rowHeight - 3);
    pen.globalAlpha = 1;
  }
  paintCaret(pen, w, layout, overlay.focused);
  paintPlayheads(pen, w, layout);
  for (const person of w.song.people) {
    if (!person.self && person.pointerPlace !== NONE && person.pointerPlace === w.content) {
      const y = layout.y(person.pointerPitch) + layout.rowHeight / 2;
      if (y > NOTES_RULER && y < layout.bottom) {
        paintPointer(pen, layout.x(person.pointerTick + layout.origin), y, person.name, person.colour);
      }
    }
  }
  if (overlay.draft?.kind === 'band') {
    const { x, y, toX, toY } = overlay.draft;
    paintBand(pen, x, y, toX, toY);
  }
  pen.restore();
  if (overlay.says) {
    pen.font = colours().small;
    const width = pen.measureText(overlay.says.text).width + 10;
    tag(pen, overlay.says.text, Math.min(layout.width - width - 4, overlay.says.x + 14), Math.max(2, overlay.says.y - 26), colours().text, colours().onColour);
  }
}

function paintPlayheads(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  for (const person of w.song.people) {
    if (!person.self && person.playing) {
      paintOtherPlayhead(pen, Math.round(layout.x(person.playhead)), NOTES_RULER, layout.height, person.name, person.colour, true);
    }
  }
  const x = Math.round(layout.x(w.song.transport.playhead));
  pen.fillStyle = colours().accent;
  pen.fillRect(x, NOTES_RULER - 8, 1, layout.height);
  pen.beginPath();
  pen.moveTo(x - 5, NOTES_RULER - 9);
  pen.lineTo(x + 6, NOTES_RULER - 9);
  pen.lineTo(x + 0.5, NOTES_RULER - 1);
  pen.fill();
}

function paintCaret(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, focused: boolean): void {
  if (w.place !== 'notes' || layout.rows.row(w.caret.pitch) < 0) {
    return;
  }
  const y = layout.y(w.caret.pitch);
  if (y >= NOTES_RULER - layout.rowHeight && y < layout.bottom) {
    pen.fillStyle = focused ? colours().text : colours().faint;
    const x = Math.round(layout.x(w.caret.tick));
    pen.fillRect(x, y, 1.5, layout.rowHeight);
    pen.fillRect(x - 2, y, 5, 1);
    pen.fillRect(x - 2, y + layout.rowHeight - 1, 5, 1);
  }
}

function paintOthersChoices(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  const notes = w.seen.notes(w.content);
  for (const person of w.song.people) {
    if (person.self) {
      continue;
    }
    for (const handle of person.selection) {
      const at = w.seen.noteAt(w.content, handle);
      const y = at < 0 ? -1 : layout.y(notes[at + Note.pitch]);
      if (at >= 0 && y > NOTES_RULER && y + layout.rowHeight < layout.bottom) {
        paintChosenByOther(pen, layout.x(notes[at + Note.start] + layout.origin) - 1, y, notes[at + Note.length] * layout.axis.scale + 1, layout.rowHeight, person.colour);
      }
    }
  }
}
