import type { Handle } from '../../song/song';
import { NONE } from '../../song/song';
import type { Workspace } from './workspace';

/** Goes to the thing of the lanes before or after the chosen one, in time; the first one from the caret on if none is chosen. */
export function stepThroughLanes(w: Workspace, by: 1 | -1): void {
  const { sections, chords, markers, tempos, metres } = w.seen;
  const all = [sections, chords, markers, tempos.filter(each => each.start > 0), metres.filter(each => each.start > 0)]
    .flatMap((lane, rank) => lane.map(({ handle, start }) => ({ handle, start, rank })))
    .sort((a, b) => a.start - b.start || a.rank - b.rank);
  const chosen: Handle = w.laneItems.all()[0] ?? NONE;
  const now = all.findIndex(each => each.handle === chosen);
  const first = all.findIndex(each => each.start >= w.caret.tick);
  const next = all[now < 0 ? (first < 0 ? all.length - 1 : first) : Math.min(all.length - 1, Math.max(0, now + by))];
  if (next) {
    w.caret.tick = next.start;
    w.clips.clear();
    w.laneItems.set([next.handle]);
    w.viewChanged();
  }
}
