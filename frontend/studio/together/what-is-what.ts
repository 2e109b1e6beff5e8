import { html } from 'lit';
import { t } from '../../words/words';

/** Four words that are easily taken for one another, each told in a sentence. */
export function whatIsWhat() {
  return html`
    <dl>
      <dt>${t('Take')}</dt><dd>${t('One answer to a request, in the tray; it is not in the song until somebody accepts or keeps it.')}</dd>
      <dt>${t('Alternative')}</dt><dd>${t('Another form of a section inside the song, switched in and out; everyone hears the one that is switched in.')}</dd>
      <dt>${t('Version')}</dt><dd>${t('A moment of the whole song in its history, to go back to.')}</dd>
      <dt>${t('Copy')}</dt><dd>${t('A new song that goes its own way from then on.')}</dd>
    </dl>`;
}
