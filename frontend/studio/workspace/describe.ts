import { locksAt } from '../locks/lock-places';
import { lockWords, locksWords } from '../locks/lock-words';
import { drumName, noteName } from '../gm/keys';
import { describeLanes } from './lane-steps';
import { describePoint } from './control-actions';
import { contentOrigin } from './note-actions';
import type { Workspace } from './workspace';
import { t } from '../../words/words';

/** What is chosen, in words for those who do not see the drawing. */
export function describeClips(w: Workspace): string {
  const lane = describeLanes(w);
  if (lane !== null) {
    return lane;
  }
  const clips = w.clips.all();
  const first = clips.length > 0 ? w.seen.clip(clips[0]) : undefined;
  if (!first) {
    return t('Caret at {0} on {1}', w.song.position(Math.round(w.caret.tick)), w.seen.track(w.caret.track)?.name ?? t('no track')) + locked(w, w.caret.track, w.caret.tick);
  }
  const words = t('{0} on {1}, from {2} to {3}', w.seen.clipName(first.handle) || t('Clip'), w.seen.track(first.track)?.name ?? '',
    w.song.position(first.start), w.song.position(first.start + first.length)) + (first.muted ? t(', muted') : '') + locked(w, first.track, first.start);
  return clips.length === 1 ? words : t('{0} clips chosen, first: {1}', clips.length, words);
}

function locked(w: Workspace, track: number, tick: number): string {
  const locks = locksAt(w, track, tick);
  return locks.length === 0 ? '' : `. ${locksWords(locks)}`;
}

function lockedNote(w: Workspace, note: number): string {
  const lock = w.song.locks.notes().get(note);
  return lock ? `. ${lockWords(lock)}` : '';
}

export function describeNotes(w: Workspace): string {
  const clip = w.openedClip;
  const drums = clip !== undefined && w.seen.track(clip.track)?.type === 'drums';
  const called = (pitch: number) => drums ? drumName(pitch) : noteName(pitch);
  const point = describePoint(w);
  if (point !== null) {
    return point;
  }
  const notes = w.notes.all();
  const first = notes.length > 0 ? w.seen.note(w.content, notes[notes.length - 1]) : undefined;
  if (!first) {
    return t('Caret at {0}, {1}', w.song.position(Math.round(w.caret.tick)), called(w.caret.pitch));
  }
  const words = t('{0} at {1}, {2} ticks, velocity {3}', called(first.pitch), w.song.position(first.start + contentOrigin(w)), first.length, first.velocity) + lockedNote(w, first.handle);
  return notes.length === 1 ? words : t('{0} notes chosen, last: {1}', notes.length, words);
}
