import { NONE } from '../../song/song';
import { t } from '../../words/words';
import type { Command } from '../commands/command';
import type { Workspace } from '../workspace/workspace';
import { LINE, type MenuEntry } from '../menu/menu';
import { addTrack } from '../workspace/clip-actions';
import { chooseFiles } from './add-files';

const group = 'Recorded sound' as const;
const place = 'arrangement' as const;

function chosen(w: Workspace) {
  const clips = w.song.media.clips();
  return w.clips.all().filter(clip => clips.has(clip));
}

function withChosen(w: Workspace, action: (clips: readonly number[]) => void): void {
  const clips = chosen(w);
  if (clips.length === 0) w.say(t('Choose a clip of recorded sound first.'));
  else w.attempt(() => action(clips));
}

/** Makes chosen clips louder or softer. */
export function louder(w: Workspace, hundredths: number): void {
  withChosen(w, clips => {
    const now = w.song.media.clips().get(clips[0]!)!.gain;
    w.song.media.setGain(clips, Math.max(-9600, Math.min(2400, now + hundredths)));
  });
}

/** Lets chosen clips follow the tempo, or no more if they do. */
export function followTempo(w: Workspace): void {
  withChosen(w, clips => w.song.media.follow(clips, w.song.media.clips().get(clips[0]!)!.recorded > 0 ? -1 : 0));
}

/** Fades to the playhead, or from it. */
function fadeAtPlayhead(w: Workspace, side: 'in' | 'out'): void {
  withChosen(w, clips => {
    const at = w.song.transport.playhead;
    for (const handle of clips) {
      const clip = w.seen.clip(handle)!;
      const seconds = side === 'in' ? w.song.seconds(at) - w.song.seconds(clip.start) : w.song.seconds(clip.start + clip.length) - w.song.seconds(at);
      const micros = at > clip.start && at < clip.start + clip.length ? Math.round(seconds * 1e6) : 0;
      w.song.media.fade([handle], side === 'in' ? micros : -1, side === 'out' ? micros : -1);
    }
  });
}

export const SOUND_COMMANDS: readonly Command[] = [
  { id: 'audio-add', name: 'Add an audio file…', group, keys: ['Ctrl+Alt+A'], icon: 'plus', run: w => chooseFiles(w) },
  { id: 'track-add-audio', name: 'Add an audio track', group: 'Tracks', keys: ['Alt+T'], icon: 'plus', run: w => void addTrack(w, 'audio') },
  { id: 'audio-louder', name: 'Clip louder by 1 dB', group, place, keys: ['Alt+='], run: w => louder(w, 100) },
  { id: 'audio-softer', name: 'Clip softer by 1 dB', group, place, keys: ['Alt+-'], run: w => louder(w, -100) },
  { id: 'audio-fade-in', name: 'Fade in to the playhead', group, place, keys: ['Alt+['], run: w => fadeAtPlayhead(w, 'in') },
  { id: 'audio-fade-out', name: 'Fade out from the playhead', group, place, keys: ['Alt+]'], run: w => fadeAtPlayhead(w, 'out') },
  { id: 'audio-tempo', name: 'Follow the tempo or not', group, place, keys: ['Alt+F'], run: followTempo },
];

/** What the menu of a clip of recorded sound offers beyond that of any clip. */
export function recordedEntries(w: Workspace, item: (id: string) => MenuEntry): MenuEntry[] {
  const first = chosen(w)[0] ?? NONE;
  const recorded = w.song.media.clips().get(first);
  if (!recorded) return [];
  const sending = w.song.uploads.sending.find(each => each.hash === recorded.hash);
  return [
    ...sending ? [{ name: t('Cancel sending it'), run: () => w.song.uploads.cancel(sending.id) }, LINE] as MenuEntry[] : [],
    item('audio-louder'), item('audio-softer'),
    { name: t('Gain back to 0 dB'), off: recorded.gain === 0, run: () => w.attempt(() => w.song.media.setGain(chosen(w), 0)) },
    item('audio-fade-in'), item('audio-fade-out'),
    { name: t('No fades'), off: recorded.fadeIn === 0 && recorded.fadeOut === 0, run: () => w.attempt(() => w.song.media.fade(chosen(w), 0, 0)) },
    { ...item('audio-tempo') as object, checked: recorded.recorded > 0 } as MenuEntry, LINE
  ];
}
