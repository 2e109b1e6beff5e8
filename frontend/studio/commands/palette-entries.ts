import { CLIP_STRIDE, Clip, type Handle } from '../../song/song';
import type { IconName } from '../controls/icons';
import { t } from '../../words/words';
import type { Workspace } from '../workspace/workspace';
import { bindings } from './bindings';
import { COMMANDS } from './commands';
import { match } from './fuzzy';
import { keyWords } from './keys';

/** Something that the palette offers: a command, or a place of the song to go to. */
export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  /** Its name in English too, where that is another. */
  readonly also: string;
  readonly group: string;
  readonly keys: readonly string[];
  readonly icon?: IconName;
  run(): void;
}

const RECENT = 'tutti.recent';
const MOST_RECENT = 8;
const MOST_SHOWN = 60;

export function entries(w: Workspace): PaletteEntry[] {
  return [...commandEntries(w), ...placeEntries(w)];
}

function commandEntries(w: Workspace): PaletteEntry[] {
  return COMMANDS.filter(command => command.id !== 'palette').map(command => ({
    id: command.id, name: t(command.name), also: command.name, group: t(command.group), icon: command.icon,
    keys: bindings.keys(command).map(keyWords),
    run: () => {
      if (command.place && command.place !== 'tray') {
        w.goTo(command.place === 'arrangement' ? 'arrangement' : 'notes');
      }
      command.run(w);
    }
  }));
}

function placeEntries(w: Workspace): PaletteEntry[] {
  const place = (id: string, group: string, name: string, run: () => void): PaletteEntry => ({ id, name, also: '', group, keys: [], run });
  const { seen, song } = w;
  const clips: PaletteEntry[] = [];
  for (let at = 0; at < seen.clips.length; at += CLIP_STRIDE) {
    const clip = seen.clips[at];
    const track = seen.track(seen.clips[at + Clip.track]);
    const name = seen.clipName(clip) || t('Clip');
    clips.push(place(`clip ${clip}`, t('Clip'), t('{0} on {1}, bar {2}', name, track?.name ?? '', bar(w, seen.clips[at + Clip.start])), () => goToClip(w, clip)));
  }
  return [
    ...seen.tracks.map(track => place(`track ${track.handle}`, t('Track'), track.name, () => goToTrack(w, track.handle))),
    ...seen.sections.map(each => place(`section ${each.handle}`, t('Section'), each.name, () => goToTick(w, each.start))),
    ...seen.markers.map(each => place(`marker ${each.handle}`, t('Marker'), each.text, () => goToTick(w, each.start))),
    ...clips
  ].filter(entry => entry.name !== '' && song.link !== '');
}

function bar(w: Workspace, tick: number): string {
  return w.song.position(tick).split('.')[0];
}

function goToTrack(w: Workspace, track: Handle): void {
  w.caret.track = track;
  w.clips.clear();
  w.goTo('arrangement');
  w.viewChanged();
  w.wanted.tell('reveal');
}

function goToClip(w: Workspace, clip: Handle): void {
  const seen = w.seen.clip(clip);
  if (seen) {
    w.caret.track = seen.track;
    w.caret.tick = seen.start;
    w.clips.set([clip]);
    w.open(clip);
    w.goTo('arrangement');
    w.wanted.tell('reveal');
  }
}

function goToTick(w: Workspace, tick: number): void {
  w.song.transport.seek(tick);
  w.caret.tick = tick;
  w.clips.clear();
  w.goTo('arrangement');
  w.wanted.tell('reveal');
}

/** The best answers to what was typed; with nothing typed, what was used last, then all commands. */
export function answers(all: readonly PaletteEntry[], sought: string): PaletteEntry[] {
  const recent = recentIds();
  const worth = (entry: PaletteEntry) => {
    const used = recent.indexOf(entry.id);
    const bonus = used < 0 ? 0 : (MOST_RECENT - used) / 4;
    if (sought.trim() === '') {
      return used < 0 ? 1 : 10 + bonus;
    }
    const found = Math.max(match(sought, entry.name), match(sought, entry.also), match(sought, `${entry.group} ${entry.name}`) / 2);
    return found === 0 ? 0 : found + bonus;
  };
  return all.map((entry, index) => ({ entry, index, worth: worth(entry) }))
    .filter(each => each.worth > 0)
    .sort((a, b) => b.worth - a.worth || a.index - b.index)
    .slice(0, MOST_SHOWN)
    .map(each => each.entry);
}

export function used(id: string): void {
  localStorage.setItem(RECENT, JSON.stringify([id, ...recentIds().filter(other => other !== id)].slice(0, MOST_RECENT)));
}

function recentIds(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string' && COMMANDS.some(command => command.id === id)) : [];
  } catch {
    return [];
  }
}
