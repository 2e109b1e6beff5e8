import type { Handle } from '../../song/song';

/** What is being dragged and not done yet: drawn, but no edit before the pointer lets go. */
export type Draft =
  | { readonly kind: 'move' | 'copy' | 'alias'; ticks: number; tracks: number }
  | { readonly kind: 'left' | 'right'; ticks: number }
  | { readonly kind: 'draw'; readonly track: Handle; from: number; to: number }
  | { readonly kind: 'band'; readonly x: number; readonly y: number; toX: number; toY: number }
  | { readonly kind: 'item'; readonly item: Handle; start: number; length: number };
