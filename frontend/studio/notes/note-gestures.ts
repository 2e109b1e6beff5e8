import { Note } from '../../song/song';
import { drumName, noteName } from '../gm/keys';
import type { At, Gesture } from '../pointer/pointing';
import { snapped, snappedDown, stepLength } from '../time/grid-step';
import { addNotes, chosenNotes } from '../workspace/note-actions';
import type { NoteSeen } from '../workspace/seen';
import { drawnPitches } from '../workspace/shape-actions';
import { notesWithin, type FoundNote } from './find-note';
import type { NotesStage } from './notes-stage';
import { t } from '../../words/words';

export const TREMBLE = 3;

export function called(stage: NotesStage, pitch: number): string {
  return stage.layout.drums ? drumName(pitch) : noteName(pitch);
}

export function finish(stage: NotesStage): void {
  stage.draft = null;
  stage.says = null;
  stage.workspace.audition.stop();
  stage.redrawNotes();
}

/** Moves the chosen notes, or copies them with Alt; their pitch sounds as it changes. */
export function moveNotesGesture(stage: NotesStage, from: At, found: FoundNote, wasChosen: boolean): Gesture {
  const { workspace: w, layout } = stage;
  const note = w.seen.note(w.content, found.note);
  const chosen = chosenNotes(w);
  const earliest = Math.min(...chosen.map(each => each.start));
  const lowest = Math.min(...chosen.map(each => each.pitch));
  const highest = Math.max(...chosen.map(each => each.pitch));
  const grabbed = layout.tick(from.x);
  const locked = w.roll.get('lock') && !layout.drums;
  let steps = 0;
  let moved = false;
  if (note) {
    w.lastLength = note.length;
    w.lastVelocity = note.velocity;
    stage.workspace.audition.start(note.pitch, note.velocity);
  }
  return {
    move(at) {
      moved ||= Math.hypot(at.x - from.x, at.y - from.y) > TREMBLE;
      if (!moved || !note) {
        return;
      }
      const start = note.start + layout.origin;
      const wanted = snapped(w.song, start + layout.tick(at.x) - grabbed, w.step('notes', at.free));
      const ticks = Math.max(-earliest, wanted - start);
      const aimed = layout.pitch(at.y);
      steps = locked ? stepsTo(stage, note.pitch, aimed, chosen) : 0;
      const keys = locked ? w.song.noteShapes.moved(w.roll.get('scale'), steps) : null;
      const semitones = keys ? keys[note.pitch]! - note.pitch : Math.max(-lowest, Math.min(127 - highest, aimed - note.pitch));
      stage.draft = { kind: at.alt ? 'copy' : 'move', ticks, semitones, keys };
      stage.says = { text: `${called(stage, note.pitch + semitones)}  ·  ${w.song.position(start + ticks)}  ·  ${t(w.step('notes', at.free).name)}`, x: at.x, y: at.y };
      stage.workspace.audition.start(note.pitch + semitones, note.velocity);
      stage.redrawNotes();
    },
    end(at) {
      const draft = stage.draft;
      finish(stage);
      if (!moved && wasChosen && !at.shift && w.notes.size > 1) {
        w.notes.set([found.note]);
      }
      if (draft && 'semitones' in draft && (draft.ticks !== 0 || draft.semitones !== 0)) {
        moveChosen(stage, draft.kind === 'copy', draft.ticks, draft.semitones, locked ? steps : null);
      }
    },
    cancel: () => finish(stage)
  };
}

/** Steps of the scale from a pitch to where the pointer aims, as many as all that is chosen can go. */
function stepsTo(stage: NotesStage, pitch: number, aimed: number, chosen: readonly NoteSeen[]): number {
  const { noteShapes } = stage.workspace.song;
  const scale = stage.workspace.roll.get('scale');
  let steps = noteShapes.steps(scale, pitch, noteShapes.nearest(scale)[aimed]!);
  const leaves = (key: number) => key < 0 || key > 127;
  while (steps !== 0 && chosen.some(each => leaves(noteShapes.moved(scale, steps)[each.pitch]!))) {
    steps -= Math.sign(steps);
  }
  return steps;
}

function moveChosen({ workspace: w }: NotesStage, copy: boolean, ticks: number, semitones: number, steps: number | null): void {
  const notes = w.notes.all();
  const scale = w.roll.get('scale');
  if (!copy) {
    w.attempt(() => steps === null ? w.song.moveNotes(notes, ticks, semitones) : w.song.noteShapes.move(notes, ticks, scale, steps));
    return;
  }
  const copies = w.attempt(() => steps === null ? w.song.copyNotes(notes, ticks, semitones) : w.song.noteShapes.copy(notes, ticks, scale, steps));
  if (copies) {
    w.notes.set(copies);
  }
}

export function resizeNotesGesture(stage: NotesStage, from: At, found: FoundNote, edge: 'left' | 'right'): Gesture {
  const { workspace: w, layout } = stage;
  const note = w.seen.note(w.content, found.note);
  const chosen = chosenNotes(w);
  const shortest = Math.min(...chosen.map(each => each.length));
  const earliest = Math.min(...chosen.map(each => each.start));
  const grabbed = layout.tick(from.x);
  return {
    move(at) {
      if (!note || (!stage.draft && Math.abs(at.x - from.x) <= TREMBLE)) {
        return;
      }
      const base = layout.origin + note.start + (edge === 'right' ? note.length : 0);
      const wanted = snapped(w.song, base + layout.tick(at.x) - grabbed, w.step('notes', at.free)) - base;
      const ticks = edge === 'right' ? Math.max(1 - shortest, wanted) : Math.max(-earliest, Math.min(shortest - 1, wanted));
      stage.draft = { kind: edge, ticks };
      stage.says = { text: `${w.song.position(base + ticks)}  ·  ${t(w.step('notes', at.free).name)}`, x: at.x, y: at.y };
      stage.redrawNotes();
    },
    end() {
      const draft = stage.draft;
      finish(stage);
      if (draft && (draft.kind === 'left' || draft.kind === 'right') && draft.ticks !== 0 && note) {
        w.attempt(() => w.song.resizeNotes(w.notes.all(), edge, draft.ticks));
        w.lastLength = Math.max(1, note.length + (edge === 'right' ? draft.ticks : -draft.ticks));
      }
    },
    cancel: () => finish(stage)
  };
}

/** Draws a note, or a chord, of the remembered length; dragging gives it another. It sounds while it is held. */
export function drawNoteGesture(stage: NotesStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const pitches = drawnPitches(w, layout.pitch(from.y), layout.drums);
  const start = Math.max(layout.origin, snappedDown(w.song, layout.tick(from.x), w.step('notes', from.free)));
  let length = w.lastLength;
  stage.ghost = null;
  stage.draft = { kind: 'draw', start, length, pitches };
  stage.workspace.audition.start(pitches, w.lastVelocity);
  stage.redrawNotes();
  return {
    move(at) {
      if (Math.abs(at.x - from.x) <= TREMBLE * 2) {
        return;
      }
      const step = w.step('notes', at.free);
      length = Math.max(stepLength(w.song, start, step), snapped(w.song, layout.tick(at.x), step) - start);
      stage.draft = { kind: 'draw', start, length, pitches };
      stage.says = { text: `${called(stage, pitches[0]!)}  ·  ${w.song.position(start + length)}  ·  ${t(step.name)}`, x: at.x, y: at.y };
      stage.redrawNotes();
    },
    end() {
      finish(stage);
      const notes = addNotes(w, start, pitches, length);
      if (notes.length > 0) {
        w.lastLength = length;
        w.caret.tick = start + length;
        w.caret.pitch = pitches[0]!;
        w.notes.set(notes);
      }
    },
    cancel: () => finish(stage)
  };
}

/** The rubber band over notes or, begun in the velocity lane, over stalks. */
export function noteBandGesture(stage: NotesStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const before = from.shift ? w.notes.all() : [];
  const tick = layout.tick(from.x);
  const scroll = layout.scroll;
  return {
    move(at) {
      const x = layout.x(tick);
      const y = from.y > layout.bottom ? from.y : from.y + scroll - layout.scroll;
      stage.draft = { kind: 'band', x, y, toX: at.x, toY: at.y };
      w.notes.set([...before, ...notesWithin(w, layout, x, y, at.x, at.y)]);
      stage.redrawNotes();
    },
    end(at) {
      if (!stage.draft) {
        if (!from.shift) {
          w.notes.clear();
        }
        placeNoteCaret(stage, at);
      }
      finish(stage);
    },
    cancel() {
      w.notes.set(before);
      finish(stage);
    }
  };
}

/** Drags the stalk of a note, and of all that are chosen with it, by the same amount. */
export function velocityGesture(stage: NotesStage, from: At, found: FoundNote): Gesture {
  const { workspace: w, layout } = stage;
  if (!w.notes.has(found.note)) {
    w.notes.set([found.note]);
  }
  const before = w.placed[found.at + Note.velocity];
  const pitch = w.placed[found.at + Note.pitch];
  return {
    move(at) {
      const by = Math.max(1 - before, Math.min(127 - before, Math.round(((from.y - at.y) / (layout.lane - 14)) * 127)));
      stage.draft = { kind: 'velocity', by };
      stage.says = { text: w.notes.size > 1 ? t('Velocity {0}', `${by >= 0 ? '+' : '−'}${Math.abs(by)}`) : t('Velocity {0}', before + by), x: at.x, y: at.y };
      stage.redrawNotes();
    },
    end() {
      const draft = stage.draft;
      finish(stage);
      if (draft?.kind === 'velocity' && draft.by !== 0) {
        w.attempt(() => w.song.changeVelocity(w.notes.all(), draft.by));
        w.lastVelocity = before + draft.by;
        stage.workspace.audition.touch(pitch, w.lastVelocity);
      }
    },
    cancel: () => finish(stage)
  };
}

/** Plays the keyboard at the edge; harder further to the right. */
export function keyGesture(stage: NotesStage, from: At): Gesture {
  const play = (at: At) => stage.workspace.audition.play(stage.layout.pitch(at.y), Math.max(30, Math.min(127, Math.round(40 + 87 * at.x / stage.layout.keys))));
  play(from);
  return { move: play, end: () => stage.workspace.audition.stop(), cancel: () => stage.workspace.audition.stop() };
}

export function placeNoteCaret(stage: NotesStage, at: At): void {
  const { workspace: w, layout } = stage;
  w.caret.tick = snappedDown(w.song, Math.max(0, layout.tick(at.x)), w.step('notes', at.free));
  if (at.y < layout.bottom) {
    w.caret.pitch = layout.pitch(at.y);
  }
  w.viewChanged('notes');
}
