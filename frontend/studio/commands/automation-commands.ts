import { MASTER } from '../../song/mixing';
import { NONE } from '../../song/song';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';
import { t } from '../../words/words';

const group = 'Tracks' as const;
const place = 'arrangement' as const;

/** Records what hands move while it plays, or no longer. */
function record(w: Workspace): void {
  const { automation } = w.song;
  automation.recording = !automation.recording;
  w.say(automation.recording ? t('Automation is recorded: play, and move faders and knobs.') : t('Automation is not recorded any more.'));
  w.viewChanged();
}

export const AUTOMATION_COMMANDS: readonly Command[] = [
  { id: 'automation', name: 'Automation of the track: show or hide', group, place, keys: ['A'], icon: 'automation',
    run: w => w.caret.track === NONE ? undefined : w.lanes.toggle(w.caret.track) },
  { id: 'automation-more', name: 'One more lane of the track’s automation', group, place, keys: ['Shift+A'],
    run: w => w.caret.track === NONE ? undefined : w.lanes.another(w.caret.track) },
  { id: 'automation-master', name: 'Automation of the master: show or hide', group, keys: [], run: w => w.lanes.toggle(MASTER) },
  { id: 'automation-record', name: 'Record automation', group: 'Play', keys: ['Alt+R'], icon: 'automation', run: record }
];
