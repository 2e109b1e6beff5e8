import type { Lock } from '../../song/locks';
import { NONE, type Handle } from '../../song/song';
import { LINE, item, type MenuEntry } from '../menu/menu';
import { barEnd, barStart } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';
import { holds, locksAt } from './lock-places';
import { lockWords, locksWords } from './lock-words';

/** Bars of some tracks, or of the song if there are none. */
interface Stretch {
  readonly tracks: readonly Handle[];
  readonly from: number;
  readonly to: number;
}

function say(w: Workspace, locked: boolean): void {
  w.say(locked ? t('Locked: assistants leave it as it is, people may go on writing.') : t('Released.'));
}

/** Locks what is chosen against assistants, or releases it if it is locked: notes, clips' bars, a section's, tracks, else the bar at the caret. */
export function toggleLock(w: Workspace): void {
  if (w.place === 'notes' && w.notes.size > 0) {
    toggleNotes(w, w.notes.all());
    return;
  }
  const section = w.seen.sections.find(each => w.laneItems.has(each.handle));
  if (w.tracks.size > 0 && w.clips.size === 0 && !section) {
    toggleTracks(w, w.tracks.all());
    return;
  }
  toggleBars(w, stretches(w));
}

function stretches(w: Workspace): Stretch[] {
  const section = w.seen.sections.find(each => w.laneItems.has(each.handle));
  if (section) {
    return [{ tracks: [], from: section.start, to: section.start + section.length }];
  }
  if (w.place === 'arrangement' && w.clips.size > 0) {
    return w.clips.all().flatMap(each => w.seen.clip(each) ?? []).map(clip => ({ tracks: [clip.track], from: clip.start, to: clip.start + clip.length }));
  }
  const track = w.place === 'notes' ? w.openedClip?.track ?? NONE : w.caret.track;
  const from = barStart(w.song, w.caret.tick);
  return [{ tracks: track === NONE ? [] : [track], from, to: barEnd(w.song, from) }];
}

export function toggleNotes(w: Workspace, notes: readonly Handle[]): void {
  const known = w.song.locks.notes();
  const locks = notes.flatMap(each => known.get(each) ?? []);
  if (locks.length === notes.length) {
    release(w, locks);
  } else if (w.attempt(() => { w.song.locks.lockNotes(notes); return true; })) {
    say(w, true);
  }
}

export function toggleTracks(w: Workspace, tracks: readonly Handle[]): void {
  const locks = tracks.flatMap(each => w.song.locks.ofTrack(each).filter(lock => lock.length === 0));
  if (locks.length >= tracks.length) {
    release(w, locks);
  } else if (w.attempt(() => { w.song.locks.lockTracks(tracks); return true; })) {
    say(w, true);
  }
}

export function toggleBars(w: Workspace, stretches: readonly Stretch[]): void {
  const found = stretches.map(each => locksOf(w, each));
  if (found.every(locks => locks.length > 0)) {
    release(w, [...new Set(found.flat())]);
    return;
  }
  if (w.attempt(() => { stretches.forEach(each => w.song.locks.lockBars(each.tracks, each.from, each.to)); return true; })) {
    say(w, true);
  }
}

/** The locks of these very places that reach into a stretch. */
function locksOf(w: Workspace, { tracks, from, to }: Stretch): Lock[] {
  const own = tracks.length === 0 ? w.song.locks.ofSong() : tracks.flatMap(each => w.song.locks.ofTrack(each));
  return own.filter(lock => lock.length > 0 && lock.start < to && lock.start + lock.length > from);
}

export function release(w: Workspace, locks: readonly Lock[]): void {
  if (w.attempt(() => { w.song.locks.release(locks); return true; })) {
    say(w, false);
  }
}

/** What the sign of some locks offers. */
export function signEntries(w: Workspace, locks: readonly Lock[]): { title: string; entries: MenuEntry[] } {
  return {
    title: locksWords(locks),
    entries: locks.map(lock => ({
      name: w.song.locks.mayRelease(lock) ? t('Release what {0} has locked', lock.name || t('somebody')) : t('Only {0} and the song’s owner can release it', lock.name || t('somebody')),
      off: !w.song.locks.mayRelease(lock), run: () => release(w, [lock])
    }))
  };
}

/** What a menu offers at a place of a track: to lock it, and to release what is locked there. */
export function barLockEntries(w: Workspace, name: string, stretch: Stretch): MenuEntry[] {
  const there = stretch.tracks.length === 0 ? w.song.locks.ofSong().filter(each => holds(each, stretch.from)) : locksAt(w, stretch.tracks[0]!, stretch.from);
  return [
    { name, run: () => w.attempt(() => w.song.locks.lockBars(stretch.tracks, stretch.from, stretch.to)) },
    ...there.map(lock => ({ name: t('Release: {0}', lockWords(lock)), off: !w.song.locks.mayRelease(lock), run: () => release(w, [lock]) })),
    LINE
  ];
}

/** What a note's menu offers. */
export function noteLockEntry(w: Workspace): MenuEntry {
  const known = w.song.locks.notes();
  const all = w.notes.size > 0 && w.notes.all().every(each => known.has(each));
  return item('lock', w, all ? t('Release these notes') : t('Lock these notes against assistants'));
}
