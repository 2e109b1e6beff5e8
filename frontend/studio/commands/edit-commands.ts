import { copyByMenu, pasteByMenu } from '../workspace/clipboard';
import { duplicateClips, removeChosen, selectAllClips } from '../workspace/clip-actions';
import { removePoints } from '../workspace/control-actions';
import { duplicateNotes, removeNotes, selectAllNotes } from '../workspace/note-actions';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';
import { told } from '../../words/words';

const group = 'Edit' as const;

function inNotes(w: Workspace): boolean {
  return w.place === 'notes' && w.editorOpen && w.openedClip !== undefined;
}

export function undo(w: Workspace): void {
  const said = w.attempt(() => w.song.undo());
  if (said) {
    w.say(told(said));
  }
}

export function redo(w: Workspace): void {
  const said = w.attempt(() => w.song.redo());
  if (said) {
    w.say(told(said));
  }
}

export const EDIT_COMMANDS: readonly Command[] = [
  { id: 'undo', name: 'Undo', group, keys: ['Ctrl+Z'], icon: 'undo', run: undo },
  { id: 'redo', name: 'Redo', group, keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], icon: 'redo', run: redo },
  { id: 'cut', name: 'Cut', group, keys: ['Ctrl+X'], native: true, run: w => { if (w.clips.size + w.notes.size > 0) copyByMenu(w, true); } },
  { id: 'copy', name: 'Copy', group, keys: ['Ctrl+C'], native: true, run: w => copyByMenu(w, false) },
  { id: 'paste', name: 'Paste at the caret', group, keys: ['Ctrl+V'], native: true, run: w => void pasteByMenu(w) },
  { id: 'duplicate', name: 'Duplicate', group, keys: ['Ctrl+D'], run: w => inNotes(w) ? duplicateNotes(w) : duplicateClips(w) },
  { id: 'delete', name: 'Delete', group, keys: ['Delete', 'Backspace'], run: w => !inNotes(w) ? removeChosen(w) : w.controls.size > 0 ? removePoints(w) : removeNotes(w) },
  { id: 'select-all', name: 'Choose all', group, keys: ['Ctrl+A'], run: w => inNotes(w) ? selectAllNotes(w) : selectAllClips(w) },
  { id: 'select-none', name: 'Choose nothing', group, keys: ['Escape'],
    run: w => {
      if (w.company.stop()) {
        return;
      }
      if (inNotes(w)) {
        w.notes.clear();
        w.controls.clear();
      } else {
        w.clips.clear();
        w.laneItems.clear();
      }
    } }
];
