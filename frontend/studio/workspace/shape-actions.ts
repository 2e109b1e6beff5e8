import { Ends } from '../../song/note-shapes';
import { NONE, type Handle } from '../../song/song';
import { t } from '../../words/words';
import { effective, gridStep, type GridStep } from '../time/grid-step';
import { contentOrigin, selectAllNotes } from './note-actions';
import type { Workspace } from './workspace';

/** What shapes the chosen notes, all notes where none are chosen: by keys, menus and the shape panel alike. */

function concerned(w: Workspace): readonly Handle[] {
  if (w.notes.size === 0) {
    selectAllNotes(w);
  }
  return w.notes.all();
}

/** Does something with the notes concerned; without any there is nothing to do. */
function shape(w: Workspace, how: (notes: readonly Handle[]) => void): void {
  const notes = concerned(w);
  if (notes.length > 0) {
    w.attempt(() => how(notes));
  }
}

/** The grid that notes are quantised to: one of its own, or the one that is drawn on. */
function quantiseStep(w: Workspace): GridStep {
  const own = w.roll.get('quantiseGrid');
  return own === '' ? effective(w.steps.notes, w.axes.notes.scale) : gridStep(own);
}

export function quantise(w: Workspace): void {
  const step = quantiseStep(w);
  if (step.ticks === 1) {
    w.say(t('Choose a grid first: “Free” has nothing to move the notes to.'));
    return;
  }
  shape(w, notes => w.song.noteShapes.quantise(notes, { origin: contentOrigin(w), step: step.ticks, swing: w.roll.get('swing') },
    w.roll.get('strength'), w.roll.get('ends') as Ends));
}

export function humanise(w: Workspace): void {
  const seed = crypto.getRandomValues(new Int32Array(1))[0]!;
  shape(w, notes => w.song.noteShapes.humanise(notes, w.roll.get('humaniseTime'), w.roll.get('humaniseVelocity'), seed));
}

export function strum(w: Workspace, way: 1 | 0 | -1): void {
  shape(w, notes => w.song.noteShapes.strum(notes, way * w.roll.get('strum')));
}

export function legato(w: Workspace): void {
  shape(w, notes => w.song.noteShapes.legato(notes));
}

export function glue(w: Workspace): void {
  shape(w, notes => w.song.noteShapes.glue(notes));
}

export function slide(w: Workspace): void {
  shape(w, notes => w.song.noteShapes.slide(notes, w.roll.get('slide')));
}

export function ramp(w: Workspace): void {
  shape(w, notes => w.song.noteShapes.ramp(notes));
}

export function splitAtPlayhead(w: Workspace): void {
  split(w, Math.round(w.song.transport.playhead - contentOrigin(w)));
}

/** Cuts the notes concerned at a tick of the content; what was cut stays chosen with its pieces. */
function split(w: Workspace, tick: number): void {
  shape(w, notes => {
    const made = w.song.noteShapes.split(notes, tick);
    if (made.length === 0) {
      w.say(t('Nothing to split: put the playhead inside a note.'));
    }
    w.notes.add(made);
  });
}

export function splitByGrid(w: Workspace): void {
  const step = effective(w.steps.notes, w.axes.notes.scale);
  if (step.ticks === 1) {
    w.say(t('Choose a grid first: “Free” has nothing to cut the notes at.'));
    return;
  }
  shape(w, notes => w.notes.add(w.song.noteShapes.splitByGrid(notes, contentOrigin(w), step.ticks)));
}

export function transposeInScale(w: Workspace, steps: number): void {
  shape(w, notes => w.song.noteShapes.transpose(notes, w.roll.get('scale'), steps));
}

/** Moves what is chosen by steps of the scale, onto the scale. */
export function moveInScale(w: Workspace, steps: number): void {
  w.attempt(() => w.song.noteShapes.move(w.notes.all(), 0, w.roll.get('scale'), steps));
  const first = w.seen.note(w.content, w.notes.all()[0] ?? NONE);
  if (first) {
    w.audition.touch(first.pitch, first.velocity);
  }
}

export function onDrums(w: Workspace): boolean {
  return w.seen.track(w.openedClip?.track ?? NONE)?.type === 'drums';
}

/** Whether drawing and moving stay in the scale. */
export function inScale(w: Workspace): boolean {
  return w.roll.get('lock') && !onDrums(w);
}

/** A pitch that may be drawn: the scale's nearest while it is locked. */
export function drawnPitch(w: Workspace, pitch: number, drums: boolean): number {
  return w.roll.get('lock') && !drums ? w.song.noteShapes.nearest(w.roll.get('scale'))[pitch]! : pitch;
}

/** The pitches that a press on a key draws: a chord of the chosen shape, or the key alone. */
export function drawnPitches(w: Workspace, pitch: number, drums: boolean): readonly number[] {
  const chord = w.roll.get('chord');
  const root = drawnPitch(w, pitch, drums);
  return chord < 0 || drums ? [root] : Array.from(w.song.noteShapes.chord(chord, root, w.roll.get('scale')));
}
