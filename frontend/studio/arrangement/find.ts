import { CLIP_STRIDE, Clip, NONE, type Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';
import { laneItems, type LaneItem } from './lane-items';
import type { Layout } from './layout';

export type Part = 'left' | 'body' | 'right';

export interface Found {
  readonly clip: Handle;
  readonly part: Part;
}

/** The clip under a point, the topmost of several, and which part of it. */
export function clipUnder(w: Workspace, layout: Layout, x: number, y: number, touch: boolean): Found | null {
  const track = layout.trackAt(y);
  if (track === NONE) {
    return null;
  }
  const clips = w.seen.clips;
  const axis = layout.axis;
  for (let at = clips.length - CLIP_STRIDE; at >= 0; at -= CLIP_STRIDE) {
    if (clips[at + Clip.track] !== track) {
      continue;
    }
    const left = axis.x(clips[at + Clip.start]);
    const width = Math.max(4, clips[at + Clip.length] * axis.scale);
    const within = x - left;
    if (within >= -2 && within <= width + 2) {
      return { clip: clips[at], part: partOf(within, width, touch) };
    }
  }
  return null;
}

/** Edges are as wide as the hand needs them, but leave a body to take. */
export function partOf(within: number, width: number, touch: boolean): Part {
  const edge = Math.min(touch ? 18 : 8, width / 4);
  return within <= edge && width > 12 ? 'left' : within >= width - edge ? 'right' : 'body';
}

export interface FoundItem {
  readonly item: LaneItem;
  readonly part: Part;
}

const FLAG = 64;
/** Pixels that a metre has for itself where a tempo stands beside it. */
const BESIDE = 30;

function isBesideMetre(items: readonly LaneItem[], index: number): boolean {
  return items.some(other => other.kind === 'metre' && other.start === items[index].start);
}

/** The thing of a lane under a point. */
export function itemUnder(w: Workspace, layout: Layout, x: number, y: number): FoundItem | null {
  const lane = layout.laneAt(y);
  if (!lane) {
    return null;
  }
  const items = laneItems(lane.name, w.seen);
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    const within = x - layout.axis.x(item.start);
    const width = item.length > 0 ? item.length * layout.axis.scale : FLAG;
    if (within >= (item.kind === 'tempo' && isBesideMetre(items, index) ? BESIDE : -2) && within <= width) {
      return { item, part: item.length > 0 && within > width - 7 ? 'right' : 'body' };
    }
  }
  return null;
}

/** Every clip that a rectangle touches. */
export function clipsWithin(w: Workspace, layout: Layout, x: number, y: number, toX: number, toY: number): Handle[] {
  const from = layout.axis.tick(Math.min(x, toX));
  const to = layout.axis.tick(Math.max(x, toX));
  const top = Math.min(y, toY);
  const bottom = Math.max(y, toY);
  const found: Handle[] = [];
  const clips = w.seen.clips;
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    const row = layout.row(clips[at + Clip.track]);
    const start = clips[at + Clip.start];
    if (row >= 0 && start < to && start + clips[at + Clip.length] > from && layout.y(row) < bottom && layout.y(row) + layout.rowHeight(row) > top) {
      found.push(clips[at]);
    }
  }
  return found;
}
