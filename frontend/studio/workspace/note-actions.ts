import { NONE, NOTE_STRIDE, Note, type Handle } from '../../song/song';
import { snappedDown, stepLength } from '../time/grid-step';
import type { NoteSeen } from './seen';
import type { Workspace } from './workspace';

/** What can be done with the notes of the opened clip, by keys, menus and pointers alike. */

export function chosenNotes(w: Workspace): NoteSeen[] {
  const content = w.content;
  return w.notes.all().map(note => w.seen.note(content, note)).filter(note => note !== undefined);
}

/** Song ticks at which the opened content's tick 0 lies. */
export function contentOrigin(w: Workspace): number {
  const clip = w.openedClip;
  return clip ? clip.start - clip.offset : 0;
}

/** Draws notes at a tick of the song, of the remembered velocity; none where one of the pitch begins already. */
export function addNotes(w: Workspace, songTick: number, pitches: readonly number[], length = w.lastLength): readonly Handle[] {
  const content = w.content;
  if (content === NONE) {
    return [];
  }
  const start = Math.max(0, Math.round(songTick - contentOrigin(w)));
  const long = Math.max(1, Math.round(length));
  return w.attempt(() => pitches.length === 1
    ? [w.song.addNote(content, start, long, pitches[0]!, w.lastVelocity)]
    : w.song.noteShapes.draw(content, pitches.map(pitch => [start, long, pitch, w.lastVelocity]))) ?? [];
}

export function selectAllNotes(w: Workspace): void {
  const notes = w.seen.notes(w.content);
  const all: Handle[] = [];
  for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
    all.push(notes[at]);
  }
  w.notes.set(all);
}

export function moveNotes(w: Workspace, ticks: number, semitones: number): void {
  if (w.notes.size > 0 && (ticks !== 0 || semitones !== 0)) {
    w.attempt(() => w.song.moveNotes(w.notes.all(), ticks, semitones));
    const first = w.seen.note(w.content, w.notes.all()[0]);
    if (semitones !== 0 && first) {
      w.audition.touch(first.pitch, first.velocity);
    }
  }
}

export function resizeNotes(w: Workspace, edge: 'left' | 'right', ticks: number): void {
  if (w.notes.size > 0 && ticks !== 0) {
    w.attempt(() => w.song.resizeNotes(w.notes.all(), edge, ticks));
    w.lastLength = chosenNotes(w)[0]?.length ?? w.lastLength;
  }
}

export function duplicateNotes(w: Workspace): void {
  const chosen = chosenNotes(w);
  if (chosen.length === 0) {
    return;
  }
  const start = Math.min(...chosen.map(note => note.start));
  const end = Math.max(...chosen.map(note => note.start + note.length));
  const step = stepLength(w.song, start + contentOrigin(w), w.step('notes'));
  const span = Math.ceil((end - start) / step) * step;
  const copies = w.attempt(() => w.song.copyNotes(w.notes.all(), span, 0));
  if (copies) {
    w.notes.set(copies);
  }
}

export function removeNotes(w: Workspace): void {
  if (w.notes.size > 0) {
    w.attempt(() => w.song.removeNotes(w.notes.all()));
  }
}

export function changeVelocity(w: Workspace, by: number): void {
  if (w.notes.size > 0) {
    w.attempt(() => w.song.changeVelocity(w.notes.all(), by));
    const first = chosenNotes(w)[0];
    w.lastVelocity = first ? first.velocity : w.lastVelocity;
  }
}

/** Goes to the note before or after the chosen one in time, and sounds it. */
export function stepThroughNotes(w: Workspace, by: 1 | -1, more: boolean): void {
  const notes = w.seen.notes(w.content);
  if (notes.length === 0) {
    return;
  }
  const last = w.notes.all().at(-1);
  const now = last === undefined ? -1 : w.seen.noteAt(w.content, last);
  const from = now < 0 ? (by > 0 ? 0 : notes.length - NOTE_STRIDE) : now + by * NOTE_STRIDE;
  const at = Math.min(notes.length - NOTE_STRIDE, Math.max(0, from));
  w.caret.tick = notes[at + Note.start] + contentOrigin(w);
  w.caret.pitch = notes[at + Note.pitch];
  w.audition.touch(notes[at + Note.pitch], notes[at + Note.velocity]);
  if (more) {
    w.notes.add([notes[at]]);
  } else {
    w.notes.set([notes[at]]);
  }
}

export function moveNoteCaret(w: Workspace, steps: number, semitones: number): void {
  const step = w.step('notes');
  if (steps !== 0) {
    const from = snappedDown(w.song, steps > 0 ? w.caret.tick : Math.max(0, w.caret.tick - 1), step);
    w.caret.tick = steps > 0 ? from + stepLength(w.song, from, step) : from;
  }
  w.caret.pitch = Math.min(127, Math.max(0, w.caret.pitch + semitones));
  w.viewChanged();
}
