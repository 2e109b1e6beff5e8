import { nextLane, putPoint } from '../workspace/control-actions';
import { glue, humanise, legato, quantise, ramp, slide, splitAtPlayhead, splitByGrid, strum, transposeInScale } from '../workspace/shape-actions';
import type { NoteTool, Workspace } from '../workspace/workspace';
import type { Command } from './command';

const group = 'Shape' as const;
const place = 'notes' as const;

function take(tool: NoteTool): (w: Workspace) => void {
  return w => { w.tools.notes = tool; w.goTo('notes'); w.viewChanged(); };
}

function toggle(name: 'lock' | 'highlight' | 'audition'): (w: Workspace) => void {
  return w => { w.roll.set({ [name]: !w.roll.get(name) }); w.viewChanged(); };
}

/** The chord that was drawn last; the scale's triad at first. */
let lastChord = 0;

export function toggleChord(w: Workspace): void {
  const chord = w.roll.get('chord');
  lastChord = chord < 0 ? lastChord : chord;
  w.roll.set({ chord: chord < 0 ? lastChord : -1 });
  w.viewChanged();
}

export const SHAPE_COMMANDS: readonly Command[] = [
  { id: 'tool-pointer', name: 'Pointer', group, place, keys: ['1'], icon: 'pointer', run: take('select') },
  { id: 'tool-pencil', name: 'Pencil', group, place, keys: ['2'], icon: 'pencil', run: take('draw') },
  { id: 'tool-brush', name: 'Brush: a row of notes', group, place, keys: ['3'], icon: 'brush', run: take('paint') },
  { id: 'tool-eraser', name: 'Eraser', group, place, keys: ['4'], icon: 'eraser', run: take('erase') },
  { id: 'tool-lasso', name: 'Lasso', group, place, keys: ['5'], icon: 'lasso', run: take('lasso') },
  { id: 'tool-knife', name: 'Knife: cut notes', group, place, keys: ['6'], icon: 'knife', run: take('cut') },
  { id: 'shape', name: 'Shape the notes …', group, place, keys: ['Shift+Q'], icon: 'shape', run: w => { w.goTo('notes'); w.wanted.tell('shape'); } },
  { id: 'note-quantise', name: 'Quantise to the grid', group, place, keys: ['Q'], icon: 'quantise', run: quantise },
  { id: 'note-humanise', name: 'Humanise', group, place, keys: ['H'], run: humanise },
  { id: 'note-strum-up', name: 'Strum upwards', group, place, keys: ['U'], run: w => strum(w, 1) },
  { id: 'note-strum-down', name: 'Strum downwards', group, place, keys: ['Shift+U'], run: w => strum(w, -1) },
  { id: 'note-legato', name: 'Legato: go on to the next', group, place, keys: ['Shift+J'], run: legato },
  { id: 'note-glue', name: 'Glue notes of a pitch', group, place, keys: ['J'], run: glue },
  { id: 'note-split', name: 'Split at the playhead', group, place, keys: ['S'], icon: 'split', run: splitAtPlayhead },
  { id: 'note-split-grid', name: 'Split by the grid', group, place, keys: ['Shift+S'], run: splitByGrid },
  { id: 'note-slide', name: 'Slide from note to note', group, place, keys: ['I'], run: slide },
  { id: 'note-ramp', name: 'Velocities in a line from first to last', group, place, keys: ['Shift+H'], run: ramp },
  { id: 'note-step-up', name: 'A step of the scale up', group, place, keys: ['Alt+ArrowUp'], run: w => transposeInScale(w, 1) },
  { id: 'note-step-down', name: 'A step of the scale down', group, place, keys: ['Alt+ArrowDown'], run: w => transposeInScale(w, -1) },
  { id: 'scale-lock', name: 'Stay in the scale', group, place, keys: ['N'], icon: 'lock', run: toggle('lock') },
  { id: 'scale-highlight', name: 'Highlight the scale', group, place, keys: ['Shift+N'], icon: 'scale', run: toggle('highlight') },
  { id: 'chord-stamp', name: 'Draw chords', group, place, keys: ['Shift+C'], icon: 'chord', run: toggleChord },
  { id: 'audition', name: 'Hear what is drawn', group, place, keys: ['A'], run: toggle('audition') },
  { id: 'fold', name: 'Only rows that are used', group, place, keys: ['Shift+F'], icon: 'fold', run: w => { w.roll.fold = !w.roll.fold; w.viewChanged(); } },
  { id: 'ghosts', name: 'Other tracks behind the notes', group, place, keys: ['V'], icon: 'ghosts', run: w => { w.roll.ghostsShown = !w.roll.ghostsShown; w.viewChanged(); } },
  { id: 'lane-below', name: 'Another lane below the notes', group, place, keys: ['Shift+V'], run: nextLane },
  { id: 'control-put', name: 'A controller point at the caret', group, place, keys: ['Shift+Enter'], run: putPoint }
];
