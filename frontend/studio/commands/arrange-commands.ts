import { chooseNext, keep } from '../alternatives/forms-at-hand';
import { chosenLyrics, nudgeLyrics } from '../lyrics/words';
import { stepLength } from '../time/grid-step';
import {
  barsToHear, changeTempo, deleteAtHand, detectChords, insertAtHand, joinClips, makeIndependent, moveLaneItem, transposeChords
} from '../workspace/arrange-actions';
import { stepThroughLanes } from '../workspace/lane-steps';
import { dissolveAtHand, foldAtHand, groupTracks, stepTracks } from '../workspace/track-actions';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';

const group = 'Arrange' as const;
const place = 'arrangement' as const;

/** Syllables go from note to note, all else by the grid. */
function moveItem(w: Workspace, by: 1 | -1): void {
  if (chosenLyrics(w).length > 0) {
    nudgeLyrics(w, by);
    return;
  }
  moveLaneItem(w, by, stepLength(w.song, w.caret.tick, w.step(place)));
}

/** Up and down: the chosen tempo, else the chords with their notes. */
function raise(w: Workspace, by: 1 | -1): void {
  if (!changeTempo(w, by)) {
    transposeChords(w, by, true);
  }
}

export const ARRANGE_COMMANDS: readonly Command[] = [
  { id: 'form-next', name: 'Switch to the section’s next alternative', group, keys: ['Alt+Shift+A'], run: chooseNext },
  { id: 'form-keep', name: 'Keep the section as an alternative, and go on writing', group, keys: ['Alt+Shift+K'], run: w => keep(w) },
  { id: 'forms', name: 'Alternatives of the section: compare, merge, discard', group, keys: ['Alt+Shift+V'], run: w => w.wanted.tell('forms') },
  { id: 'clip-join', name: 'Join the chosen clips', group, place, keys: ['J'], icon: 'join', run: joinClips },
  { id: 'clip-part', name: 'Make aliases independent', group, place, keys: ['Shift+J'], run: makeIndependent },
  { id: 'bars-insert', name: 'Insert bars before the caret, loop or section', group, place, keys: ['I'], run: insertAtHand },
  { id: 'bars-delete', name: 'Delete the bars at the caret, of the loop or section', group, place, keys: ['Shift+Delete', 'Shift+Backspace'], run: deleteAtHand },
  { id: 'lane-next', name: 'Choose the next thing on the lanes', group, place, keys: ['Alt+.'], run: w => stepThroughLanes(w, 1) },
  { id: 'lane-previous', name: 'Choose the thing before on the lanes', group, place, keys: ['Alt+,'], run: w => stepThroughLanes(w, -1) },
  { id: 'lane-later', name: 'Move it later (a section with its bars)', group, place, keys: ['Alt+ArrowRight'], run: w => moveItem(w, 1) },
  { id: 'lane-earlier', name: 'Move it earlier', group, place, keys: ['Alt+ArrowLeft'], run: w => moveItem(w, -1) },
  { id: 'lane-up', name: 'Tempo up, or chords with their notes a semitone up', group, place, keys: ['Alt+ArrowUp'], run: w => raise(w, 1) },
  { id: 'lane-down', name: 'Tempo down, or chords a semitone down', group, place, keys: ['Alt+ArrowDown'], run: w => raise(w, -1) },
  { id: 'chords-detect', name: 'Hear the chords in the notes', group, place, keys: ['Shift+C'], icon: 'chord', run: w => detectChords(w, barsToHear(w)) },
  { id: 'track-group', name: 'Put the chosen tracks in a folder', group: 'Tracks', keys: ['Ctrl+G'], icon: 'folder', run: groupTracks },
  { id: 'track-ungroup', name: 'Dissolve the folder', group: 'Tracks', keys: ['Ctrl+Shift+G'], run: dissolveAtHand },
  { id: 'track-fold', name: 'Fold or unfold the folder', group: 'Tracks', place, keys: ['Shift+Enter'], run: foldAtHand },
  { id: 'track-up', name: 'Move the track up, out of a folder or into one', group: 'Tracks', place, keys: ['Ctrl+ArrowUp'], run: w => stepTracks(w, -1) },
  { id: 'track-down', name: 'Move the track down', group: 'Tracks', place, keys: ['Ctrl+ArrowDown'], run: w => stepTracks(w, 1) }
];
