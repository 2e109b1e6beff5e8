import { html } from 'lit';
import type { Master } from '../../song/tray';
import { icon } from '../controls/icons';
import { t } from '../../words/words';
import { address } from './equal-players';

/** A level in people's digits. */
export function level(value: number): string {
  return value <= -144 ? '–' : value.toFixed(1).replace('-', '−');
}

/** A master's figures, and its files to take home. */
export function masterFiles(master: Master, link: string) {
  const file = (media: string, ending: string, words: string) => html`<a class="file" href=${address(media, link)} download=${`${master.name}.${ending}`} router-ignore>${words}</a>`;
  return html`<span class="figures">${level(master.loudness)} LUFS · ${level(master.peak)} dBTP</span>
    <span class="files">${icon('down')}${file(master.media, 'wav', t('Sound'))}${file(master.sheet, 'pdf', t('Report'))}${file(master.figures, 'json', t('Figures'))}</span>`;
}
