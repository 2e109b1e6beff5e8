import { Note, NONE, NOTE_STRIDE } from '../../song/song';
import { paintBand } from '../arrangement/paint-overlay';
import { tag } from '../canvas/letters';
import { paintChosenByOther, paintOtherPlayhead, paintPointer } from '../canvas/paint-people';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { paintGridLocks } from '../locks/editor-locks';
import { DRUMS_RULER, type DrumsLayout, type Step } from './drums-layout';
import type { HitDraft } from './hit-draft';

export interface DrumsOverlay {
  readonly draft: HitDraft | null;
  readonly says: { readonly text: string; readonly x: number; readonly y: number } | null;
  /** The step that a press would fill. */
  readonly ghost: Step | null;
  readonly focused: boolean;
}

/** What moves over the hits: the step under pointer and caret, playheads, the others. */
export function paintDrumsOverlay(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout, overlay: DrumsOverlay): void {
  const palette = colours();
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, 0, layout.width - layout.names, layout.height);
  pen.clip();
  paintGridLocks(pen, w, layout);
  paintOthersChoices(pen, w, layout);
  const caret = w.place === 'notes' && layout.row(w.caret.pitch) >= 0 ? layout.stepAt(w.caret.pitch, Math.round(w.caret.tick)) : null;
  if (overlay.ghost && !overlay.draft) {
    pen.globalAlpha = 0.3;
    pen.fillStyle = css(layout.colour);
    box(pen, layout, overlay.ghost);
    pen.fill();
    pen.globalAlpha = 1;
  }
  if (caret) {
    pen.strokeStyle = overlay.focused ? palette.text : palette.faint;
    pen.lineWidth = 1.5;
    box(pen, layout, caret);
    pen.stroke();
  }
  paintPlayheads(pen, w, layout);
  for (const person of w.song.people) {
    const row = layout.row(person.pointerPitch);
    if (!person.self && person.pointerPlace !== NONE && person.pointerPlace === w.content && row >= 0) {
      const y = layout.rowTop(row) + layout.rowHeight / 2;
      const clip = w.openedClip;
      if (clip && y > DRUMS_RULER) {
        paintPointer(pen, layout.x(person.pointerTick + clip.start - clip.offset), y, person.name, person.colour);
      }
    }
  }
  if (overlay.draft?.kind === 'band') {
    const { x, y, toX, toY } = overlay.draft;
    paintBand(pen, x, y, toX, toY);
  }
  pen.restore();
  if (overlay.says) {
    pen.font = palette.small;
    const width = pen.measureText(overlay.says.text).width + 10;
    tag(pen, overlay.says.text, Math.min(layout.width - width - 4, overlay.says.x + 14), Math.max(2, overlay.says.y - 26), palette.text, palette.onColour);
  }
}

function box(pen: CanvasRenderingContext2D, layout: DrumsLayout, step: Step): void {
  pen.beginPath();
  pen.roundRect(layout.x(step.tick) + 0.5, layout.rowTop(layout.row(step.pitch)) + 1.5, Math.max(4, step.length * layout.axis.scale - 2), layout.rowHeight - 3, 3);
}

function paintPlayheads(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout): void {
  for (const person of w.song.people) {
    if (!person.self && person.playing) {
      paintOtherPlayhead(pen, Math.round(layout.x(person.playhead)), DRUMS_RULER, layout.height, person.name, person.colour, true);
    }
  }
  const x = Math.round(layout.x(w.song.transport.playhead));
  pen.fillStyle = colours().accent;
  pen.fillRect(x, DRUMS_RULER - 8, 1, layout.height);
  pen.beginPath();
  pen.moveTo(x - 5, DRUMS_RULER - 9);
  pen.lineTo(x + 6, DRUMS_RULER - 9);
  pen.lineTo(x + 0.5, DRUMS_RULER - 1);
  pen.fill();
}

function paintOthersChoices(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout): void {
  const { notes } = layout.heard;
  for (const person of w.song.people) {
    if (person.self || person.selection.length === 0) {
      continue;
    }
    const theirs = new Set(person.selection);
    for (let hit = 0; hit < layout.lengths.length; hit++) {
      const at = hit * NOTE_STRIDE;
      if (theirs.has(notes[at]!)) {
        const row = layout.row(notes[at + Note.pitch]!);
        paintChosenByOther(pen, layout.x(layout.from + notes[at + Note.start]!) - 1, layout.rowTop(row), layout.lengths[hit]! * layout.axis.scale, layout.rowHeight - 1, person.colour);
      }
    }
  }
}
