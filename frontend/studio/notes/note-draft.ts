import type { LanePath, Stroke } from '../../song/note-shapes';
import type { Handle } from '../../song/song';

/** What is being dragged in the piano roll and not done yet. */
export type NoteDraft =
  | {
    readonly kind: 'move' | 'copy'; readonly ticks: number; readonly semitones: number;
    /** Where each key goes, if the notes move within a scale. */
    readonly keys: Int32Array | null;
  }
  | { readonly kind: 'left' | 'right'; readonly ticks: number }
  | { readonly kind: 'velocity'; readonly by: number }
  | { readonly kind: 'draw'; readonly start: number; readonly length: number; readonly pitches: readonly number[] }
  /** Starts in ticks of the content. */
  | { readonly kind: 'paint'; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'erase'; readonly notes: ReadonlySet<Handle> }
  | { readonly kind: 'cut'; readonly tick: number; readonly y: number; readonly toY: number }
  | { readonly kind: 'band'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number }
  /** x and y in turn. */
  | { readonly kind: 'lasso'; readonly outline: readonly number[] }
  /** A line through the lane. */
  | { readonly kind: 'path'; readonly path: LanePath }
  /** Points of a controller on their way. */
  | { readonly kind: 'points'; readonly ticks: number; readonly by: number };

/** The value of a line through the lane at a tick, NaN where it is not. */
export function pathValue(path: LanePath, tick: number): number {
  const last = path.length - 2;
  if (tick < path[0]! || tick > path[last]!) {
    return NaN;
  }
  let at = 2;
  while (at < last && path[at]! < tick) {
    at += 2;
  }
  if (at > last) {
    return path[1]!;
  }
  const share = (tick - path[at - 2]!) / (path[at]! - path[at - 2]!);
  return path[at - 1]! + share * (path[at + 1]! - path[at - 1]!);
}
