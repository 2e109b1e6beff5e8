import { paintGrid, paintRuler, visibleLines } from '../canvas/paint-grid';
import { colours } from '../canvas/palette';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';
import { LOOP_STRIP, RULER } from './layout';
import { paintLanes } from './paint-lanes';
import type { Draft } from './draft';

/** What lies under the clips: rows, grid, ruler, lanes. */
export function paintGround(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, draft: Draft | null): void {
  const palette = colours();
  const axis = layout.axis;
  const lines = visibleLines(w.song, axis);
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, layout.width, layout.height);

  for (let row = 0; row < layout.handles.length; row++) {
    const y = layout.y(row);
    const height = layout.rowHeight(row);
    if (y + height > layout.top && y < layout.height && layout.handles[row] === w.caret.track) {
      pen.fillStyle = palette.handRow;
      pen.fillRect(0, Math.max(layout.top, y), layout.width, height);
    }
  }
  paintGrid(pen, axis, lines, w.step('arrangement').ticks, layout.top, layout.height, palette);
  pen.fillStyle = palette.line;
  for (let row = 0; row < layout.handles.length; row++) {
    const bottom = layout.y(row) + layout.rowHeight(row) - 1;
    if (bottom > layout.top && bottom < layout.height) {
      pen.fillRect(0, bottom, layout.width, 1);
    }
  }
  paintRuler(pen, w.song, axis, lines, 0, RULER, palette, true);
  paintLoop(pen, w, layout);
  paintLanes(pen, w, layout, draft);
}

function paintLoop(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const { from, to, on } = w.song.transport.loop;
  if (to <= from) {
    return;
  }
  const palette = colours();
  const x = layout.axis.x(from);
  const width = (to - from) * layout.axis.scale;
  pen.fillStyle = on ? palette.accent : palette.lineStrong;
  pen.beginPath();
  pen.roundRect(x, 2, width, LOOP_STRIP - 5, 3);
  pen.fill();
  if (on) {
    pen.globalAlpha = 0.06;
    pen.fillRect(x, RULER, width, layout.height);
    pen.globalAlpha = 1;
  }
}
