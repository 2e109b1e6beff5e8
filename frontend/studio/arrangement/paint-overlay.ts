import { Clip, NONE } from '../../song/song';
import { tag } from '../canvas/letters';
import { paintChosenByOther, paintOtherPlayhead, paintPointer } from '../canvas/paint-people';
import { colours } from '../canvas/palette';
import { paintBusy } from '../together/paint-busy';
import { paintLocks } from '../locks/arrangement-locks';
import { paintPins } from '../together/pins';
import type { Workspace } from '../workspace/workspace';
import type { Draft } from './draft';
import { RULER, type Layout } from './layout';
import { paintWhole } from './paint-whole';
import { paintRecording } from './paint-recording';

/** What moves: playhead, caret, the others, the rubber band, what a drag would do. */
export interface Overlay {
  readonly draft: Draft | null;
  /** Words beside the pointer while dragging. */
  readonly says: { readonly text: string; readonly x: number; readonly y: number } | null;
  readonly focused: boolean;
}

export function paintOverlay(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, overlay: Overlay): void {
  paintLocks(pen, w, layout);
  paintBusy(pen, w, layout);
  paintPins(pen, w, layout);
  paintRecording(pen, w, layout);
  paintCaret(pen, w, layout, overlay.focused);
  for (const person of w.song.people) {
    if (!person.self) {
      paintSelection(pen, w, layout, person.selection, person.colour);
      const x = Math.round(layout.axis.x(person.playhead));
      if (x >= 0 && x < layout.width) {
        paintOtherPlayhead(pen, x, RULER, layout.height, person.name, person.colour, person.playing);
      }
    }
  }
  paintPlayhead(pen, w, layout);
  for (const person of w.song.people) {
    const row = person.self || person.pointerPlace === NONE ? -1 : layout.row(person.pointerPlace);
    if (row >= 0) {
      const y = layout.y(row) + layout.rowHeight(row) / 2;
      if (y > layout.top && y < layout.height) {
        paintPointer(pen, layout.axis.x(person.pointerTick), y, person.name, person.colour);
      }
    }
  }
  if (overlay.draft?.kind === 'whole') {
    paintWhole(pen, layout, overlay.draft);
  }
  if (overlay.draft?.kind === 'band') {
    const { x, y, toX, toY } = overlay.draft;
    paintBand(pen, x, y, toX, toY);
  }
  if (overlay.says) {
    pen.font = colours().small;
    const width = pen.measureText(overlay.says.text).width + 10;
    tag(pen, overlay.says.text, Math.min(layout.width - width - 4, overlay.says.x + 14), Math.max(2, overlay.says.y - 26), colours().text, colours().onColour);
  }
}

export function paintBand(pen: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number): void {
  pen.fillStyle = colours().accentQuiet;
  pen.strokeStyle = colours().accent;
  pen.lineWidth = 1;
  pen.fillRect(Math.min(x, toX), Math.min(y, toY), Math.abs(toX - x), Math.abs(toY - y));
  pen.strokeRect(Math.min(x, toX) + 0.5, Math.min(y, toY) + 0.5, Math.abs(toX - x), Math.abs(toY - y));
}

function paintPlayhead(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const x = Math.round(layout.axis.x(w.song.transport.playhead));
  if (x < -6 || x > layout.width + 6) {
    return;
  }
  pen.fillStyle = colours().accent;
  pen.fillRect(x, RULER - 8, 1, layout.height);
  pen.beginPath();
  pen.moveTo(x - 5, RULER - 12);
  pen.lineTo(x + 6, RULER - 12);
  pen.lineTo(x + 6, RULER - 7);
  pen.lineTo(x + 0.5, RULER - 1);
  pen.lineTo(x - 5, RULER - 7);
  pen.fill();
}

function paintCaret(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, focused: boolean): void {
  const row = layout.row(w.caret.track);
  if (row < 0 || w.place !== 'arrangement') {
    return;
  }
  const x = Math.round(layout.axis.x(w.caret.tick));
  const y = Math.max(layout.top, layout.y(row));
  const bottom = layout.y(row) + layout.rowHeight(row);
  if (bottom > layout.top) {
    pen.fillStyle = focused ? colours().text : colours().faint;
    pen.fillRect(x, y, 1, bottom - y);
    pen.fillRect(x - 2, y, 5, 1);
    pen.fillRect(x - 2, bottom - 1, 5, 1);
  }
}

function paintSelection(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, selection: readonly number[], colour: number): void {
  const clips = w.seen.clips;
  for (const handle of selection) {
    const at = w.seen.clipAt(handle);
    if (at < 0) {
      continue;
    }
    const row = layout.row(clips[at + Clip.track]);
    const y = row < 0 ? -1 : layout.y(row) + 1;
    if (row >= 0 && y + layout.rowHeight(row) > layout.top) {
      const top = Math.max(layout.top, y);
      paintChosenByOther(pen, layout.axis.x(clips[at + Clip.start]), top, clips[at + Clip.length] * layout.axis.scale - 1,
        y + layout.rowHeight(row) - 3 - top, colour);
    }
  }
}
