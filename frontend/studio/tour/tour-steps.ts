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

function key(id: string): string {
  return keyOfCommand(id) ?? t('the menu');
}

/** Five things that one can do with the song at hand, each by keys or pointer; names of keys are those of this browser. */
export function tourSteps(paletteOpened: () => boolean): readonly TourStep[] {
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
      target: studio => studio.querySelector('slot[name="people"]')?.parentElement,
      watch: () => {
        const before = paletteOpened();
        return () => paletteOpened() && !before;
      } }
  ];
}

function count(w: Workspace): number {
  return w.seen.notes(w.content).length;
}
