import { paintForms } from '../alternatives/paint-forms';
import { fit } from '../canvas/letters';
import { colours } from '../canvas/palette';
import { css, mixed } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import type { Draft } from './draft';
import { bpmWords, chordWords, laneItems, type LaneItem } from './lane-items';
import type { LanePlace, Layout } from './layout';
import { paintLyricLane } from './lyric-lane';

const PLAIN = 0x8390a0;

export function paintLanes(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, draft: Draft | null): void {
  const palette = colours();
  for (const lane of layout.lanes) {
    pen.fillStyle = palette.panel;
    pen.fillRect(0, lane.top, layout.width, lane.height);
    pen.fillStyle = palette.line;
    pen.fillRect(0, lane.top + lane.height - 1, layout.width, 1);
    if (lane.name === 'lyrics') {
      paintLyricLane(pen, w, layout, lane, draft?.kind === 'item' ? draft : null);
      continue;
    }
    const items = laneItems(lane.name, w.seen);
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const dragged = draft?.kind === 'item' && draft.item === item.handle ? { ...item, start: draft.start, length: draft.length }
        : draft?.kind === 'tempo' && draft.item === item.handle && item.kind === 'tempo' ? { ...item, text: bpmWords(draft.bpm) } : item;
      paintItem(pen, w, layout, lane, dragged, items[index + 1]);
    }
  }
  paintForms(pen, w, layout);
}

function paintItem(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, lane: LanePlace, item: LaneItem, next: LaneItem | undefined): void {
  const palette = colours();
  const x = Math.round(layout.axis.x(item.start));
  const until = item.length > 0 ? layout.axis.x(item.start + item.length) : next ? layout.axis.x(next.start) : layout.width;
  if (x > layout.width || until < 0) {
    return;
  }
  const chosen = w.laneItems.has(item.handle);
  const top = lane.top + 2;
  const height = lane.height - 5;
  const width = Math.max(4, Math.round(until - x) - 1);
  pen.textBaseline = 'middle';
  if (item.length > 0) {
    const colour = item.colour < 0 ? PLAIN : item.colour;
    pen.fillStyle = item.kind === 'section' ? mixed(colour, 6) : palette.raised;
    pen.beginPath();
    pen.roundRect(x, top, width, height, 3);
    pen.fill();
    pen.fillStyle = item.kind === 'section' ? css(colour) : palette.lineStrong;
    pen.fillRect(x, top, 2, height);
    pen.font = palette.smallBold;
    pen.fillStyle = palette.text;
    const shift = Math.max(0, -x);
    pen.fillText(fit(pen, item.kind === 'chord' ? chordWords(item.text) : item.text, width - 12 - shift), x + 7 + shift, top + height / 2 + 0.5);
  } else {
    pen.fillStyle = item.kind === 'marker' ? palette.accent : palette.faint;
    pen.fillRect(x, lane.top, 1, lane.height - 1);
    if (item.kind === 'marker') {
      pen.beginPath();
      pen.moveTo(x, lane.top + 3);
      pen.lineTo(x + 6, lane.top + 6.5);
      pen.lineTo(x, lane.top + 10);
      pen.fill();
    }
    pen.font = item.kind === 'metre' ? palette.rulerBold : palette.ruler;
    pen.fillStyle = item.kind === 'metre' ? palette.text : palette.quiet;
    const indent = item.kind === 'marker' ? 9 : item.kind === 'tempo' && sharesPlace(w, item) ? 34 : 4;
    pen.fillText(fit(pen, item.kind === 'tempo' ? `♩ ${item.text}` : item.text, Math.max(width - indent, 40)), x + indent, lane.top + lane.height / 2);
  }
  if (chosen) {
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.roundRect(x + 0.5, top - 0.5, item.length > 0 ? width - 1 : 56, height + 1, 3);
    pen.stroke();
  }
}

/** A tempo at the place of a metre is written after it. */
function sharesPlace(w: Workspace, item: LaneItem): boolean {
  return w.seen.metres.some(metre => metre.start === item.start);
}
