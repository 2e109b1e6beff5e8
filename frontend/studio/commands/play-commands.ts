import { loopChosen } from '../workspace/clip-actions';
import { barEnd, barStart } from '../time/grid-step';
import type { Command } from './command';

const group = 'Play' as const;

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
  { id: 'metronome', name: 'Metronome', group, keys: ['K'], icon: 'metronome',
    run: w => w.song.transport.setMetronome(!w.song.transport.metronome) },
  { id: 'panic', name: 'Silence everything', group, keys: ['Shift+Space'], run: w => w.song.transport.panic() }
];
