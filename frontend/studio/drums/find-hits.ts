import { Note, NOTE_STRIDE, type Handle } from '../../song/song';
import type { DrumsLayout } from './drums-layout';

/** Every hit that a rectangle touches. */
export function hitsWithin(layout: DrumsLayout, x: number, y: number, toX: number, toY: number): Handle[] {
  const { notes } = layout.heard;
  const from = layout.tick(Math.min(x, toX)) - layout.from;
  const to = layout.tick(Math.max(x, toX)) - layout.from;
  const found = new Set<Handle>();
  for (let hit = 0; hit < layout.lengths.length; hit++) {
    const at = hit * NOTE_STRIDE;
    const start = notes[at + Note.start]!;
    const top = layout.rowTop(layout.row(notes[at + Note.pitch]!));
    if (start < to && start + layout.lengths[hit]! > from && top < Math.max(y, toY) && top + layout.rowHeight > Math.min(y, toY)) {
      found.add(notes[at]!);
    }
  }
  return [...found];
}
