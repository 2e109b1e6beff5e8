import { Note, NONE } from '../../song/song';
import { paintBand } from '../arrangement/paint-overlay';
import { tag } from '../canvas/letters';
import { paintChosenByOther, paintOtherPlayhead, paintPointer } from '../canvas/paint-people';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import type { NoteDraft } from './note-draft';
import { NOTES_RULER, type NotesLayout } from './notes-layout';
import { paintRollLocks } from '../locks/editor-locks';
import { paintLitKeys } from './paint-lit-keys';

export interface NotesOverlay {
  readonly draft: NoteDraft | null;
  readonly says: { readonly text: string; readonly x: number; readonly y: number } | null;
  /** What a press would draw here. */
  readonly ghost: { readonly start: number; readonly length: number; readonly pitches: readonly number[] } | null;
  /** Where a press would cut. */
  readonly knife: number | null;
  readonly focused: boolean;
}

/** What moves over the notes: playhead, caret, the others, what a press or a drag would do. */
export function paintNotesOverlay(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, overlay: NotesOverlay): void {
  paintLitKeys(pen, w, layout);
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, 0, layout.width - layout.keys, layout.height);
  pen.clip();
  paintRollLocks(pen, w, layout);
  paintOthersChoices(pen, w, layout);
  if (!overlay.draft) {
    if (overlay.ghost) {
      paintGhost(pen, w, layout, overlay.ghost);
    }
    if (overlay.knife !== null) {
      paintKnife(pen, layout, overlay.knife, NOTES_RULER, layout.bottom, 0.5);
    }
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
  paintDrawn(pen, layout, overlay.draft);
  pen.restore();
  if (overlay.says) {
    pen.font = colours().small;
    const width = pen.measureText(overlay.says.text).width + 10;
    tag(pen, overlay.says.text, Math.min(layout.width - width - 4, overlay.says.x + 14), Math.max(2, overlay.says.y - 26), colours().text, colours().onColour);
  }
}

/** The lines that a drag draws. */
function paintDrawn(pen: CanvasRenderingContext2D, layout: NotesLayout, draft: NoteDraft | null): void {
  if (draft?.kind === 'band') {
    paintBand(pen, draft.x, draft.y, draft.toX, draft.toY);
  } else if (draft?.kind === 'cut') {
    paintKnife(pen, layout, draft.tick, Math.min(draft.y, draft.toY) - layout.rowHeight / 2, Math.max(draft.y, draft.toY) + layout.rowHeight / 2, 1);
  } else if (draft?.kind === 'lasso') {
    pen.beginPath();
    for (let at = 0; at < draft.outline.length; at += 2) {
      pen.lineTo(draft.outline[at]!, draft.outline[at + 1]!);
    }
    pen.closePath();
    pen.fillStyle = colours().accentQuiet;
    pen.fill();
    pen.strokeStyle = colours().accent;
    pen.lineWidth = 1;
    pen.stroke();
  }
}

function paintKnife(pen: CanvasRenderingContext2D, layout: NotesLayout, tick: number, top: number, bottom: number, strength: number): void {
  pen.globalAlpha = strength;
  pen.fillStyle = colours().accent;
  pen.fillRect(Math.round(layout.x(tick)) - 0.5, top, 1.5, bottom - top);
  pen.globalAlpha = 1;
}

/** What a press would draw: as long and as strong as it will be. */
function paintGhost(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, ghost: NonNullable<NotesOverlay['ghost']>): void {
  pen.fillStyle = pen.strokeStyle = css(layout.colour);
  pen.lineWidth = 1;
  const x = layout.x(ghost.start);
  const width = Math.max(3, ghost.length * layout.axis.scale - 1);
  for (const pitch of ghost.pitches) {
    if (layout.rows.row(pitch) >= 0) {
      pen.globalAlpha = 0.1 + 0.3 * w.lastVelocity / 127;
      pen.fillRect(x, layout.y(pitch) + 1, width, layout.rowHeight - 2);
      pen.globalAlpha = 0.9;
      pen.strokeRect(x + 0.5, layout.y(pitch) + 1.5, width - 1, layout.rowHeight - 3);
    }
  }
  pen.globalAlpha = 1;
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
