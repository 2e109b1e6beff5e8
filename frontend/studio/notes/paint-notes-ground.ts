import { paintGrid, paintRuler, visibleLines } from '../canvas/paint-grid';
import { colours, type Palette } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import { drumName, isBlackKey, noteName } from '../gm/keys';
import type { Workspace } from '../workspace/workspace';
import { NOTES_RULER, type NotesLayout } from './notes-layout';
import { paintGhosts } from './paint-ghosts';
import { t } from '../../words/words';

/** What lies under the notes: rows, grid, ruler, keyboard, the velocity lane. */
export function paintNotesGround(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  const palette = colours();
  const { keys, width, height, bottom } = layout;
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, width, height);
  paintRows(pen, w, layout, palette);
  const lines = visibleLines(w.song, layout.axis);
  pen.save();
  pen.translate(keys, 0);
  paintGrid(pen, layout.axis, lines, w.step('notes').ticks, NOTES_RULER, height, palette);
  pen.restore();
  paintGhosts(pen, w, layout);
  paintOutside(pen, layout, palette);
  if (layout.lane > 0) {
    pen.fillStyle = palette.line;
    pen.fillRect(0, bottom, width, 1);
  }
  pen.save();
  pen.beginPath();
  pen.rect(keys, 0, width - keys, NOTES_RULER);
  pen.clip();
  pen.translate(keys, 0);
  paintRuler(pen, w.song, layout.axis, lines, 0, NOTES_RULER, palette, false);
  pen.fillStyle = mixed(layout.colour, 13);
  pen.fillRect(layout.axis.x(layout.from), 0, (layout.to - layout.from) * layout.axis.scale, 3);
  pen.restore();
  paintKeys(pen, layout, palette);
}

function paintRows(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, palette: Palette): void {
  const { rows, rowHeight, keys, width, bottom } = layout;
  const highlight = w.roll.get('highlight') && !layout.drums;
  const scale = w.roll.get('scale');
  const inKey = highlight ? w.song.noteShapes.keys(scale) : 0;
  const tonic = highlight ? w.song.noteShapes.tonic(scale) : -1;
  const first = Math.max(0, Math.floor(layout.scroll / rowHeight));
  const last = Math.min(rows.count - 1, Math.ceil((layout.scroll + bottom - NOTES_RULER) / rowHeight));
  for (let row = first; row <= last; row++) {
    const pitch = rows.pitch(row);
    const y = layout.y(pitch);
    const dark = layout.drums ? row % 2 === 1 : highlight ? ((inKey >> pitch % 12) & 1) === 0 : isBlackKey(pitch);
    pen.fillStyle = dark ? palette.blackRow : palette.whiteRow;
    pen.fillRect(keys, y, width - keys, rowHeight);
    if (pitch % 12 === tonic) {
      pen.fillStyle = palette.tonicRow;
      pen.fillRect(keys, y, width - keys, rowHeight);
    }
    pen.fillStyle = !layout.drums && pitch % 12 === 0 ? palette.bar : palette.step;
    pen.fillRect(keys, y + rowHeight - 1, width - keys, 1);
  }
}

/** Greys what the clip does not play. */
function paintOutside(pen: CanvasRenderingContext2D, layout: NotesLayout, palette: Palette): void {
  const left = layout.x(layout.from);
  const right = layout.x(layout.to);
  pen.fillStyle = palette.veil;
  if (left > layout.keys) {
    pen.fillRect(layout.keys, NOTES_RULER, left - layout.keys, layout.height);
  }
  if (right < layout.width) {
    pen.fillRect(Math.max(layout.keys, right), NOTES_RULER, layout.width - right, layout.height);
  }
  pen.fillStyle = mixed(layout.colour, 9);
  if (left >= layout.keys) {
    pen.fillRect(Math.round(left), NOTES_RULER, 1, layout.height);
  }
  if (right >= layout.keys) {
    pen.fillRect(Math.round(right), NOTES_RULER, 1, layout.height);
  }
}

function paintKeys(pen: CanvasRenderingContext2D, layout: NotesLayout, palette: Palette): void {
  const { rows, rowHeight, keys, bottom } = layout;
  pen.fillStyle = palette.panel;
  pen.fillRect(0, 0, keys, layout.height);
  pen.save();
  pen.beginPath();
  pen.rect(0, NOTES_RULER, keys, bottom - NOTES_RULER);
  pen.clip();
  pen.textBaseline = 'middle';
  for (let row = Math.max(0, Math.floor(layout.scroll / rowHeight)); row < rows.count; row++) {
    const pitch = rows.pitch(row);
    const y = layout.y(pitch);
    if (y > bottom) {
      break;
    }
    if (layout.drums) {
      paintDrumKey(pen, layout, pitch, y, row, palette);
    } else {
      paintPianoKey(pen, layout, pitch, y, palette);
    }
  }
  pen.restore();
  pen.fillStyle = palette.line;
  pen.fillRect(keys - 1, 0, 1, layout.height);
}

function paintPianoKey(pen: CanvasRenderingContext2D, layout: NotesLayout, pitch: number, y: number, palette: Palette): void {
  const { rowHeight, keys } = layout;
  const black = isBlackKey(pitch);
  pen.fillStyle = palette.whiteKey;
  pen.fillRect(0, y, keys - 1, rowHeight);
  if (black) {
    pen.fillStyle = palette.blackKey;
    pen.fillRect(0, y, keys * 0.58, rowHeight);
    pen.fillStyle = palette.faint;
    pen.fillRect(keys * 0.58, y + rowHeight / 2, keys, 0.75);
  } else if (pitch % 12 === 0 || pitch % 12 === 5) {
    pen.fillStyle = palette.faint;
    pen.fillRect(0, y + rowHeight - 0.75, keys, 0.75);
  }
  if ((pitch % 12 === 0 || layout.rows.folded) && rowHeight >= 8) {
    pen.font = palette.rulerBold;
    pen.fillStyle = palette.onColour;
    pen.textAlign = 'right';
    pen.fillText(noteName(pitch), keys - 4, y + rowHeight / 2 + 0.5);
    pen.textAlign = 'left';
  }
}

function paintDrumKey(pen: CanvasRenderingContext2D, layout: NotesLayout, pitch: number, y: number, row: number, palette: Palette): void {
  pen.fillStyle = row % 2 === 1 ? palette.panel : palette.raised;
  pen.fillRect(0, y, layout.keys - 1, layout.rowHeight);
  if (layout.rowHeight >= 9) {
    pen.font = palette.ruler;
    pen.fillStyle = palette.quiet;
    pen.fillText(drumName(pitch), 10, y + layout.rowHeight / 2 + 0.5);
  }
}
