import type { TuttiStudio } from './tutti-studio';
import type { Wanted } from './workspace/workspace';

/** What commands ask for and a press elsewhere in the window does. */
export function pressFor(studio: TuttiStudio, wanted: Wanted): void {
  const transport = studio.renderRoot.querySelector('tutti-transport')?.shadowRoot;
  const press = (element: Element | null | undefined) => (element as HTMLElement | null | undefined)?.click();
  switch (wanted) {
    case 'metre': return press(transport?.querySelector('.metre'));
    case 'sound': return press(transport?.querySelector('.meter'));
    case 'key': return press(transport?.querySelector('.key'));
    case 'tempo': {
      const tempo = transport?.querySelector<HTMLElement>('tutti-value');
      tempo?.focus();
      tempo?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      return;
    }
    case 'instrument': return press([...studio.arrangement?.renderRoot.querySelectorAll('tutti-track-head') ?? []]
      .find(head => head.track.handle === studio.workspace?.caret.track)?.shadowRoot?.querySelector('button.instrument'));
    case 'invite': return press(studio.querySelector('.invite-button'));
    case 'export-audio': return press(studio.querySelector('.export-audio-button'));
    case 'master': return press(studio.querySelector('.master-button'));
    case 'masters': return studio.renderRoot.querySelector('tutti-masters')?.open();
    case 'share': return press(studio.querySelector('.share-button'));
    case 'panel': return press(studio.querySelector('.panel-toggle'));
  }
}
