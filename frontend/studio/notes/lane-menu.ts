import { NONE } from '../../song/song';
import { t } from '../../words/words';
import { LINE, type MenuEntry } from '../menu/menu';
import { showLane } from '../workspace/control-actions';
import type { Workspace } from '../workspace/workspace';
import { USUAL_LANES, laneName } from './lane-names';
import type { Lane } from './roll-settings';

const LAST_CONTROLLER = 127;

/** The lanes to choose from: the usual ones, and whatever else the clip has; a mark tells those that hold something. */
export function laneEntries(w: Workspace, other: () => void): readonly MenuEntry[] {
  const shown = w.roll.get('lane');
  const used = w.content === NONE ? [] : w.song.noteShapes.controllers(w.content).filter(each => each <= LAST_CONTROLLER || each === 128 || each === 129);
  const more: Lane[] = used.filter(each => !USUAL_LANES.includes(each));
  if (!USUAL_LANES.includes(shown) && !more.includes(shown)) {
    more.push(shown);
  }
  return [
    ...[...USUAL_LANES, ...more].map(lane => ({
      name: lane !== 'velocity' && used.includes(lane) ? t('{0}, in use', laneName(lane)) : laneName(lane), checked: lane === shown,
      run: () => showLane(w, lane)
    })),
    LINE, { name: t('Another controller …'), run: other }
  ];
}

/** The controller that somebody typed, or null. */
export function typedController(text: string): number | null {
  const number = Number.parseInt(text, 10);
  return number >= 0 && number <= LAST_CONTROLLER ? number : null;
}
