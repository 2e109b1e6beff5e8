import type { KeyPlace, Workspace } from '../workspace/workspace';
import { ARRANGE_COMMANDS } from './arrange-commands';
import { AUTOMATION_COMMANDS } from './automation-commands';
import { bindings } from './bindings';
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
import { TRACK_COMMANDS, WINDOW_COMMANDS } from './track-commands';
import { SOUND_COMMANDS } from '../sound/sound-commands';
import { TRAY_COMMANDS } from '../tray/tray-commands';
import { VIEW_COMMANDS } from './view-commands';
import { t } from '../../words/words';

/** Everything that keys do. Menus, tooltips and the list that `?` shows read this table. */
export const COMMANDS: readonly Command[] = [
  ...PLAY_COMMANDS, ...HAND_COMMANDS, ...EDIT_COMMANDS, ...CLIP_COMMANDS, ...ARRANGE_COMMANDS, ...NOTE_COMMANDS, ...SHAPE_COMMANDS, ...LYRIC_COMMANDS, ...VIEW_COMMANDS,
  ...TOGETHER_COMMANDS, ...SOUND_COMMANDS, ...DRUM_COMMANDS, ...TRACK_COMMANDS, ...AUTOMATION_COMMANDS, ...WINDOW_COMMANDS, ...TRAY_COMMANDS
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
export function commandFor(key: string, workspace: Workspace): Command | undefined {
  const at = (place: KeyPlace, own: boolean) => COMMANDS.find(each => !each.native && bindings.keys(each).includes(key)
    && (each.place ?? (own ? undefined : place)) === place && (each.when?.(workspace) ?? true));
  return (workspace.tray.hasKeys ? at('tray', true) : undefined) ?? at(workspace.keyPlace, false);
}

export function run(id: string, workspace: Workspace): void {
  command(id).run(workspace);
}

/** A command's first key for people, or nothing. */
export function keyOfCommand(id: string): string | undefined {
  const key = bindings.keys(command(id))[0];
  return key === undefined ? undefined : keyWords(key);
}

/** A command's name and key, as tooltips have it. */
export function tip(id: string, words = t(command(id).name)): string {
  const key = keyOfCommand(id);
  return key === undefined ? words : `${words}  (${key})`;
}
