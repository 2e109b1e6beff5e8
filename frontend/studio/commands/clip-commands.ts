import { NONE } from '../../song/song';
import { stepLength } from '../time/grid-step';
import { addClip, addTrack, duplicateClips, loopClips, moveClipCaret, moveClips, moveClipsAcross, muteClips, splitClips, stepThroughClips } from '../workspace/clip-actions';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';
import { t } from '../../words/words';

const group = 'Clips' as const;
const place = 'arrangement' as const;

function across(w: Workspace, steps: 1 | -1): void {
  if (w.clips.size === 0) {
    moveClipCaret(w, steps, 0);
  } else {
    moveClips(w, steps * stepLength(w.song, first(w), w.step(place)), 0);
  }
}

function upOrDown(w: Workspace, tracks: 1 | -1): void {
  if (w.clips.size === 0) {
    moveClipCaret(w, 0, tracks);
  } else {
    moveClipsAcross(w, tracks);
  }
}

function first(w: Workspace): number {
  return Math.min(...w.clips.all().map(clip => w.seen.clip(clip)?.start ?? 0));
}

function resize(w: Workspace, edge: 'left' | 'right', steps: 1 | -1): void {
  if (w.clips.size > 0) {
    w.attempt(() => w.song.resizeClips(w.clips.all(), edge, steps * stepLength(w.song, first(w), w.step(place))));
  }
}

/** Opens the chosen clip, or makes one at the caret. */
function enter(w: Workspace): void {
  const chosen = w.clips.all().at(-1);
  if (chosen !== undefined) {
    w.open(chosen);
    w.showEditor(true);
    w.goTo('notes');
  } else if (w.caret.track !== NONE) {
    addClip(w, w.caret.track, w.caret.tick);
  } else {
    w.say(t('Add a track first: clips lie on tracks.'));
  }
}

export const CLIP_COMMANDS: readonly Command[] = [
  { id: 'clip-enter', name: 'Open the clip, or draw one at the caret', group, place, keys: ['Enter'], run: enter },
  { id: 'clip-left', name: 'Move a step left (the caret, if nothing is chosen)', group, place, keys: ['ArrowLeft'], run: w => across(w, -1) },
  { id: 'clip-right', name: 'Move a step right', group, place, keys: ['ArrowRight'], run: w => across(w, 1) },
  { id: 'clip-up', name: 'Move a track up', group, place, keys: ['ArrowUp'], run: w => upOrDown(w, -1) },
  { id: 'clip-down', name: 'Move a track down', group, place, keys: ['ArrowDown'], run: w => upOrDown(w, 1) },
  { id: 'clip-shorter', name: 'Make shorter', group, place, keys: ['Shift+ArrowLeft'], run: w => resize(w, 'right', -1) },
  { id: 'clip-longer', name: 'Make longer', group, place, keys: ['Shift+ArrowRight'], run: w => resize(w, 'right', 1) },
  { id: 'clip-begin-earlier', name: 'Begin earlier', group, place, keys: ['Ctrl+ArrowLeft'], run: w => resize(w, 'left', -1) },
  { id: 'clip-begin-later', name: 'Begin later', group, place, keys: ['Ctrl+ArrowRight'], run: w => resize(w, 'left', 1) },
  { id: 'clip-next', name: 'Choose the next clip', group, place, keys: ['.'], run: w => stepThroughClips(w, 1) },
  { id: 'clip-previous', name: 'Choose the clip before', group, place, keys: [','], run: w => stepThroughClips(w, -1) },
  { id: 'clip-split', name: 'Split at the playhead', group, place, keys: ['S'], icon: 'split', run: w => splitClips(w, w.song.transport.playhead) },
  { id: 'clip-mute', name: 'Mute or unmute', group, place, keys: ['M'], icon: 'mute', run: muteClips },
  { id: 'clip-loop', name: 'Repeat its content or not', group, place, keys: ['R'], icon: 'loop', run: loopClips },
  { id: 'rename', name: 'Rename what is chosen', group: 'Edit', keys: ['F2'], run: w => w.wanted.tell('rename') },
  { id: 'clip-alias', name: 'Duplicate as an alias', group, place, keys: ['Ctrl+Shift+D'], run: w => duplicateClips(w, true) },
  { id: 'track-add', name: 'Add an instrument track', group: 'Tracks', keys: ['T'], icon: 'plus', run: w => void addTrack(w, 'instrument') },
  { id: 'track-add-drums', name: 'Add a drum track', group: 'Tracks', keys: ['Shift+T'], icon: 'plus', run: w => void addTrack(w, 'drums') }
];
