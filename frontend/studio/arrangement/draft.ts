import type { Handle } from '../../song/song';

/** What is being dragged and not done yet: drawn, but no edit before the pointer lets go. */
export type Draft =
  | { readonly kind: 'move' | 'copy' | 'alias'; ticks: number; tracks: number }
  | { readonly kind: 'left' | 'right'; ticks: number }
  | { readonly kind: 'draw'; readonly track: Handle; from: number; to: number }
  | { readonly kind: 'band'; readonly x: number; readonly y: number; toX: number; toY: number }
  | { readonly kind: 'item'; readonly item: Handle; start: number; length: number }
  | { readonly kind: 'tempo'; readonly item: Handle; bpm: number }
  | { readonly kind: 'whole'; readonly item: Handle; readonly start: number; readonly length: number; before: number; copy: boolean; aliases: boolean };

/** Drafts that are about the chosen clips. */
export type ClipDraft = Extract<Draft, { kind: 'move' | 'copy' | 'alias' | 'left' | 'right' }>;
