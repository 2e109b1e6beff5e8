import { stepLength } from '../time/grid-step';
import { movePoints, stepThroughPoints } from '../workspace/control-actions';
import { addNotes, changeVelocity, moveNoteCaret, moveNotes, resizeNotes, stepThroughNotes } from '../workspace/note-actions';
import { drawnPitches, inScale, moveInScale, onDrums } from '../workspace/shape-actions';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';

const group = 'Notes' as const;
const place = 'notes' as const;

function step(w: Workspace): number {
  return stepLength(w.song, w.caret.tick, w.step(place));
}

function across(w: Workspace, steps: 1 | -1): void {
  if (w.controls.size > 0) {
    movePoints(w, steps * step(w), 0);
  } else if (w.notes.size === 0) {
    moveNoteCaret(w, steps, 0);
  } else {
    moveNotes(w, steps * step(w), 0);
  }
}

function upOrDown(w: Workspace, semitones: number): void {
  if (w.controls.size > 0) {
    movePoints(w, 0, semitones);
  } else if (w.notes.size === 0) {
    moveNoteCaret(w, 0, semitones);
  } else if (inScale(w) && Math.abs(semitones) === 1) {
    moveInScale(w, semitones);
  } else {
    moveNotes(w, 0, semitones);
  }
}

function draw(w: Workspace): void {
  if (addNotes(w, w.caret.tick, drawnPitches(w, w.caret.pitch, onDrums(w))).length > 0) {
    w.notes.clear();
    w.caret.tick += w.lastLength;
    w.viewChanged();
  }
}

function through(w: Workspace, by: 1 | -1, more: boolean): void {
  if (w.controls.size > 0) {
    stepThroughPoints(w, by);
  } else {
    stepThroughNotes(w, by, more);
  }
}

export const NOTE_COMMANDS: readonly Command[] = [
  { id: 'note-draw', name: 'Draw a note at the caret', group, place, keys: ['Enter'], run: draw },
  { id: 'note-left', name: 'Move a step left (the caret, if nothing is chosen)', group, place, keys: ['ArrowLeft'], run: w => across(w, -1) },
  { id: 'note-right', name: 'Move a step right', group, place, keys: ['ArrowRight'], run: w => across(w, 1) },
  { id: 'note-up', name: 'Move a semitone up', group, place, keys: ['ArrowUp'], run: w => upOrDown(w, 1) },
  { id: 'note-down', name: 'Move a semitone down', group, place, keys: ['ArrowDown'], run: w => upOrDown(w, -1) },
  { id: 'note-octave-up', name: 'Move an octave up', group, place, keys: ['Shift+ArrowUp'], run: w => upOrDown(w, 12) },
  { id: 'note-octave-down', name: 'Move an octave down', group, place, keys: ['Shift+ArrowDown'], run: w => upOrDown(w, -12) },
  { id: 'note-shorter', name: 'Make shorter', group, place, keys: ['Shift+ArrowLeft'], run: w => resizeNotes(w, 'right', -step(w)) },
  { id: 'note-longer', name: 'Make longer', group, place, keys: ['Shift+ArrowRight'], run: w => resizeNotes(w, 'right', step(w)) },
  { id: 'note-louder', name: 'Louder', group, place, keys: ['Ctrl+ArrowUp'], run: w => changeVelocity(w, 5) },
  { id: 'note-softer', name: 'Softer', group, place, keys: ['Ctrl+ArrowDown'], run: w => changeVelocity(w, -5) },
  { id: 'note-next', name: 'Choose the next note', group, place, keys: ['.'], run: w => through(w, 1, false) },
  { id: 'note-previous', name: 'Choose the note before', group, place, keys: [','], run: w => through(w, -1, false) },
  { id: 'note-next-more', name: 'Add the next note to the choice', group, place, keys: ['Alt+.'], run: w => stepThroughNotes(w, 1, true) },
  { id: 'note-leave', name: 'Back to the arrangement', group, place, keys: ['Ctrl+Enter'], run: w => w.goTo('arrangement') }
];
