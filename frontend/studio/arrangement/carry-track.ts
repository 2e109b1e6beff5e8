import { NONE, type Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';

/** Drags a track's head to another place among its fellows; `show` is told where the gap is, or null at the end. */
export function carryTrack(w: Workspace, layout: Layout, event: CustomEvent<{ track: Handle; pointer: PointerEvent }>, list: HTMLElement, show: (top: number | null) => void): void {
  const { track, pointer } = event.detail;
  let before: Handle | null = null;
  let moved = false;
  const move = (at: PointerEvent) => {
    moved ||= Math.abs(at.clientY - pointer.clientY) > 6;
    if (!moved) {
      return;
    }
    const y = at.clientY - list.getBoundingClientRect().top + layout.top;
    const row = layout.rowAt(y);
    const next = row < 0 ? layout.handles.length : y > layout.y(row) + layout.rowHeight(row) / 2 ? row + 1 : row;
    before = layout.handles[next] ?? NONE;
    show(next < layout.handles.length ? layout.y(next) - layout.top + layout.scroll : layout.total);
  };
  const end = (ended: PointerEvent) => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    show(null);
    const now = layout.row(track);
    if (ended.type === 'pointerup' && before !== null && before !== track && layout.handles[now + 1] !== before) {
      const target = before;
      w.attempt(() => w.song.moveTrack(track, target));
    }
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
