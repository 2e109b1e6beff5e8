import { NONE, type Handle } from '../../song/song';
import { tracksAtHand } from '../workspace/track-actions';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';

/** Where carried tracks would come to lie. */
interface Place {
  readonly folder: Handle;
  readonly before: Handle;
  /** The gap in the list of heads; `into` is a folder's row. */
  readonly top: number;
  readonly into: boolean;
}

/** What is shown while tracks are carried: a line where the gap is, or a frame around the folder that takes them. */
export type Gap = { readonly top: number; readonly height: number } | null;

/**
 * Drags the chosen tracks, or the one that was taken, by the head: between two others, on a folder's middle into it, below the
 * last into no folder.
 */
export function carryTrack(w: Workspace, layout: Layout, event: CustomEvent<{ track: Handle; pointer: PointerEvent }>, list: HTMLElement, show: (gap: Gap) => void): void {
  const { track, pointer } = event.detail;
  const carried = w.tracks.has(track) ? tracksAtHand(w) : [track];
  let place: Place | null = null;
  let moved = false;
  const move = (at: PointerEvent) => {
    moved ||= Math.abs(at.clientY - pointer.clientY) > 6;
    if (moved) {
      place = placeAt(w, layout, at.clientY - list.getBoundingClientRect().top + layout.top, carried);
      show(place && { top: place.top, height: place.into ? layout.rowHeight(layout.row(place.folder)) : 0 });
    }
  };
  const end = (ended: Event) => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', escape, true);
    show(null);
    const to = place;
    if (ended.type === 'pointerup' && to) {
      w.attempt(() => w.song.arranging.moveTracks(carried, to.folder, to.before));
      w.tree.reveal(carried[0]);
    }
  };
  const escape = (key: KeyboardEvent) => {
    if (key.key === 'Escape') {
      key.stopPropagation();
      end(key);
    }
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', escape, true);
}

function placeAt(w: Workspace, layout: Layout, y: number, carried: readonly Handle[]): Place | null {
  const shown = w.tree.shown;
  const row = layout.rowAt(y);
  if (row < 0) {
    return { folder: NONE, before: NONE, top: layout.total, into: false };
  }
  const over = shown[row];
  const rowTop = layout.y(row) - layout.top + layout.scroll;
  const within = (y - layout.y(row)) / layout.rowHeight(row);
  if (carried.includes(over.handle)) {
    return null;
  }
  if (over.type === 'folder' && within > 0.25 && within < 0.8) {
    return { folder: over.handle, before: NONE, top: rowTop, into: true };
  }
  if (within <= 0.5) {
    return { folder: over.folder, before: over.handle, top: rowTop, into: false };
  }
  const inner = over.type === 'folder' && !w.tree.isFolded(over.handle) ? w.tree.within(over.handle)[0] : undefined;
  const siblings = w.seen.tracks.filter(track => track.folder === over.folder);
  const after = siblings[siblings.findIndex(track => track.handle === over.handle) + 1];
  return { folder: inner ? over.handle : over.folder, before: inner?.handle ?? after?.handle ?? NONE,
    top: rowTop + layout.rowHeight(row), into: false };
}
