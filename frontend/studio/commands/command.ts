import type { KeyPlace, Workspace } from '../workspace/workspace';
import type { IconName } from '../controls/icons';

export type Group = 'Play' | 'Edit' | 'Arrange' | 'Clips' | 'Notes' | 'Shape' | 'Lyrics' | 'View' | 'Tracks' | 'Together' | 'Tray' | 'Drums' | 'Recorded sound';

/** Something that can be done, told once: its name and keys in menus, tooltips and the list of shortcuts are these. */
export interface Command {
  readonly id: string;
  readonly name: string;
  readonly group: Group;
  readonly keys: readonly string[];
  /** Where its keys mean this; everywhere if left out. */
  readonly place?: KeyPlace;
  /** When its keys mean this at its place; always if left out. */
  readonly when?: (workspace: Workspace) => boolean;
  readonly icon?: IconName;
  /** Handled by the browser's own event (copy, cut, paste): listed here, not run by the keys. */
  readonly native?: boolean;
  /** Its keys mean this even while one writes in a field. */
  readonly anywhere?: boolean;
  run(workspace: Workspace): void;
}
