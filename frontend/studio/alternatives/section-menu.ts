import type { Section } from '../../song/song';
import { LINE, item, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';
import { OWN, choose, keep } from './forms-at-hand';

/** What a section's menu offers of its forms. */
export function formEntries(w: Workspace, section: Section): MenuEntry[] {
  const { alternatives } = w.song;
  const forms = alternatives.of(section.handle);
  const heard = alternatives.heard(section.handle);
  const entries: MenuEntry[] = [{ ...item('form-keep', w, t('Keep this as an alternative, and go on writing')), run: () => keep(w, section) }];
  if (forms.length > 0) {
    entries.push({ name: t('Play {0}', OWN), checked: heard === section.handle, run: () => choose(w, section, section.handle, OWN) },
      ...forms.map(each => ({ name: t('Play {0}', each.name), checked: each.heard, off: each.gone, run: () => choose(w, section, each.handle, each.name) })));
  }
  return [...entries, { ...item('forms', w, t('Compare, merge and discard…')), run: () => { w.laneItems.set([section.handle]); w.wanted.tell('forms'); } }, LINE];
}
