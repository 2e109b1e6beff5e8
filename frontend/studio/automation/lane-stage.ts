import type { AutomationTarget } from '../../song/automation';
import type { Axis } from '../time/axis';
import type { Layout } from '../arrangement/layout';
import type { Workspace } from '../workspace/workspace';
import type { LaneDraft } from './lane-draft';
import type { ShownLane } from './open-lanes';

/** What gestures see of the lane that they happen on. */
export interface LaneStage extends HTMLElement {
  readonly workspace: Workspace;
  readonly layout: Layout;
  readonly axis: Axis;
  readonly lane: ShownLane;
  readonly target: AutomationTarget | undefined;
  draft: LaneDraft | null;
  says: { readonly text: string; readonly x: number; readonly y: number } | null;
  /** Pixels from the lane's top of a place, 0 at its bottom to 1. */
  y(place: number): number;
  place(y: number): number;
  points(): Float64Array;
  repaint(): void;
}

/** Pixels above and below the curve. */
export const MARGIN = 7;
