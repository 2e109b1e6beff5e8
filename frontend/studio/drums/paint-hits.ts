import { Note, NOTE_STRIDE } from '../../song/song';
import { REPEATED } from '../../song/patterns';
import { hatching } from '../canvas/hatching';
import { colours } from '../canvas/palette';
import { css, mixed } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { DRUMS_RULER, type DrumsLayout } from './drums-layout';
import type { HitDraft } from './hit-draft';

const MUTED = 0x6b7280;
/** Pixels of a hit that can carry the number of its offset. */
const LEAST_NUMBER = 30;
const SHARE = 0.9;

/** The hits where they are heard: as high as they are loud, repetitions as ghosts, faintly where each was written. */
export function paintHits(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout, draft: HitDraft | null): void {
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, DRUMS_RULER, layout.width - layout.names, layout.height - DRUMS_RULER);
  pen.clip();
  const { notes, written } = layout.heard;
  const cleared = draft?.kind === 'paint' && !draft.on ? draft.steps : [];
  for (let hit = 0; hit < layout.lengths.length; hit++) {
    const at = hit * NOTE_STRIDE;
    const row = layout.row(notes[at + Note.pitch]!);
    const y = layout.rowTop(row);
    if (row < 0 || y > layout.height || y + layout.rowHeight < DRUMS_RULER) {
      continue;
    }
    const chosen = w.notes.has(notes[at]!);
    const shift = chosen && draft?.kind === 'shift' ? draft.ticks : 0;
    const louder = chosen && draft?.kind === 'velocity' ? draft.by : 0;
    const tick = layout.from + notes[at + Note.start]! + shift;
    const x = layout.x(tick);
    if (x > layout.width || x + layout.lengths[hit]! * layout.axis.scale < layout.names) {
      continue;
    }
    const step = layout.from + written[hit]! - layout.offsetOf(notes[at]!);
    const gone = cleared.some(each => each.pitch === notes[at + Note.pitch] && each.tick === step);
    pen.globalAlpha = gone ? 0.15 : (notes[at + Note.flags]! & REPEATED) !== 0 ? 0.4 : 1;
    paintHit(pen, w, layout, hit, x, y, Math.min(127, Math.max(1, notes[at + Note.velocity]! + louder)), chosen, shift);
    pen.globalAlpha = 1;
    if (written[hit] !== notes[at + Note.start]) {
      pen.fillStyle = colours().quiet;
      pen.fillRect(Math.round(layout.x(layout.from + written[hit]!)), y + 3, 1, layout.rowHeight - 6);
    }
  }
  if (draft?.kind === 'paint' && draft.on) {
    pen.fillStyle = css(layout.colour);
    for (const step of draft.steps) {
      pen.beginPath();
      pen.roundRect(layout.x(step.tick) + 1, layout.rowTop(layout.row(step.pitch)) + 3, Math.max(3, step.length * layout.axis.scale * SHARE - 2), layout.rowHeight - 6, 3);
      pen.fill();
    }
  }
  pen.restore();
}

function paintHit(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout, hit: number, x: number, y: number, velocity: number, chosen: boolean, shift: number): void {
  const at = hit * NOTE_STRIDE;
  const { notes } = layout.heard;
  const flags = notes[at + Note.flags]!;
  const colour = (flags & 1) !== 0 ? MUTED : layout.colour;
  const width = Math.max(3, layout.lengths[hit]! * layout.axis.scale * SHARE - 1);
  const height = layout.rowHeight - 5;
  const loud = Math.max(2, Math.round(height * velocity / 127));
  pen.fillStyle = mixed(colour, 5);
  pen.beginPath();
  pen.roundRect(x, y + 2, width, height, 3);
  pen.fill();
  pen.fillStyle = chosen ? colours().accent : mixed(colour, 9 + (velocity >> 4));
  pen.beginPath();
  pen.roundRect(x, y + 2 + height - loud, width, loud, 3);
  pen.fill();
  if ((flags & 2) !== 0 && w.waiting.shown) {
    pen.fillStyle = hatching(pen);
    pen.fillRect(x, y + 2, width, height);
  }
  if (chosen) {
    pen.strokeStyle = colours().accent;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.roundRect(x, y + 2, width, height, 3);
    pen.stroke();
  }
  paintOffset(pen, layout, layout.offsetOf(notes[at]!) + shift, layout.isGrace(notes[at]!), x, y, width, height);
}

/** Where the step is that a hit lies off, and by how many ticks. */
function paintOffset(pen: CanvasRenderingContext2D, layout: DrumsLayout, ticks: number, grace: boolean, x: number, y: number, width: number, height: number): void {
  if (ticks === 0 || grace) {
    return;
  }
  const palette = colours();
  const step = Math.round(x - ticks * layout.axis.scale);
  pen.fillStyle = palette.text;
  pen.fillRect(Math.min(step, x), y + 2 + height, Math.max(1, Math.abs(x - step)), 2);
  pen.fillRect(step, y + height - 2, 1, 6);
  if (width >= LEAST_NUMBER) {
    pen.font = palette.ruler;
    pen.textBaseline = 'middle';
    pen.fillText(`${ticks > 0 ? '+' : '−'}${Math.abs(ticks)}`, x + 4, y + 2 + height / 2);
  }
}
