import { captureNow, toggleRecording } from '../hands/record';
import type { Command } from './command';

const group = 'Play' as const;

export const HAND_COMMANDS: readonly Command[] = [
  { id: 'keys', name: 'Keys to play on: letters, fingers, MIDI', group, keys: ['Shift+K'], icon: 'piano', run: w => {
    const open = !w.keyboards.open;
    w.keyboards.show(open);
    w.keyboards.computer.turn(open);
  } },
  { id: 'record', name: 'Record', group, keys: ['Shift+R'], icon: 'record', run: toggleRecording },
  { id: 'capture', name: 'Capture what was just played', group, keys: ['Shift+P'], icon: 'capture', run: captureNow },
  { id: 'arm', name: 'Arm the track at hand', group, keys: ['Shift+M'], run: w => w.song.playing.hand.arm(w.caret.track) },
  { id: 'joined', name: 'Play together', group, keys: ['Shift+I'], icon: 'joined',
    run: w => w.song.playing.shared.joined ? w.song.playing.shared.leave() : w.song.playing.shared.join() }
];
