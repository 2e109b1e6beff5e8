import { html } from 'lit';
import { icon, type IconName } from './controls/icons';
import { t } from '../words/words';

/** On a narrow screen each place is a page. */
export type Page = 'tracks' | 'notes' | 'words' | 'side';

const PAGES: readonly { page: Page; name: string; shape: IconName }[] = [
  { page: 'tracks', name: 'Tracks', shape: 'lanes' },
  { page: 'notes', name: 'Notes', shape: 'quantise' },
  { page: 'words', name: 'Lyrics', shape: 'words' },
  { page: 'side', name: 'Room', shape: 'people' }
];

export function pages(now: Page, turn: (page: Page) => void) {
  return html`
    <nav class="pages" aria-label=${t('Places')}>
      ${PAGES.map(({ page, name, shape }) => html`
        <button aria-current=${page === now ? 'page' : 'false'} @click=${() => turn(page)}>${icon(shape)} ${t(name)}</button>`)}
    </nav>`;
}
