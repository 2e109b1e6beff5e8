/** What is being dragged in the piano roll and not done yet. */
export type NoteDraft =
  | { readonly kind: 'move' | 'copy'; readonly ticks: number; readonly semitones: number }
  | { readonly kind: 'left' | 'right'; readonly ticks: number }
  | { readonly kind: 'velocity'; readonly by: number }
  | { readonly kind: 'draw'; readonly start: number; readonly length: number; readonly pitch: number }
  | { readonly kind: 'band'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number };
