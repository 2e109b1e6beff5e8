/** What `studio.tutti.browser.PagePatterns` exports. */
export interface PatternsCore {
  heard(clip: number): Int32Array;
  placed(clip: number): Int32Array;
  drums(content: number, all: boolean): string;
  stretches(clip: number, pitch: number, from: number, to: number): Int32Array;
  paintHits(content: number, step: number, pitch: number, begins: Int32Array, on: boolean, velocity: number): Int32Array;
  removeHits(content: number, step: number, hits: Int32Array): void;
  shiftHits(content: number, step: number, hits: Int32Array, ticks: number): void;
  straightenHits(content: number, step: number, hits: Int32Array): void;
  flamHits(content: number, step: number, hits: Int32Array, clip: number, milliseconds: number): void;
  rollHits(content: number, step: number, hits: Int32Array, count: number): void;
  muteDrum(content: number, pitch: number): void;
  hitsAt(content: number, step: number, pitch: number, begin: number): Int32Array;
  offsets(content: number, step: number): Int32Array;
  divideDrum(content: number, pitch: number, step: number): void;
  repeatDrum(content: number, pitch: number, clip: number, length: number, step: number): void;
  releaseDrum(content: number, pitch: number): void;
  family(clip: number): string;
  variation(clip: number): string;
  newVariation(clips: Int32Array): Int32Array;
  chooseVariation(clips: Int32Array, content: number): void;
  stepVariation(clips: Int32Array, by: number): void;
  renameVariation(content: number, name: string): void;
  removeVariation(content: number): void;
  heardOn(clip: number): Int32Array;
  hearOn(clips: Int32Array, step: number, strength: number, swing: number): void;
  applyGrid(clips: Int32Array): void;
}
