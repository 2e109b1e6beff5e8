import { loopChosen } from '../workspace/clip-actions';
import { barEnd, barStart } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';

const group = 'Play' as const;

/** Puts an end of the loop at the caret; where the other one is in the way, a bar is looped. */
function loopEnd({ song, caret }: Workspace, end: 'from' | 'to'): void {
  const { from, to } = song.transport.loop;
  if (end === 'from') {
    song.transport.setLoop(caret.tick, to > caret.tick ? to : barEnd(song, caret.tick), true);
  } else if (caret.tick > 0) {
    song.transport.setLoop(from < caret.tick ? from : barStart(song, caret.tick - 1), caret.tick, true);
  }
}

function moveLoop({ song }: Workspace, by: 1 | -1): void {
  const { from, to, on } = song.transport.loop;
  if (to > from && from + by * (to - from) >= 0) {
    song.transport.setLoop(from + by * (to - from), to + by * (to - from), on);
  }
}

export const PLAY_COMMANDS: readonly Command[] = [
  { id: 'play', name: 'Play or stop', group, keys: ['Space'], icon: 'play',
    run: w => w.song.transport.playing ? w.song.transport.stop() : void w.song.transport.play() },
  { id: 'start', name: 'To the start', group, keys: ['Home'], icon: 'start', run: w => w.song.transport.seek(0) },
  { id: 'end', name: 'To the end', group, keys: ['End'], run: w => w.song.transport.seek(w.song.end) },
  { id: 'bar-back', name: 'A bar back', group, keys: ['PageUp'],
    run: w => w.song.transport.seek(barStart(w.song, Math.max(0, w.song.transport.playhead - 1))) },
  { id: 'bar-on', name: 'A bar on', group, keys: ['PageDown'],
    run: w => w.song.transport.seek(barEnd(w.song, w.song.transport.playhead)) },
  { id: 'loop', name: 'Loop on or off', group, keys: ['L'], icon: 'loop',
    run: ({ song }) => {
      const { from, to, on } = song.transport.loop;
      const empty = to <= from;
      song.transport.setLoop(empty ? 0 : from, empty ? barEnd(song, barEnd(song, barEnd(song, barEnd(song, 0)))) : to, !on);
    } },
  { id: 'loop-chosen', name: 'Loop what is chosen', group, keys: ['Shift+L'], run: loopChosen },
  { id: 'loop-begin', name: 'Begin the loop at the caret', group, place: 'arrangement', keys: ['('], run: w => loopEnd(w, 'from') },
  { id: 'loop-end', name: 'End the loop at the caret', group, place: 'arrangement', keys: [')'], run: w => loopEnd(w, 'to') },
  { id: 'loop-back', name: 'The loop back by its length', group, keys: ['{'], run: w => moveLoop(w, -1) },
  { id: 'loop-on', name: 'The loop on by its length', group, keys: ['}'], run: w => moveLoop(w, 1) },
  { id: 'metronome', name: 'Metronome', group, keys: ['K'], icon: 'metronome',
    run: w => w.song.transport.setMetronome(!w.song.transport.metronome) },
  { id: 'panic', name: 'Silence everything', group, keys: ['Shift+Space'], run: w => w.song.transport.panic() }
];
