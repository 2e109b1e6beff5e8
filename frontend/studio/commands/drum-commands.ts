import {
  applyHeardOn, changeDivision, changeHitVelocity, changeLength, flamHits, moveStepCaret, muteDrum, newVariation, rollHits, shiftHits,
  showAllDrums, showGrid, stepVariation, straightenHits, toggleHeardOn, toggleStep
} from '../workspace/pattern-actions';
import type { Command } from './command';

const group = 'Drums' as const;
const place = 'drums' as const;

/** The drum grid, variations, and quantise as a view. */
export const DRUM_COMMANDS: readonly Command[] = [
  { id: 'hit-toggle', name: 'Put a hit on the step, or clear it', group, place, keys: ['Enter'], run: toggleStep },
  { id: 'hit-left', name: 'A step back', group, place, keys: ['ArrowLeft'], run: w => moveStepCaret(w, -1, 0) },
  { id: 'hit-right', name: 'A step on', group, place, keys: ['ArrowRight'], run: w => moveStepCaret(w, 1, 0) },
  { id: 'hit-up', name: 'To the drum above', group, place, keys: ['ArrowUp'], run: w => moveStepCaret(w, 0, -1) },
  { id: 'hit-down', name: 'To the drum below', group, place, keys: ['ArrowDown'], run: w => moveStepCaret(w, 0, 1) },
  { id: 'hit-louder', name: 'Hit harder', group, place, keys: ['Ctrl+ArrowUp'], run: w => changeHitVelocity(w, 5) },
  { id: 'hit-softer', name: 'Hit softer', group, place, keys: ['Ctrl+ArrowDown'], run: w => changeHitVelocity(w, -5) },
  { id: 'hit-earlier', name: 'Earlier by 10 ticks', group, place, keys: ['Alt+ArrowLeft'], run: w => shiftHits(w, -1) },
  { id: 'hit-later', name: 'Later by 10 ticks', group, place, keys: ['Alt+ArrowRight'], run: w => shiftHits(w, 1) },
  { id: 'hit-straight', name: 'Back onto the step', group, place, keys: ['0'], run: straightenHits },
  { id: 'hit-flam', name: 'Flam: a soft hit before, or none', group, place, keys: ['D'], run: flamHits },
  { id: 'hit-once', name: 'One hit in the step', group, place, keys: ['1'], run: w => rollHits(w, 1) },
  { id: 'hit-twice', name: 'Two hits in the step', group, place, keys: ['2'], run: w => rollHits(w, 2) },
  { id: 'hit-thrice', name: 'Three hits in the step', group, place, keys: ['3'], run: w => rollHits(w, 3) },
  { id: 'hit-four', name: 'Four hits in the step', group, place, keys: ['4'], run: w => rollHits(w, 4) },
  { id: 'drum-mute', name: 'Mute the drum', group, place, keys: ['M'], run: muteDrum },
  { id: 'drum-finer', name: 'Finer steps for this drum', group, place, keys: ['Alt+ArrowUp'], run: w => changeDivision(w, 1) },
  { id: 'drum-coarser', name: 'Coarser steps for this drum', group, place, keys: ['Alt+ArrowDown'], run: w => changeDivision(w, -1) },
  { id: 'drum-longer', name: 'This drum repeats a step later', group, place, keys: ['Shift+ArrowRight'], run: w => changeLength(w, 1) },
  { id: 'drum-shorter', name: 'This drum repeats a step earlier', group, place, keys: ['Shift+ArrowLeft'], run: w => changeLength(w, -1) },
  { id: 'drums-leave', name: 'Back to the arrangement', group, place, keys: ['Ctrl+Enter'], run: w => w.goTo('arrangement') },
  { id: 'drums-all', name: 'All drums of the kit', group, place, keys: ['Shift+A'], run: showAllDrums },
  { id: 'drums-grid', name: 'Drum grid or piano roll', group, keys: ['Shift+D'], icon: 'grid', run: showGrid },
  { id: 'variation-new', name: 'New variation', group, keys: ['Alt+W'], icon: 'copy', run: newVariation },
  { id: 'variation-next', name: 'Next variation', group, keys: ['W'], run: w => stepVariation(w, 1) },
  { id: 'variation-previous', name: 'Variation before', group, keys: ['Shift+W'], run: w => stepVariation(w, -1) },
  { id: 'heard-on', name: 'Hear on the grid, or as played', group, keys: ['Alt+Q'], icon: 'quantise', run: toggleHeardOn },
  { id: 'heard-apply', name: 'Move the notes to where they are heard', group, keys: ['Alt+Shift+Q'], run: applyHeardOn }
];
