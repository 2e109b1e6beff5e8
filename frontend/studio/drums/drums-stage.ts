import type { Workspace } from '../workspace/workspace';
import type { HitDraft } from './hit-draft';
import type { DrumsLayout, Step } from './drums-layout';

/** What gestures see of the drum grid. */
export interface DrumsStage {
  readonly workspace: Workspace;
  readonly layout: DrumsLayout;
  readonly element: HTMLElement;
  draft: HitDraft | null;
  says: { text: string; x: number; y: number } | null;
  ghost: Step | null;
  redrawHits(): void;
  redrawOverlay(): void;
}
