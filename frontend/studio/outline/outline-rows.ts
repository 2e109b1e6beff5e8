import { CLIP_STRIDE, Clip, NOTE_STRIDE, Note, TICKS_PER_QUARTER, type Handle, type Track } from '../../song/song';
import { t } from '../../words/words';
import { drumName, noteName } from '../gm/keys';
import type { Workspace } from '../workspace/workspace';

/** A line of the song as a list: a track, one of its clips, one of its notes. */
export interface OutlineRow {
  readonly kind: 'track' | 'clip' | 'note';
  /** Unlike any other's. */
  readonly id: string;
  readonly handle: Handle;
  /** The clip that a note is listed under, the track that a clip lies on. */
  readonly parent: Handle;
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Whether what lies in it is listed; undefined where nothing does. */
  readonly open?: boolean;
  /** Its place among its like, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
}

/** So many notes of a clip are listed; who needs more opens the clip. */
const MOST_NOTES = 500;

/** The tracks; of those that are open their clips, and of clips that are open their notes. */
export function outlineRows(w: Workspace, open: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const tracks = w.seen.tracks;
  const clips = clipsByTrack(w);
  tracks.forEach((track, index) => {
    const own = clips.get(track.handle) ?? [];
    const id = `track ${track.handle}`;
    rows.push({ kind: 'track', id, handle: track.handle, parent: track.handle, level: 1, text: trackWords(track, own.length),
      open: own.length > 0 ? open.has(id) : undefined, place: index + 1, of: tracks.length });
    if (open.has(id)) {
      own.forEach((clip, at) => rows.push(...clipRows(w, track, clip, at + 1, own.length, open)));
    }
  });
  return rows;
}

function clipsByTrack(w: Workspace): Map<Handle, Handle[]> {
  const all = w.seen.clips;
  const places: number[] = [];
  for (let at = 0; at < all.length; at += CLIP_STRIDE) {
    places.push(at);
  }
  places.sort((a, b) => all[a + Clip.start] - all[b + Clip.start]);
  const byTrack = new Map<Handle, Handle[]>();
  for (const at of places) {
    const track = all[at + Clip.track];
    const own = byTrack.get(track);
    if (own) {
      own.push(all[at]);
    } else {
      byTrack.set(track, [all[at]]);
    }
  }
  return byTrack;
}

function clipRows(w: Workspace, track: Track, handle: Handle, place: number, of: number, open: ReadonlySet<string>): OutlineRow[] {
  const clip = w.seen.clip(handle);
  if (!clip) {
    return [];
  }
  const id = `clip ${handle}`;
  const notes = w.seen.notes(clip.content);
  const end = clip.offset + (clip.loop > 0 ? Math.min(clip.loop, clip.length) : clip.length);
  const heard: number[] = [];
  for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
    if (notes[at + Note.start] >= clip.offset && notes[at + Note.start] < end) {
      heard.push(at);
    }
  }
  const row: OutlineRow = { kind: 'clip', id, handle, parent: track.handle, level: 2, text: clipWords(w, handle, heard.length),
    open: heard.length > 0 ? open.has(id) : undefined, place, of };
  if (!open.has(id)) {
    return [row];
  }
  const listed = heard.slice(0, MOST_NOTES);
  return [row, ...listed.map((at, index): OutlineRow => ({
    kind: 'note', id: `note ${handle} ${notes[at]}`, handle: notes[at], parent: handle, level: 3, place: index + 1, of: heard.length,
    text: t('{0} at {1}, length {2} beats, velocity {3}', track.type === 'drums' ? drumName(notes[at + Note.pitch]) : noteName(notes[at + Note.pitch]),
      beat(w, notes[at + Note.start] + clip.start - clip.offset), Math.round((notes[at + Note.length] / TICKS_PER_QUARTER) * 100) / 100, notes[at + Note.velocity])
  }))];
}

export function trackWords(track: Track, clips: number): string {
  const count = clips === 0 ? t('no clips') : clips === 1 ? t('1 clip') : t('{0} clips', clips);
  return [track.name || t('Unnamed'), count, ...(track.muted ? [t('muted')] : []), ...(track.solo ? [t('solo')] : []), ...(track.frozen ? [t('frozen')] : [])].join(t(', '));
}

/** Such as "Verse, bars 5 to 8, 24 notes". */
export function clipWords(w: Workspace, handle: Handle, notes: number): string {
  const clip = w.seen.clip(handle);
  if (!clip) {
    return '';
  }
  const first = bar(w, clip.start);
  const last = bar(w, clip.start + Math.max(1, clip.length) - 1);
  return [
    w.seen.clipName(handle) || t('Clip'),
    first === last ? t('bar {0}', first) : t('bars {0} to {1}', first, last),
    notes === 0 ? t('no notes') : notes === 1 ? t('1 note') : t('{0} notes', notes),
    ...(clip.muted ? [t('muted')] : []), ...(clip.loop > 0 && clip.loop < clip.length ? [t('repeated')] : [])
  ].join(t(', '));
}

function bar(w: Workspace, tick: number): string {
  return w.song.position(tick).split('.')[0];
}

function beat(w: Workspace, tick: number): string {
  return w.song.position(Math.max(0, tick)).split('.').slice(0, 2).join('.');
}
