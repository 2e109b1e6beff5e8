import { html, nothing } from 'lit';
import type { Proposal } from '../../song/tray';
import type { Workspace } from '../workspace/workspace';
import { t, told } from '../../words/words';
import { inWords } from './offer-settings';
import { tracksOf } from './tray-words';

/** The card of a proposal, folded: all that its takes follow from, and what may be done with them. */
export function cardDetails(w: Workspace, p: Proposal) {
  if (p.own) {
    return html`<div class="rights">${told(p.rights)}</div>`;
  }
  const offer = w.song.tray.offers().find(each => each.id === p.assistant);
  const words = (name: string, value: string): [string, string] => {
    const control = offer?.controls.find(each => each.name === name);
    const option = control?.type === 'choice' ? control.options.find(each => each.key === value)?.words : undefined;
    const said = control?.type === 'toggle' ? value === 'true' ? t('yes') : t('no') : control?.type === 'slider' ? inWords(control, Number(value)) : value;
    return [told(control?.words ?? name), option === undefined ? said : told(option)];
  };
  const listened = tracksOf(w, p.context);
  return html`
    <div class="rights">${p.commercial ? t('May be released commercially.') : t('May not be released commercially.')}
      ${p.credit === '' ? t('No credit is due.') : t('Credit due: {0}', p.credit.split('\n').join(', '))}</div>
    <div class="rights">${t('Seed {0}', p.seed)}</div>
    <details class="card">
      <summary>${t('What it was asked for')}</summary>
      <dl>
        <dt>${t('Listened to')}</dt><dd>${listened === '' ? t('nothing') : listened}</dd>
        ${p.chosen === 0 ? nothing : html`<dt>${t('Chosen')}</dt><dd>${p.chosen}</dd>`}
        <dt>${t('Locks')}</dt><dd>${p.locks === 0 ? t('none') : p.locks}</dd>
        ${p.settings.map(each => { const [name, value] = words(each.name, each.value); return html`<dt>${name}</dt><dd>${value}</dd>`; })}
        <dt>${t('Takes')}</dt><dd>${p.asked}</dd>
        <dt>${t('Seed')}</dt><dd>${p.seed}</dd>
        <dt>${t('Song at')}</dt><dd>${t('edit {0}', p.base)}</dd>
        <dt>${t('Made with')}</dt><dd>${p.tool} ${p.version}</dd>
        ${p.rights === '' ? nothing : html`<dt>${t('Rights')}</dt><dd>${told(p.rights)}</dd>`}
      </dl>
    </details>`;
}
