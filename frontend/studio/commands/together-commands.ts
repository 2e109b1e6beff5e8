import { toggleLock } from '../locks/lock-actions';
import { tellCredits } from '../credits/note-credits';
import type { Command } from './command';
import { t } from '../../words/words';

const group = 'Together' as const;

export const TOGETHER_COMMANDS: readonly Command[] = [
  { id: 'comment', name: 'Comment on what is chosen', group, keys: ['C'], run: w => w.discussion.begin() },
  { id: 'lock', name: 'Lock what is chosen against assistants, or release it', group, keys: ['Alt+Shift+L'], icon: 'lock', run: toggleLock },
  { id: 'note-credits', name: 'Who made the chosen note, edited and accepted it', group, keys: ['Alt+Shift+C'], run: w => void tellCredits(w) },
  { id: 'library', name: 'Loops and sounds of the library', group, keys: ['Alt+L'], run: w => w.wanted.tell('library') },
  { id: 'comments', name: 'Show the comments', group, keys: ['Alt+C'], run: w => w.wanted.tell('comments') },
  { id: 'follow-next', name: 'Go along with the next person', group, keys: ['Alt+G'], run: w => w.company.next() },
  { id: 'gather', name: 'Everyone to me', group, keys: ['Ctrl+Alt+G'], run: w => {
    w.company.gather();
    w.say(t('Everyone is asked to come here.'));
  } },
  { id: 'come', name: 'Come along when somebody asks', group, keys: ['Shift+G'], run: w => w.company.accept() },
  { id: 'steps', name: 'Your steps, to undo several', group, keys: ['Ctrl+Alt+Z'], run: w => w.wanted.tell('steps') }
];
