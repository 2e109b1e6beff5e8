import { t } from '../../words/words';
import { keyOfCommand } from '../commands/commands';
import type { Workspace } from '../workspace/workspace';

/** One step: what to do, shown where, and how one knows that it was done. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** What it is about, from the studio's element. */
  target(studio: ParentNode): Element | null | undefined;
  /** Begins to watch; the answer tells whether it was done since. */
  watch(w: Workspace): () => boolean;
}

/** Stands before and after the name of a key in a step's text. */
export const KEY = '\u2063';

function key(id: string): string {
  const name = keyOfCommand(id);
  return name === undefined ? t('the menu') : KEY + name + KEY;
}

/** What the five steps say where there are fingers and no keys. */
function byTouch(): readonly string[] {
  return [
    t('This is a song. Tap the play button to hear it.'),
    t('Tracks lie one above the other, their clips in time. Tap a clip to choose it: “Notes” shows what it plays.'),
    t('Open “Notes” and tap where a note should be.'),
    t('You can’t break anything: the first arrow above takes back what you did, step by step, and nothing of the others.'),
    t('Hold a finger on anything to see what can be done with it. “Invite” gives you the link for the others: you all write at once.')
  ];
}

/** Five things that one can do with the song at hand, each by keys or pointer, or by touch; names of keys are those of this browser. */
export function tourSteps(paletteOpened: () => boolean): readonly TourStep[] {
  const steps = byKeys(paletteOpened);
  return matchMedia('(hover: none)').matches ? byTouch().map((text, at) => ({ ...steps[at]!, text })) : steps;
}

function byKeys(paletteOpened: () => boolean): readonly TourStep[] {
  return [
    { title: t('Hear it'), text: t('This is a song. Press {0} or the play button to hear it.', key('play')),
      target: studio => studio.querySelector('tutti-transport')?.shadowRoot?.querySelector('.play'),
      watch: w => () => w.song.transport.playing },
    { title: t('Choose a part'), text: t('Tracks lie one above the other, their clips in time. Choose a clip with {0}, or press one: its notes are shown below.', key('clip-next')),
      target: studio => studio.querySelector('tutti-arrangement'),
      watch: w => {
        const before = w.clips.all().join();
        return () => w.clips.size > 0 && w.clips.all().join() !== before;
      } },
    { title: t('Write a note'), text: t('{0} goes to the notes, {1} writes one at the caret, arrow keys move it. By pointer: press where it should be.', key('other-place'), key('note-draw')),
      target: studio => studio.querySelector('tutti-editor'),
      watch: w => {
        const before = `${count(w)} ${w.song.undoLabel}`;
        return () => `${count(w)} ${w.song.undoLabel}` !== before;
      } },
    { title: t('Take it back'), text: t('You can’t break anything: {0} takes back what you did, step by step, and nothing of the others.', key('undo')),
      target: studio => studio.querySelector('tutti-transport')?.shadowRoot?.querySelector('button'),
      watch: w => () => w.song.redoLabel !== null },
    { title: t('Find the rest, together'), text: t('{0} finds every command and every place of the song, {1} lists all keys. “Invite” gives you the link for the others: you all write at once.', key('palette'), key('shortcuts')),
      target: studio => studio.querySelector<HTMLSlotElement>('slot[name="people"]')?.assignedElements().at(-1),
      watch: () => {
        const before = paletteOpened();
        return () => paletteOpened() && !before;
      } }
  ];
}

function count(w: Workspace): number {
  return w.seen.notes(w.content).length;
}
