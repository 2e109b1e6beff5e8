import { list, type Hands } from './hands';
import type { Handle } from './song';

/** A scale: the tonic from 0 for C, and the place of its form among `scales()`; a form of −1 is the song's key. */
export interface ScaleChoice {
  readonly tonic: number;
  readonly form: number;
}

export const KEY_OF_SONG = -1;

/** Start (ticks of the content), length, pitch and velocity of a note to be drawn. */
export type Stroke = readonly [start: number, length: number, pitch: number, velocity: number];

/** A line drawn in a lane: ticks of the content and values in turn, the ticks rising. */
export type LanePath = readonly number[];

export const enum Ends { starts, ends, both }

/** What the piano roll does with many notes at once, with controllers, scales and chords. Every gesture is one edit. */
export class NoteShapes {
  constructor(private readonly hands: Hands) {}

  private get core() {
    return this.hands.core;
  }

  /** Draws notes, but none where one of the pitch begins already. */
  draw(content: Handle, strokes: readonly Stroke[]): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.drawNotes(content, Int32Array.from(strokes.flat().map(Math.round)))));
  }

  /** `origin`: song tick of the content's 0; step in ticks, 0 the bar; swing and strength in hundredths. */
  quantise(notes: readonly Handle[], grid: { origin: number; step: number; swing: number }, strength: number, ends: Ends): void {
    this.hands.did(() => this.core.quantiseNotes(list(notes), Math.round(grid.origin), grid.step, grid.swing, strength, ends));
  }

  /** Moves each note by at most so many ticks and its velocity by at most so much, by chance. */
  humanise(notes: readonly Handle[], ticks: number, velocity: number, seed: number): void {
    this.hands.did(() => this.core.humaniseNotes(list(notes), ticks, velocity, seed | 0));
  }

  /** Ticks from string to string, below 0 from the highest down. */
  strum(notes: readonly Handle[], ticks: number): void { this.hands.did(() => this.core.strumNotes(list(notes), ticks)); }

  legato(notes: readonly Handle[]): void { this.hands.did(() => this.core.legatoNotes(list(notes))); }

  /** Cuts at a tick of the content; the second halves. */
  split(notes: readonly Handle[], tick: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.splitNotes(list(notes), Math.round(tick))));
  }

  splitByGrid(notes: readonly Handle[], origin: number, step: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.splitNotesByGrid(list(notes), Math.round(origin), step)));
  }

  glue(notes: readonly Handle[]): void { this.hands.did(() => this.core.glueNotes(list(notes))); }

  /** Each note slides to the next within so many ticks before it. */
  slide(notes: readonly Handle[], ticks: number): void { this.hands.did(() => this.core.slideNotes(list(notes), ticks)); }

  velocities(notes: readonly Handle[], path: LanePath): void {
    this.hands.did(() => this.core.drawVelocities(list(notes), Int32Array.from(path)));
  }

  ramp(notes: readonly Handle[]): void { this.hands.did(() => this.core.rampVelocities(list(notes))); }

  transpose(notes: readonly Handle[], scale: ScaleChoice, steps: number): void {
    this.hands.did(() => this.core.transposeInScale(list(notes), scale.tonic, scale.form, steps));
  }

  /** Moves by steps of a scale and onto it. */
  move(notes: readonly Handle[], ticks: number, scale: ScaleChoice, steps: number): void {
    this.hands.did(() => this.core.moveInScale(list(notes), Math.round(ticks), scale.tonic, scale.form, steps));
  }

  copy(notes: readonly Handle[], ticks: number, scale: ScaleChoice, steps: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.copyInScale(list(notes), Math.round(ticks), scale.tonic, scale.form, steps)));
  }

  /** The controllers that a content has points of. */
  controllers(content: Handle): readonly number[] { return Array.from(this.core.controllersOf(content)); }

  /** The largest value of a controller. */
  most(controller: number): number { return this.core.mostOf(controller); }

  drawControls(content: Handle, controller: number, path: LanePath): void {
    this.hands.did(() => this.core.drawControls(content, controller, Int32Array.from(path)));
  }

  /** Sets a controller from a tick of the content on; the new point, if it needed one. */
  putControl(content: Handle, controller: number, tick: number, value: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.putControl(content, controller, Math.round(tick), Math.round(value))));
  }

  moveControls(points: readonly Handle[], ticks: number, by: number): void {
    this.hands.did(() => this.core.moveControls(list(points), Math.round(ticks), Math.round(by)));
  }

  removeControls(points: readonly Handle[]): void { this.hands.did(() => this.core.removeControls(list(points))); }

  get scales(): readonly string[] { return this.hands.once('scale names', () => this.core.scaleNames().split('\n')); }
  get chords(): readonly string[] { return this.hands.once('chord shapes', () => this.core.chordShapes().split('\n')); }

  /** A bit for each of the twelve keys that belongs to a scale. */
  keys({ tonic, form }: ScaleChoice): number {
    return this.hands.once(`scale keys ${tonic} ${form}`, () => this.core.scaleKeys(tonic, form));
  }

  tonic({ tonic, form }: ScaleChoice): number {
    return this.hands.once(`scale tonic ${tonic} ${form}`, () => this.core.scaleTonic(tonic, form));
  }

  /** For each key the nearest one of a scale. */
  nearest({ tonic, form }: ScaleChoice): Int32Array {
    return this.hands.once(`scale nearest ${tonic} ${form}`, () => this.core.scaleNearest(tonic, form));
  }

  /** For each key where it goes by some steps. */
  moved({ tonic, form }: ScaleChoice, steps: number): Int32Array {
    return this.hands.once(`scale moved ${tonic} ${form} ${steps}`, () => this.core.scaleMoved(tonic, form, steps));
  }

  steps({ tonic, form }: ScaleChoice, from: number, to: number): number { return this.core.scaleSteps(tonic, form, from, to); }

  /** The keys of a chord on a root. */
  chord(shape: number, root: number, { tonic, form }: ScaleChoice): Int32Array {
    return this.hands.once(`chord ${shape} ${root} ${tonic} ${form}`, () => this.core.chordKeys(shape, root, tonic, form));
  }
}
