import { chordWords } from '../arrangement/lane-items';
import type { Layout } from '../arrangement/layout';
import { paintPreview } from '../arrangement/paint-preview';
import { fit } from '../canvas/letters';
import { colours } from '../canvas/palette';
import { css, lighter, mixed } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import type { GhostTake } from './take-ghosts';
import { t } from '../../words/words';

const TITLE = 16;
const FRESH = 44;
const DASHES = [5, 3];

/** The take that is heard or unfolded, over the arrangement: strips on its tracks, new tracks below the last, chords on their lane. */
export function paintTake(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const ghost = w.tray.ghost;
  if (!ghost) {
    return;
  }
  const x = layout.axis.x(ghost.from);
  const width = Math.max(4, (ghost.to - ghost.from) * layout.axis.scale - 1);
  if (x > layout.width || x + width < 0) {
    return;
  }
  pen.save();
  pen.beginPath();
  pen.rect(0, layout.top, layout.width, layout.height - layout.top);
  pen.clip();
  for (const [track, notes] of ghost.rows) {
    const row = layout.row(track);
    if (row >= 0) {
      const height = layout.rowHeight(row) - 3;
      const low = ghost.over && height >= 44;
      strip(pen, layout, ghost, notes, x, layout.y(row) + 1 + (low ? height / 2 : 0), width, low ? height / 2 : height, t('Take {0}', ghost.number));
    }
  }
  ghost.fresh.forEach((part, index) => strip(pen, layout, ghost, part.notes, x, layout.top + layout.total - layout.scroll + 6 + index * FRESH, width, FRESH - 5,
    t('Take {0}, new track: {1}', ghost.number, part.name)));
  pen.restore();
  paintChords(pen, layout, ghost);
}

function strip(pen: CanvasRenderingContext2D, layout: Layout, ghost: GhostTake, notes: Int32Array, x: number, y: number, width: number, height: number, title: string): void {
  if (y > layout.height || y + height < layout.top) {
    return;
  }
  const palette = colours();
  pen.globalAlpha = 0.88;
  pen.fillStyle = palette.ground;
  pen.beginPath();
  pen.roundRect(x, y, width, height, 4);
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = css(ghost.colour);
  pen.lineWidth = 1.5;
  pen.setLineDash(DASHES);
  pen.stroke();
  pen.setLineDash([]);
  const named = height >= 34;
  paintPreview(pen, layout.axis, notes, ghost.from, ghost.to - ghost.from, ghost.from, 0, y + (named ? TITLE : 3), height - (named ? TITLE + 3 : 6), lighter(ghost.colour, 3));
  if (named) {
    const shift = Math.max(0, -x);
    pen.font = palette.smallBold;
    pen.textBaseline = 'middle';
    pen.fillStyle = lighter(ghost.colour, 6);
    pen.fillText(fit(pen, title, width - shift - 10), x + shift + 6, y + TITLE / 2 + 0.5);
  }
}

function paintChords(pen: CanvasRenderingContext2D, layout: Layout, ghost: GhostTake): void {
  const lane = layout.lanes.find(each => each.name === 'chords');
  if (!lane || ghost.chords.length === 0) {
    return;
  }
  const palette = colours();
  pen.font = palette.smallBold;
  pen.textBaseline = 'middle';
  pen.lineWidth = 1.5;
  for (const chord of ghost.chords) {
    const x = Math.round(layout.axis.x(chord.start));
    const width = Math.max(4, Math.round(chord.length * layout.axis.scale) - 2);
    if (x > layout.width || x + width < 0) {
      continue;
    }
    pen.fillStyle = mixed(ghost.colour, 2);
    pen.strokeStyle = css(ghost.colour);
    pen.beginPath();
    pen.roundRect(x + 0.5, lane.top + 2.5, width, lane.height - 6, 3);
    pen.fill();
    pen.setLineDash(DASHES);
    pen.stroke();
    pen.setLineDash([]);
    const shift = Math.max(0, -x);
    pen.fillStyle = lighter(ghost.colour, 8);
    pen.fillText(fit(pen, chordWords(chord.symbol), width - 10 - shift), x + 6 + shift, lane.top + lane.height / 2);
  }
}
