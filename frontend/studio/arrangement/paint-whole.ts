import { colours } from '../canvas/palette';
import type { Draft } from './draft';
import type { Layout } from './layout';
import { RULER } from './layout';

/** What a section dragged as a whole would do: the bars that go, and the seam where they would come. */
export function paintWhole(pen: CanvasRenderingContext2D, layout: Layout, draft: Extract<Draft, { kind: 'whole' }>): void {
  const palette = colours();
  const { axis } = layout;
  const x = axis.x(draft.start);
  const width = draft.length * axis.scale;
  pen.fillStyle = palette.accentQuiet;
  pen.fillRect(x, RULER, width, layout.height - RULER);
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1;
  pen.setLineDash(draft.copy ? [] : [5, 4]);
  pen.strokeRect(Math.round(x) + 0.5, RULER + 0.5, Math.round(width) - 1, layout.height - RULER - 1);
  pen.setLineDash([]);
  if (!draft.copy && draft.before >= draft.start && draft.before <= draft.start + draft.length) {
    return;
  }
  const seam = Math.round(axis.x(draft.before));
  pen.fillStyle = palette.accent;
  pen.fillRect(seam - 1, RULER - 6, 3, layout.height);
  const middle = layout.top + 14;
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(seam + 0.5 + side * 5, middle - 6);
    pen.lineTo(seam + 0.5 + side * 13, middle);
    pen.lineTo(seam + 0.5 + side * 5, middle + 6);
    pen.fill();
  }
}
