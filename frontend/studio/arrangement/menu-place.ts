import { laneItems, type LaneItem } from './lane-items';
import { RULER, type Layout } from './layout';
import type { Workspace } from '../workspace/workspace';

/** Pixels from the beginning of a thing to where its menu opens. */
const INSIDE = 3;
/** A tempo that stands beside a metre begins further right. */
const BESIDE = 34;

/** Where the menu of keys opens on the arrangement: at the chosen thing of a lane, the clip chosen last, or the caret. */
export function menuPlace(w: Workspace, layout: Layout): { x: number; y: number } {
  for (const lane of layout.lanes) {
    const items = laneItems(lane.name, w.seen);
    const item = items.find(each => w.laneItems.has(each.handle));
    if (item) {
      layout.axis.reveal(item.start);
      return { x: layout.axis.x(item.start) + (isBesideMetre(items, item) ? BESIDE : INSIDE), y: lane.top + lane.height / 2 };
    }
  }
  const clip = w.clips.all().map(handle => w.seen.clip(handle)).findLast(each => each !== undefined && layout.row(each.track) >= 0);
  const start = clip?.start ?? w.caret.tick;
  layout.axis.reveal(start);
  layout.reveal(clip?.track ?? w.caret.track);
  w.viewChanged('arrangement');
  const row = layout.row(clip?.track ?? w.caret.track);
  const y = row < 0 ? Math.max(RULER, layout.top) + INSIDE : layout.y(row) + layout.rowHeight(row) / 2;
  return { x: layout.axis.x(start) + (clip ? Math.min(INSIDE, clip.length * layout.axis.scale / 2) : 0), y };
}

function isBesideMetre(items: readonly LaneItem[], item: LaneItem): boolean {
  return item.kind === 'tempo' && items.some(other => other.kind === 'metre' && other.start === item.start);
}
