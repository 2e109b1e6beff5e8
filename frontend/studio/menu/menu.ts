import { command, keyOfCommand } from '../commands/commands';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

export interface MenuItem {
  readonly name: string;
  readonly key?: string;
  readonly checked?: boolean;
  readonly off?: boolean;
  readonly swatch?: string;
  readonly run: () => void;
}

/** A line between groups of items. */
export const LINE = 'line';
export type MenuEntry = MenuItem | typeof LINE;

export interface MenuOrder {
  /** Client pixels. */
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

/** Asks the studio to show a menu. */
export function openMenu(from: HTMLElement, order: MenuOrder): void {
  from.dispatchEvent(new CustomEvent<MenuOrder>('tutti-menu', { detail: order, bubbles: true, composed: true }));
}

/** A command as a menu's item. */
export function item(id: string, workspace: Workspace, name?: string): MenuItem {
  const { name: its, run } = command(id);
  return { name: name ?? t(its), key: keyOfCommand(id), run: () => run(workspace) };
}
