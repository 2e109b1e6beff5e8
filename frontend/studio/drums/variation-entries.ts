import type { Handle } from '../../song/song';
import { t } from '../../words/words';
import { LINE, item, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';

/** The variations that a clip may play, to be chosen for some clips, and what can be done with them. */
export function variationEntries(w: Workspace, clip: Handle, clips: readonly Handle[]): MenuEntry[] {
  const family = w.song.patterns.family(clip);
  return [
    ...family.filter(() => family.length > 1).map(each => ({
      name: t('Variation {0}', `${each.name || 'A'}${each.players === 0 ? ` · ${t('not used')}` : ''}`), checked: each.chosen,
      run: () => { w.attempt(() => w.song.patterns.choose(clips, each.handle)); }
    })),
    item('variation-new', w),
    ...family.length > 1 ? [item('variation-next', w), item('variation-previous', w)] : [],
    ...family.filter(each => each.players === 0).map(each => ({
      name: t('Delete “{0}”', each.name), run: () => { w.attempt(() => w.song.patterns.drop(each.handle)); }
    })),
    LINE
  ];
}
