/** What `studio.tutti.browser.PageNoteShapes` exports. */
export interface NoteShapesCore {
  drawNotes(content: number, strokes: Int32Array): Int32Array;
  quantiseNotes(notes: Int32Array, origin: number, step: number, swing: number, strength: number, ends: number): void;
  humaniseNotes(notes: Int32Array, ticks: number, velocity: number, seed: number): void;
  strumNotes(notes: Int32Array, ticks: number): void;
  legatoNotes(notes: Int32Array): void;
  splitNotes(notes: Int32Array, tick: number): Int32Array;
  splitNotesByGrid(notes: Int32Array, origin: number, step: number): Int32Array;
  glueNotes(notes: Int32Array): void;
  slideNotes(notes: Int32Array, ticks: number): void;
  drawVelocities(notes: Int32Array, path: Int32Array): void;
  rampVelocities(notes: Int32Array): void;
  transposeInScale(notes: Int32Array, tonic: number, form: number, steps: number): void;
  moveInScale(notes: Int32Array, ticks: number, tonic: number, form: number, steps: number): void;
  copyInScale(notes: Int32Array, ticks: number, tonic: number, form: number, steps: number): Int32Array;
  controllersOf(content: number): Int32Array;
  mostOf(controller: number): number;
  drawControls(content: number, controller: number, path: Int32Array): void;
  putControl(content: number, controller: number, tick: number, value: number): Int32Array;
  moveControls(points: Int32Array, ticks: number, by: number): void;
  removeControls(points: Int32Array): void;
  scaleNames(): string;
  scaleKeys(tonic: number, form: number): number;
  scaleTonic(tonic: number, form: number): number;
  scaleMoved(tonic: number, form: number, steps: number): Int32Array;
  scaleNearest(tonic: number, form: number): Int32Array;
  scaleSteps(tonic: number, form: number, from: number, to: number): number;
  chordShapes(): string;
  chordKeys(shape: number, root: number, tonic: number, form: number): Int32Array;
}
