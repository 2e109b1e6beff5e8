import { drumName, noteName } from '../gm/keys';
import { contentOrigin } from './note-actions';
import type { Workspace } from './workspace';

/** What is chosen, in words for those who do not see the drawing. */
export function describeClips(w: Workspace): string {
  const clips = w.clips.all();
  const first = clips.length > 0 ? w.seen.clip(clips[0]) : undefined;
  if (!first) {
    return `Caret at ${w.song.position(Math.round(w.caret.tick))} on ${w.seen.track(w.caret.track)?.name ?? 'no track'}`;
  }
  const words = `${w.seen.clipName(first.handle) || 'Clip'} on ${w.seen.track(first.track)?.name ?? ''}, from ${w.song.position(first.start)} to ${w.song.position(first.start + first.length)}${first.muted ? ', muted' : ''}`;
  return clips.length === 1 ? words : `${clips.length} clips chosen, first: ${words}`;
}

export function describeNotes(w: Workspace): string {
  const clip = w.openedClip;
  const drums = clip !== undefined && w.seen.track(clip.track)?.type === 'drums';
  const called = (pitch: number) => drums ? drumName(pitch) : noteName(pitch);
  const notes = w.notes.all();
  const first = notes.length > 0 ? w.seen.note(w.content, notes[notes.length - 1]) : undefined;
  if (!first) {
    return `Caret at ${w.song.position(Math.round(w.caret.tick))}, ${called(w.caret.pitch)}`;
  }
  const words = `${called(first.pitch)} at ${w.song.position(first.start + contentOrigin(w))}, ${first.length} ticks, velocity ${first.velocity}`;
  return notes.length === 1 ? words : `${notes.length} notes chosen, last: ${words}`;
}
