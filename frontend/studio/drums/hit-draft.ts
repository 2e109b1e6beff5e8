import type { Step } from './drums-layout';

/** What is being dragged in the drum grid and not done yet. */
export type HitDraft =
  | { readonly kind: 'paint'; readonly on: boolean; readonly steps: readonly Step[] }
  | { readonly kind: 'velocity'; readonly by: number }
  | { readonly kind: 'shift'; readonly ticks: number }
  | { readonly kind: 'band'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number };
