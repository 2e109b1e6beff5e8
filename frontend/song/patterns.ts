import { list, type Hands } from './hands';
import { NOTE_STRIDE, type Handle } from './song';

/** A drum of a pattern as the grid lists it. */
export interface Drum {
  readonly pitch: number;
  readonly group: string;
  readonly hits: number;
  readonly muted: boolean;
  /** Ticks after which it repeats by itself; 0 goes with the clip. */
  readonly length: number;
  /** Ticks from step to step, 0 if it has no steps of its own. */
  readonly step: number;
}

/** One of the contents that a clip may play: a variation of a pattern, or a take. */
export interface Variation {
  readonly handle: Handle;
  readonly name: string;
  /** How many clips play it. */
  readonly players: number;
  readonly chosen: boolean;
}

/** Packed notes as `Note` has them, and for each of them where it was written. */
export interface Heard {
  readonly notes: Int32Array;
  readonly written: Int32Array;
}

/** A bit of a heard note's flags: it repeats another by a loop or by its drum's own length. */
export const REPEATED = 4;

/** A stretch of song in which a drum's steps run on: from, to, and the tick of the content at its beginning. */
export const STRETCH = 3;

/** Numbers for each hit in `offsets`. */
export const OFFSET = 3;

/** The grid that a clip is heard on: ticks from point to point, 0 for none; strength and swing in hundredths. */
export interface HeardOn {
  readonly step: number;
  readonly strength: number;
  readonly swing: number;
}

/** A pattern, and the ticks from step to step of its drums that have none of their own. */
export interface Pattern {
  readonly content: Handle;
  readonly step: number;
}

/** Drum patterns, variations and takes, and quantise as a view. Every gesture is one edit. */
export class Patterns {
  constructor(private readonly hands: Hands) {}

  private get core() {
    return this.hands.core;
  }

  /** Every time a note of a clip sounds, in ticks from the clip's start. */
  heard(clip: Handle): Heard { return unpacked(this.core.heard(clip)); }

  /** All notes of a clip's content where they are heard first, in ticks of the content. */
  placed(clip: Handle): Heard { return unpacked(this.core.placed(clip)); }

  /** The drums from the top down: those that are usual or used, or all. */
  drums(content: Handle, all: boolean): readonly Drum[] { return JSON.parse(this.core.drums(content, all)) as Drum[]; }

  /** The stretches of a drum's steps within [from, to) of the song, `STRETCH` numbers each. */
  stretches(clip: Handle, pitch: number, from: number, to: number): Int32Array {
    return this.core.stretches(clip, pitch, Math.floor(from), Math.ceil(to));
  }

  /** Puts hits on those of some steps that are empty, or clears the steps. Returns what it drew. */
  paint({ content, step }: Pattern, pitch: number, begins: readonly number[], on: boolean, velocity: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.paintHits(content, step, pitch, list(begins), on, velocity)));
  }

  remove({ content, step }: Pattern, hits: readonly Handle[]): void {
    this.hands.did(() => this.core.removeHits(content, step, list(hits)));
  }

  /** Moves hits off their steps by ticks, as far as they stay within them. */
  shift({ content, step }: Pattern, hits: readonly Handle[], ticks: number): void {
    this.hands.did(() => this.core.shiftHits(content, step, list(hits), Math.round(ticks)));
  }

  straighten({ content, step }: Pattern, hits: readonly Handle[]): void {
    this.hands.did(() => this.core.straightenHits(content, step, list(hits)));
  }

  /** Gives hits a soft one so many milliseconds before, or takes it away where all have one. */
  flam({ content, step }: Pattern, hits: readonly Handle[], clip: Handle, milliseconds: number): void {
    this.hands.did(() => this.core.flamHits(content, step, list(hits), clip, milliseconds));
  }

  /** Divides the steps of hits into so many hits. */
  roll({ content, step }: Pattern, hits: readonly Handle[], count: number): void {
    this.hands.did(() => this.core.rollHits(content, step, list(hits), count));
  }

  mute(content: Handle, pitch: number): void { this.hands.did(() => this.core.muteDrum(content, pitch)); }

  /** The hits that belong to a step. */
  hitsAt({ content, step }: Pattern, pitch: number, begin: number): readonly Handle[] {
    return Array.from(this.core.hitsAt(content, step, pitch, Math.round(begin)));
  }

  /** How far hits lie off their steps: `OFFSET` numbers each, the hit, the ticks, and 1 if it is a grace hit. */
  offsets({ content, step }: Pattern): Int32Array { return this.core.offsets(content, step); }

  divide(content: Handle, pitch: number, step: number): void { this.hands.did(() => this.core.divideDrum(content, pitch, Math.round(step))); }

  /** Lets a drum repeat after so many ticks; 0 goes with the clip. */
  repeat({ content, step }: Pattern, pitch: number, clip: Handle, length: number): void {
    this.hands.did(() => this.core.repeatDrum(content, pitch, clip, Math.round(length), step));
  }

  /** Takes a drum's own steps and length away. */
  release(content: Handle, pitch: number): void { this.hands.did(() => this.core.releaseDrum(content, pitch)); }

  family(clip: Handle): readonly Variation[] { return JSON.parse(this.core.family(clip)) as Variation[]; }

  /** What the variation is called that a clip plays, or "". */
  variation(clip: Handle): string { return this.core.variation(clip); }

  /** Copies what clips play into its family, and lets them play the copy. */
  vary(clips: readonly Handle[]): readonly Handle[] { return this.hands.did(() => Array.from(this.core.newVariation(list(clips)))); }

  choose(clips: readonly Handle[], variation: Handle): void { this.hands.did(() => this.core.chooseVariation(list(clips), variation)); }

  /** Goes to the next variation, or the one before. */
  step(clips: readonly Handle[], by: number): void { this.hands.did(() => this.core.stepVariation(list(clips), by)); }

  rename(variation: Handle, name: string): void { this.hands.did(() => this.core.renameVariation(variation, name)); }

  /** Removes a variation that no clip plays; throws a sentence if one does. */
  drop(variation: Handle): void { this.hands.did(() => this.core.removeVariation(variation)); }

  heardOn(clip: Handle): HeardOn {
    const [step, strength, swing] = this.core.heardOn(clip);
    return { step: step!, strength: strength!, swing: swing! };
  }

  /** Lets clips be heard on a grid while their notes stay where they are. */
  hearOn(clips: readonly Handle[], { step, strength, swing }: HeardOn): void {
    this.hands.did(() => this.core.hearOn(list(clips), Math.round(step), Math.round(strength), Math.round(swing)));
  }

  /** Moves the notes to where they are heard, and takes the grid away. */
  applyGrid(clips: readonly Handle[]): void { this.hands.did(() => this.core.applyGrid(list(clips))); }
}

function unpacked(packed: Int32Array): Heard {
  const end = packed.length / (NOTE_STRIDE + 1) * NOTE_STRIDE;
  return { notes: packed.subarray(0, end), written: packed.subarray(end) };
}
