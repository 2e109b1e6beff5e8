import type { Lock } from '../../song/locks';
import { NONE, type Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';

/** Whether a lock holds a tick of its place. */
export function holds(lock: Lock, tick: number): boolean {
  return lock.length === 0 || tick >= lock.start && tick < lock.start + lock.length;
}

/** The locks of a track's bars and of the song's: all that hold something of it, folders around it too. */
export function locksOver(w: Workspace, track: Handle): Lock[] {
  const found = [...w.song.locks.ofSong()];
  for (let each = track, deep = 0; each !== NONE && deep < 32; each = w.seen.track(each)?.folder ?? NONE, deep++) {
    found.push(...w.song.locks.ofTrack(each));
  }
  return found;
}

/** The locks that hold a tick of a track. */
export function locksAt(w: Workspace, track: Handle, tick: number): Lock[] {
  return locksOver(w, track).filter(each => holds(each, tick));
}
