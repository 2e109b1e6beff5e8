import type { Workspace } from '../workspace/workspace';
import type { NoteDraft } from './note-draft';
import type { NotesLayout } from './notes-layout';

/** What gestures see of the piano roll. */
export interface NotesStage {
  readonly workspace: Workspace;
  readonly layout: NotesLayout;
  readonly element: HTMLElement;
  draft: NoteDraft | null;
  says: { text: string; x: number; y: number } | null;
  /** What a press would draw here. */
  ghost: { start: number; length: number; pitch: number; pitches: readonly number[] } | null;
  /** The tick of the song at which a press would cut. */
  knife: number | null;
  redrawNotes(): void;
  redrawOverlay(): void;
}
