import { NONE } from '../../song/song';
import type { Chosen } from '../../song/tray';
import { barEnd, barStart } from '../time/grid-step';
import { contentOrigin } from '../workspace/note-actions';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** What is chosen: notes in the editor, clips, the bars of a section, tracks, the loop; else the bars from the caret on. */
export function chosenFor(w: Workspace): Chosen {
  const clip = w.openedClip;
  if (w.place === 'notes' && w.editorOpen && clip) {
    const notes = w.notes.all();
    return notes.length > 0 ? { ...barsOfNotes(w), tracks: [clip.track], notes, clips: [] } : { from: 0, to: 0, tracks: [], notes: [], clips: [clip.handle] };
  }
  const tracks = w.tracks.all();
  const section = w.seen.sections.find(each => w.laneItems.has(each.handle));
  if (section) {
    return { from: section.start, to: section.start + section.length, tracks, notes: [], clips: [] };
  }
  const clips = w.clips.all();
  if (clips.length > 0) {
    return { from: 0, to: 0, tracks: [], notes: [], clips };
  }
  const { loop } = w.song.transport;
  return loop.on && loop.to > loop.from ? { from: loop.from, to: loop.to, tracks, notes: [], clips: [] }
    : { from: w.caret.tick, to: w.caret.tick, tracks, notes: [], clips: [] };
}

function barsOfNotes(w: Workspace): { from: number; to: number } {
  const origin = contentOrigin(w);
  let from = Infinity;
  let to = 0;
  for (const handle of w.notes.all()) {
    const note = w.seen.note(w.content, handle);
    if (note) {
      from = Math.min(from, note.start + origin);
      to = Math.max(to, note.start + note.length + origin);
    }
  }
  return from < to ? { from: barStart(w.song, Math.max(0, from)), to: barEnd(w.song, to - 1) } : { from: 0, to: 0 };
}

/** Puts what is chosen in the tray, for everybody or at first for oneself; says so, with the way there. */
export function putIdea(w: Workspace, shown: boolean): void {
  const { from, to, tracks, notes, clips } = chosenFor(w);
  const places = clips.map(each => w.seen.clip(each)).filter(each => each !== undefined);
  const all = [...new Set([...tracks, ...places.map(each => each.track)])];
  const bars = places.length > 0 ? { from: Math.min(...places.map(each => each.start)), to: Math.max(...places.map(each => each.start + each.length)) } : { from, to };
  const id = w.attempt(() => w.song.tray.put(nameOf(w, places, all), { ...bars, tracks: all.length > 0 ? all : w.caret.track === NONE ? [] : [w.caret.track], notes }, shown));
  if (id !== undefined) {
    w.tray.open(id);
    w.wanted.tell('tray');
    w.say(shown ? t('It lies in the tray: everybody can hear it.') : t('It lies in the tray. Only you see it until you show it.'));
  }
}

function nameOf(w: Workspace, clips: readonly { readonly handle: number; readonly track: number }[], tracks: readonly number[]): string {
  const track = w.seen.track(tracks[0] ?? w.caret.track)?.name ?? '';
  const clip = clips.length === 1 ? w.seen.clipName(clips[0]!.handle) : '';
  return clip || (tracks.length > 1 ? t('{0} and others', track) : track);
}
