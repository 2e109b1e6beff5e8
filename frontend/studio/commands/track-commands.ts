import type { Track } from '../../song/song';
import { addItem } from '../arrangement/lane-gestures';
import type { LaneName } from '../arrangement/layout';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';

const place = 'arrangement' as const;
/** Points by which keys make a track taller. */
const STEP = 16;

/** Does something with the track at hand. */
function atHand(change: (track: Track, w: Workspace) => void): (w: Workspace) => void {
  return w => {
    const track = w.seen.track(w.caret.track);
    if (track) {
      w.attempt(() => change(track, w));
    }
  };
}

/** Makes the track at hand so many points taller, within what a track may have. */
function grow(by: number): (w: Workspace) => void {
  return atHand((track, w) => w.song.setTrack(track.handle, { height: Math.min(400, Math.max(24, track.height + by)) }));
}

/** Writes something on a lane at the playhead, and asks what it is called. */
function onLane(lane: LaneName): (w: Workspace) => void {
  return w => {
    const item = addItem(w, lane, w.song.transport.playhead);
    if (item) {
      w.showLanes = true;
      w.laneItems.set([item.handle]);
      w.viewChanged();
      w.wanted.tell('rename');
    }
  };
}

export const TRACK_COMMANDS: readonly Command[] = [
  { id: 'track-mute', name: 'Mute the track', group: 'Tracks', place, keys: ['Alt+M'], icon: 'mute',
    run: atHand((track, w) => w.song.setTrack(track.handle, { muted: !track.muted })) },
  { id: 'track-solo', name: 'Solo the track', group: 'Tracks', place, keys: ['Shift+S'],
    run: atHand((track, w) => w.song.setTrack(track.handle, { solo: !track.solo })) },
  { id: 'track-instrument', name: 'Choose the instrument', group: 'Tracks', place, keys: ['Alt+I'], run: w => w.wanted.tell('instrument') },
  { id: 'track-freeze', name: 'Freeze the track, or thaw it', group: 'Tracks', place, keys: ['Alt+Shift+F'], icon: 'freeze',
    run: atHand((track, w) => w.song.setTrack(track.handle, { frozen: !track.frozen })) },
  { id: 'track-taller', name: 'This track taller', group: 'Tracks', place, keys: ['Alt+Shift+ArrowUp'], run: grow(STEP) },
  { id: 'track-flatter', name: 'This track flatter', group: 'Tracks', place, keys: ['Alt+Shift+ArrowDown'], run: grow(-STEP) },
  { id: 'track-delete', name: 'Delete the track at hand', group: 'Tracks', place, keys: [],
    run: atHand((track, w) => w.song.removeTracks([track.handle])) },
  { id: 'section-add', name: 'Add a section at the playhead', group: 'Clips', place, keys: [], run: onLane('sections') },
  { id: 'marker-add', name: 'Add a marker at the playhead', group: 'Clips', place, keys: [], run: onLane('markers') },
  { id: 'chord-add', name: 'Add a chord at the playhead', group: 'Clips', place, keys: [], run: onLane('chords') },
  { id: 'tempo-add', name: 'Add a tempo change at the playhead', group: 'Clips', place, keys: [], run: onLane('tempo') }
];

/** What buttons of the window do, for who would rather type. */
export const WINDOW_COMMANDS: readonly Command[] = [
  { id: 'metre', name: 'Choose the metre', group: 'Play', keys: [], run: w => w.wanted.tell('metre') },
  { id: 'instrument', name: 'Instrument of the track', group: 'View', keys: ['Alt+X'], icon: 'knob', run: w => w.showInstrument(!w.instrumentShown) },
  { id: 'mixer', name: 'Mixer', group: 'View', keys: ['X'], icon: 'mixer', run: w => w.showMixer(!w.mixerShown) },
  { id: 'sound', name: 'Sound: buffer and output', group: 'Play', keys: [], run: w => w.wanted.tell('sound') },
  { id: 'sound-here', name: 'Sound only on this computer, as in a class, or on all again', group: 'Play', keys: [],
    run: w => w.song.playing.shared.sounding ? w.song.playing.shared.soundEverywhere() : w.song.playing.shared.soundHere() },
  { id: 'key', name: 'Choose the key', group: 'Play', keys: [], run: w => w.wanted.tell('key') },
  { id: 'tempo', name: 'Type the tempo', group: 'Play', keys: [], run: w => w.wanted.tell('tempo') },
  { id: 'export-audio', name: 'Export audio…', group: 'View', keys: ['Ctrl+Shift+E'], run: w => w.wanted.tell('export-audio') },
  { id: 'invite', name: 'Invite others', group: 'View', keys: [], icon: 'people', run: w => w.wanted.tell('invite') },
  { id: 'panel', name: 'Chat and history', group: 'View', keys: ['Alt+P'], run: w => w.wanted.tell('panel') }
];
