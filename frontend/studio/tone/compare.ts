import { NONE, type Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';

/** Shows what a strip gives against a profile: opens its Profile EQ, or adds one behind its other inserts, which changes nothing yet. */
export function compareWithProfile(w: Workspace, strip: Handle): void {
  const there = w.song.mixing.devices(strip).findLast(each => each.effect === 'profile-eq');
  w.showInsert(there?.handle ?? w.attempt(() => w.song.mixing.add(strip, 'profile-eq')) ?? NONE);
}
