import type { Command } from '../commands/command';
import type { Workspace } from '../workspace/workspace';
import { putIdea } from './suggest';

const group = 'Tray' as const;
const place = 'tray' as const;

const heard = (w: Workspace) => w.tray.hearing !== null;
const takes = (w: Workspace) => (w.tray.proposal?.takes.length ?? 0) > 0;
const has = (take: number) => (w: Workspace) => w.tray.proposal?.takes.some(each => each.number === take) ?? false;
const hear = (take: number) => (w: Workspace) => w.tray.compare(take);

export const TRAY_COMMANDS: readonly Command[] = [
  { id: 'suggest', name: 'Suggest something for what is chosen', group, keys: ['P'], icon: 'suggest', run: w => w.wanted.tell('suggest') },
  { id: 'tray', name: 'Show the tray', group, keys: ['O'], icon: 'tray', run: w => w.wanted.tell('tray') },
  { id: 'idea', name: 'Put it in the tray for everybody', group, keys: ['Alt+O'], run: w => putIdea(w, true) },
  { id: 'idea-own', name: 'Put it in the tray, for me alone at first', group, keys: ['Alt+Shift+O'], run: w => putIdea(w, false) },
  { id: 'masters', name: 'Compare masters, blind', group, keys: ['Ctrl+Alt+O'], when: w => w.tray.all.some(each => each.assistant === 'mastering'), run: w => w.wanted.tell('masters') },
  { id: 'take-1', name: 'Hear take 1', group, place, when: has(1), keys: ['1'], run: hear(1) },
  { id: 'take-2', name: 'Hear take 2', group, place, when: has(2), keys: ['2'], run: hear(2) },
  { id: 'take-3', name: 'Hear take 3', group, place, when: has(3), keys: ['3'], run: hear(3) },
  { id: 'take-4', name: 'Hear take 4', group, place, when: has(4), keys: ['4'], run: hear(4) },
  { id: 'take-none', name: 'Hear what is there', group, place, when: takes, keys: ['0', '`'], run: hear(0) },
  { id: 'take-over', name: 'In place of what is there, or over it', group, place, when: heard, keys: ['V'], run: w => w.tray.setOver(!w.tray.over) },
  { id: 'take-accept', name: 'Accept the take that is heard', group, place, when: w => (w.tray.hearing?.take ?? 0) > 0, keys: ['Enter'], run: w => w.tray.acceptHeard() },
  { id: 'take-back', name: 'Back to the song as it is', group, place, when: heard, keys: ['Escape'], run: w => w.tray.back() }
];
