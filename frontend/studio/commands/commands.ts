import type { KeyPlace, Workspace } from '../workspace/workspace';
import { ARRANGE_COMMANDS } from './arrange-commands';
import { CLIP_COMMANDS } from './clip-commands';
import type { Command } from './command';
import { DRUM_COMMANDS } from './drum-commands';
import { EDIT_COMMANDS } from './edit-commands';
import { HAND_COMMANDS } from './hand-commands';
import { keyWords } from './keys';
import { LYRIC_COMMANDS } from './lyric-commands';
import { NOTE_COMMANDS } from './note-commands';
import { PLAY_COMMANDS } from './play-commands';
import { SHAPE_COMMANDS } from './shape-commands';
import { TOGETHER_COMMANDS } from './together-commands';
import { VIEW_COMMANDS } from './view-commands';
import { t } from '../../words/words';

/** Everything that keys do. Menus, tooltips and the list that `?` shows read this table. */
export const COMMANDS: readonly Command[] = [
  ...PLAY_COMMANDS, ...HAND_COMMANDS, ...EDIT_COMMANDS, ...CLIP_COMMANDS, ...ARRANGE_COMMANDS, ...NOTE_COMMANDS, ...SHAPE_COMMANDS, ...LYRIC_COMMANDS, ...VIEW_COMMANDS,
  ...TOGETHER_COMMANDS, ...DRUM_COMMANDS
];

const byId = new Map<string, Command>();
for (const each of COMMANDS) {
  if (byId.has(each.id)) {
    throw new Error(`Two commands are called ${each.id}.`);
  }
  byId.set(each.id, each);
}

export function command(id: string): Command {
  const found = byId.get(id);
  if (!found) {
    throw new Error(`There is no command ${id}.`);
  }
  return found;
}

/** What a key means at a place. */
export function commandFor(key: string, place: KeyPlace): Command | undefined {
  return COMMANDS.find(each => !each.native && each.keys.includes(key) && (each.place ?? place) === place);
}

export function run(id: string, workspace: Workspace): void {
  command(id).run(workspace);
}

/** A command's name and key, as tooltips have it. */
export function tip(id: string): string {
  const { name, keys } = command(id);
  return keys.length > 0 ? `${t(name)}  (${keyWords(keys[0])})` : t(name);
}
