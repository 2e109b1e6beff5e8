import { t } from '../../words/words';
import { LINE, item, type MenuEntry } from '../menu/menu';
import type { Drum } from '../../song/patterns';
import { noteLockEntry } from '../locks/lock-actions';
import { fillDrum, muteDrum, setDivision, setLength } from '../workspace/pattern-actions';
import type { Workspace } from '../workspace/workspace';
import type { DrumsLayout } from './drums-layout';
import { DIVISIONS, divisionName } from './step-words';

interface Menu {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

const VELOCITIES = [32, 64, 96, 112, 127];
const FILLS = [1, 2, 4];
/** Steps that a drum's own length is offered in. */
const LENGTHS = [3, 4, 5, 6, 7, 8, 12, 16];

/** What can be done with the chosen hits. */
export function hitEntries(w: Workspace): Menu {
  const entries: MenuEntry[] = [
    item('hit-flam', w), item('hit-once', w), item('hit-twice', w), item('hit-thrice', w), item('hit-four', w),
    LINE, item('hit-earlier', w), item('hit-later', w), item('hit-straight', w),
    LINE, ...VELOCITIES.map(velocity => ({ name: t('Velocity {0}', velocity), run: () => w.attempt(() => w.song.setVelocity(w.notes.all(), velocity)) })),
    LINE, item('suggest', w), item('idea', w), item('idea-own', w),
    LINE, noteLockEntry(w), item('note-credits', w, t('Who made this note?')), LINE, item('cut', w), item('copy', w), item('delete', w)
  ];
  return { title: t('Hits'), entries };
}

/** What can be done with a drum: its steps, its length, all its hits. */
export function drumEntries(w: Workspace, layout: DrumsLayout, drum: Drum): Menu {
  const step = layout.stepOf(drum.pitch);
  return {
    title: w.drumWords(drum.pitch),
    entries: [
      ...FILLS.map(every => ({
        name: every === 1 ? t('Fill every step') : t('Fill every {0} steps', every),
        run: () => fillDrum(w, layout, drum.pitch, every)
      })),
      { name: t('Clear'), off: drum.hits === 0, run: () => fillDrum(w, layout, drum.pitch, 0) },
      { ...item('drum-mute', w), off: drum.hits === 0, run: () => muteDrum(w, drum.pitch) },
      LINE,
      ...DIVISIONS.map(division => ({
        name: t('Steps of {0}', division.name), checked: drum.step === division.ticks, run: () => setDivision(w, drum.pitch, division.ticks)
      })),
      LINE,
      { name: t('As long as the clip'), checked: drum.length === 0, run: () => setLength(w, drum.pitch, 0) },
      ...LENGTHS.map(steps => ({
        name: t('{0} steps of {1}', steps, divisionName(step)), checked: drum.length === steps * step, run: () => setLength(w, drum.pitch, steps * step)
      })),
      LINE,
      { name: t('Go with the clip and its grid'), off: drum.step === 0, run: () => { w.attempt(() => w.song.patterns.release(w.content, drum.pitch)); } },
      { ...item('drums-all', w), checked: w.drums.all }
    ]
  };
}

/** What the menu offers on an empty step: what goes for its drum, and the way to other views. */
export function stepEntries(w: Workspace, layout: DrumsLayout, drum: Drum): Menu {
  return {
    title: w.drumWords(drum.pitch),
    entries: [item('hit-toggle', w), { ...item('paste', w), name: t('Paste at the caret') }, LINE, ...drumEntries(w, layout, drum).entries, LINE, item('drums-grid', w), item('select-all', w), item('fit', w)]
  };
}
