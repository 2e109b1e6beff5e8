import { CLIP_STRIDE, Clip, NONE, type Handle, type TrackType } from '../../song/song';
import { barEnd, barStart, snappedDown, stepLength } from '../time/grid-step';
import { chosenSection, copySection } from './arrange-actions';
import type { ClipSeen } from './seen';
import type { Workspace } from './workspace';
import { t } from '../../words/words';

/** What can be done with tracks and clips, by keys, menus and pointers alike. */

export function chosenClips(w: Workspace): ClipSeen[] {
  return w.clips.all().map(clip => w.seen.clip(clip)).filter(clip => clip !== undefined);
}

export function addTrack(w: Workspace, type: TrackType): Handle {
  const count = w.seen.tracks.filter(track => track.type === type).length + 1;
  const last = w.seen.tracks.at(-1)?.handle ?? NONE;
  const after = w.seen.track(w.caret.track) ? w.caret.track : last;
  const name = type === 'drums' ? t('Drums') : type === 'audio' ? t('Audio') : t('Track');
  const track = w.attempt(() => w.song.addTrack(type, count > 1 || type !== 'drums' ? `${name} ${count}` : name, 0, after)) ?? NONE;
  if (track !== NONE) {
    w.caret.track = track;
    w.viewChanged();
  }
  return track;
}

/** The room from a tick to the next clip of a track, at most a length. */
function room(w: Workspace, track: Handle, start: number, length: number): number {
  let end = start + length;
  const clips = w.seen.clips;
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    const other = clips[at + Clip.start];
    if (clips[at + Clip.track] === track && other > start && other < end) {
      end = other;
    }
  }
  return end - start;
}

/** A new empty clip, a bar long unless told otherwise, chosen and shown in the editor. */
export function addClip(w: Workspace, track: Handle, tick: number, length?: number): Handle {
  const start = length === undefined ? barStart(w.song, tick) : tick;
  const wanted = length ?? room(w, track, start, barEnd(w.song, start) - start);
  const clip = w.attempt(() => w.song.addClip(track, start, Math.max(1, wanted))) ?? NONE;
  if (clip !== NONE) {
    w.clips.set([clip]);
    w.open(clip);
    w.showEditor(true);
  }
  return clip;
}

export function selectAllClips(w: Workspace): void {
  const all: Handle[] = [];
  const clips = w.seen.clips;
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    all.push(clips[at]);
  }
  w.clips.set(all);
}

export function moveClips(w: Workspace, ticks: number, tracks: number): void {
  if (w.clips.size > 0 && (ticks !== 0 || tracks !== 0)) {
    w.attempt(() => w.song.moveClips(w.clips.all(), ticks, tracks));
  }
}

/** Moves what is chosen to the next tracks up or down that hold clips: folders are passed over. */
export function moveClipsAcross(w: Workspace, by: 1 | -1): void {
  const all = w.seen.tracks;
  const chosen = chosenClips(w).map(clip => all.findIndex(track => track.handle === clip.track));
  const from = by > 0 ? Math.max(...chosen) : Math.min(...chosen);
  let tracks: number = by;
  while (all[from + tracks] && (all[from + tracks].type === 'folder' || all[from + tracks].type === 'bus')) {
    tracks += by;
  }
  if (all[from + tracks]) {
    moveClips(w, 0, tracks);
  }
}

/** Copies what is chosen right after itself: a section with its bars, else clips. */
export function duplicateClips(w: Workspace, alias = false): void {
  const section = chosenSection(w);
  if (section) {
    copySection(w, section, alias);
    return;
  }
  const chosen = chosenClips(w);
  if (chosen.length === 0) {
    return;
  }
  const start = Math.min(...chosen.map(clip => clip.start));
  const end = Math.max(...chosen.map(clip => clip.start + clip.length));
  const copies = w.attempt(() => w.song.copyClips(w.clips.all(), end - start, 0, alias));
  if (copies) {
    w.take(copies);
  }
}

/** What Delete means in the arrangement: lane elements first, else clips. */
export function removeChosen(w: Workspace): void {
  if (w.laneItems.size > 0) {
    const items = w.laneItems.all();
    w.laneItems.clear();
    w.attempt(() => w.song.remove(items));
  } else if (w.clips.size > 0) {
    w.attempt(() => w.song.removeClips(w.clips.all()));
  }
}

export function splitClips(w: Workspace, tick: number): void {
  const under = chosenClips(w).filter(clip => clip.start < tick && tick < clip.start + clip.length);
  if (under.length === 0) {
    w.say(t('Nothing to split: put the playhead inside a chosen clip.'));
    return;
  }
  w.attempt(() => w.song.splitClips(under.map(clip => clip.handle), Math.round(tick)));
}

export function muteClips(w: Workspace): void {
  const chosen = chosenClips(w);
  if (chosen.length > 0) {
    const muted = !chosen.every(clip => clip.muted);
    w.attempt(() => w.song.setClips(w.clips.all(), { muted }));
  }
}

/** Repeats the clip's content for as long as the clip is drawn, or plays it once. */
export function loopClips(w: Workspace): void {
  const chosen = chosenClips(w);
  if (chosen.length > 0) {
    const loop = chosen[0].loop > 0 ? 0 : chosen[0].length;
    w.attempt(() => w.song.setClips(w.clips.all(), { loop }));
  }
}

/** Loops the transport over what is chosen. */
export function loopChosen(w: Workspace): void {
  const chosen = chosenClips(w);
  if (chosen.length === 0) {
    w.say(t('Choose a clip first: the loop is laid around what is chosen.'));
    return;
  }
  w.song.transport.setLoop(Math.min(...chosen.map(clip => clip.start)),
    Math.max(...chosen.map(clip => clip.start + clip.length)), true);
}

/** Goes to the clip before or after the chosen one: along its track, then on the next. */
export function stepThroughClips(w: Workspace, by: 1 | -1): void {
  const order = new Map(w.seen.tracks.map((track, index) => [track.handle, index]));
  const all: ClipSeen[] = [];
  const clips = w.seen.clips;
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    const clip = w.seen.clip(clips[at]);
    if (clip) {
      all.push(clip);
    }
  }
  all.sort((a, b) => (order.get(a.track) ?? 0) - (order.get(b.track) ?? 0) || a.start - b.start);
  const last = w.clips.all().at(-1);
  const now = all.findIndex(clip => clip.handle === last);
  const next = all[now < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + by))];
  if (next) {
    w.caret.track = next.track;
    w.caret.tick = next.start;
    w.clips.set([next.handle]);
    w.open(next.handle);
  }
}

/** Moves the caret where nothing is chosen. */
export function moveClipCaret(w: Workspace, steps: number, tracks: number): void {
  const step = w.step('arrangement');
  if (steps !== 0) {
    const from = snappedDown(w.song, steps > 0 ? w.caret.tick : Math.max(0, w.caret.tick - 1), step);
    w.caret.tick = steps > 0 ? from + stepLength(w.song, from, step) : from;
  }
  const all = w.tree.shown;
  const now = all.findIndex(track => track.handle === w.caret.track);
  if (tracks !== 0 && all.length > 0) {
    w.caret.track = all[Math.min(all.length - 1, Math.max(0, now + tracks))].handle;
  }
  w.viewChanged();
}

/** The end of the longest of what was just made: where the next paste goes. */
export function caretAfter(w: Workspace, clips: readonly Handle[]): void {
  for (const handle of clips) {
    const clip = w.seen.clip(handle);
    if (clip) {
      w.caret.tick = Math.max(w.caret.tick, clip.start + clip.length);
    }
  }
}
