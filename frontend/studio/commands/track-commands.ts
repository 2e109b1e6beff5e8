import { MASTER } from '../../song/mixing';
import { CLIP_STRIDE, type Track } from '../../song/song';
import { addItem } from '../arrangement/lane-gestures';
import type { LaneName } from '../arrangement/layout';
import { compareWithProfile } from '../tone/compare';
import { t, told } from '../../words/words';
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

/** Lets a worker make recorded sound of the track at hand: of the chosen clips of it, or of all it plays. */
function bounceInPlace(w: Workspace): void {
  const track = w.seen.track(w.caret.track);
  if (!track) {
    return;
  }
  const own = (clip: { track: number } | undefined) => clip?.track === track.handle;
  const chosen = w.clips.all().map(clip => w.seen.clip(clip)).filter(own);
  const packed = w.seen.clips;
  const all = Array.from({ length: packed.length / CLIP_STRIDE }, (_, at) => w.seen.clip(packed[at * CLIP_STRIDE])).filter(own);
  const first = chosen.length > 0 ? chosen : all;
  const start = first.length > 0 ? Math.min(...first.map(clip => clip!.start)) : 0;
  const end = chosen.length > 0 ? Math.max(...chosen.map(clip => clip!.start + clip!.length)) : start;
  const address = `api/songs/${w.song.link}/tracks/${w.song.idOf(track.handle)}/bounce?start=${start}&end=${end}`;
  void fetch(address, { method: 'POST' }).then(async answer => answer.ok
    ? w.say(t('“{0}” becomes recorded sound on a track below; it comes when it is made.', track.name))
    : w.say(told(await answer.text()), true))
    .catch(() => w.say(t('The track could not be bounced; look at your connection and try again.'), true));
}

export const TRACK_COMMANDS: readonly Command[] = [
  { id: 'track-mute', name: 'Mute the track', group: 'Tracks', place, keys: ['Alt+M'], icon: 'mute',
    run: atHand((track, w) => w.song.setTrack(track.handle, { muted: !track.muted })) },
  { id: 'track-solo', name: 'Solo the track', group: 'Tracks', place, keys: ['Shift+S'],
    run: atHand((track, w) => w.song.setTrack(track.handle, { solo: !track.solo })) },
  { id: 'track-instrument', name: 'Choose the instrument', group: 'Tracks', place, keys: ['Alt+I'], run: w => w.wanted.tell('instrument') },
  { id: 'track-freeze', name: 'Freeze the track, or thaw it', group: 'Tracks', place, keys: ['Alt+Shift+F'], icon: 'freeze',
    run: atHand((track, w) => w.song.setTrack(track.handle, { frozen: !track.frozen })) },
  { id: 'track-bounce', name: 'Bounce the track in place', group: 'Tracks', place, keys: ['Ctrl+B'], run: bounceInPlace },
  { id: 'track-taller', name: 'This track taller', group: 'Tracks', place, keys: ['Alt+Shift+ArrowUp'], run: grow(STEP) },
  { id: 'track-flatter', name: 'This track flatter', group: 'Tracks', place, keys: ['Alt+Shift+ArrowDown'], run: grow(-STEP) },
  { id: 'track-duplicate', name: 'Duplicate the track', group: 'Tracks', place, keys: ['Alt+Shift+D'],
    run: atHand((track, w) => w.song.duplicateTracks([track.handle])) },
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
  { id: 'compare-profile', name: 'Compare the whole with a profile', group: 'View', keys: [], run: w => compareWithProfile(w, MASTER) },
  { id: 'sound', name: 'Sound: buffer and output', group: 'Play', keys: [], run: w => w.wanted.tell('sound') },
  { id: 'sound-here', name: 'Sound only on this computer, as in a class, or on all again', group: 'Play', keys: [],
    run: w => w.song.playing.shared.sounding ? w.song.playing.shared.soundEverywhere() : w.song.playing.shared.soundHere() },
  { id: 'key', name: 'Choose the key', group: 'Play', keys: [], run: w => w.wanted.tell('key') },
  { id: 'tempo', name: 'Type the tempo', group: 'Play', keys: [], run: w => w.wanted.tell('tempo') },
  { id: 'master', name: 'Master…', group: 'View', keys: ['Ctrl+Alt+E'], run: w => w.wanted.tell('master') },
  { id: 'export-audio', name: 'Export audio…', group: 'View', keys: ['Ctrl+Shift+E'], run: w => w.wanted.tell('export-audio') },
  { id: 'share', name: 'Share for listening…', group: 'View', keys: [], run: w => w.wanted.tell('share') },
  { id: 'invite', name: 'Invite others', group: 'View', keys: [], icon: 'people', run: w => w.wanted.tell('invite') },
  { id: 'panel', name: 'Chat and history', group: 'View', keys: ['Alt+P'], run: w => w.wanted.tell('panel') }
];
