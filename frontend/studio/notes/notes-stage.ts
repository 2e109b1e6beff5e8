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
  ghost: { start: number; length: number; pitch: number } | null;
  redrawNotes(): void;
  redrawOverlay(): void;
}
