/** What is being dragged on a lane and not done yet; `by` and places are shares of its height. */
export type LaneDraft =
  | { readonly kind: 'move'; readonly ticks: number; readonly by: number }
  | { readonly kind: 'stroke'; readonly ticks: readonly number[]; readonly places: readonly number[] }
  | { readonly kind: 'band'; readonly x: number; readonly toX: number };
