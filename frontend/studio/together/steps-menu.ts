import { LINE, openMenu, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { t, told } from '../../words/words';

/** How far back and forth the list goes; undo itself goes further. */
const MOST = 40;

/** One's own steps as a list: those that can be done again above the present, those that can be undone below. */
export function openSteps(w: Workspace, from: HTMLElement, x: number, y: number): void {
  const steps = w.song.together.steps();
  const undone = steps.filter(step => step.undone).slice(-MOST);
  const done = steps.filter(step => !step.undone).slice(0, MOST);
  const entries: MenuEntry[] = [
    ...undone.map((step, index) => ({
      name: t('Again: {0}', told(step.label)), run: () => go(w, undone.length - index, () => w.song.redo())
    })),
    ...(undone.length > 0 ? [LINE] as const : []),
    { name: done.length > 0 ? t('As it is now') : t('There is nothing of yours to undo'), checked: true, run: () => {} },
    ...done.map((step, index) => ({
      name: t('Undo: {0}', told(step.label)), run: () => go(w, index + 1, () => w.song.undo())
    }))
  ];
  openMenu(from, { x, y, title: t('Your steps'), entries });
}

/** As many steps, one after the other; what of them could not be taken back is said once. */
function go(w: Workspace, count: number, step: () => string | null): void {
  const said = new Set<string>();
  for (let index = 0; index < count; index++) {
    const sentence = w.attempt(step);
    if (sentence === undefined) {
      return;
    }
    if (sentence !== null) {
      said.add(sentence);
    }
  }
  said.forEach(sentence => w.say(told(sentence)));
}
