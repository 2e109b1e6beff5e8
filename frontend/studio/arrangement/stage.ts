import type { Workspace } from '../workspace/workspace';
import type { Draft } from './draft';
import type { LaneItem } from './lane-items';
import type { Layout } from './layout';

/** What gestures see of the element that they happen on. */
export interface ArrangementStage {
  readonly workspace: Workspace;
  readonly layout: Layout;
  readonly element: HTMLElement;
  draft: Draft | null;
  says: { text: string; x: number; y: number } | null;
  redrawAll(): void;
  redrawClips(): void;
  redrawOverlay(): void;
  /** Opens a field to write what a lane's item says. */
  write(item: LaneItem): void;
  /** Opens a field for a clip's name. */
  rename(clip: number): void;
}
