import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../words/words';
import { below, gridEntries } from '../arrangement/corner';
import { command, run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';

/** What the drum grid is written with: the division of its steps, flams and rolls, zoom. */
@customElement('tutti-drum-tools')
export class TuttiDrumTools extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  constructor() {
    super();
    new Watching(this, ['song', 'view', 'notes', 'selection', 'opened']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px;
      min-width: 0;
    }

    button {
      height: 30px;
      min-width: 32px;
    }

    .count {
      flex: 1;
      min-width: 0;
      padding: 0 10px;
      overflow: hidden;
      text-align: right;
      text-overflow: ellipsis;
      white-space: nowrap;
      color: var(--tutti-text-faint);
      font-size: var(--tutti-size-small);
    }

    @media (pointer: coarse) {
      button {
        flex: none;
        height: var(--tutti-hit);
        min-width: var(--tutti-hit);
      }
    }
  `];

  override render() {
    const w = this.workspace;
    const step = w.step('notes');
    const chosen = w.notes.size;
    return html`
      <button aria-haspopup="menu" aria-label=${t('Steps of the drums: {0}', t(step.name))} data-tip=${t('Steps of the drums that have none of their own  ([ ])')}
        @click=${(event: MouseEvent) => below(this, event, t('Steps'), gridEntries(w, 'notes'))}>${icon('magnet')} ${t(w.steps.notes.name)}</button>
      <button aria-label=${t('Flam')} data-tip=${tip('hit-flam')} @click=${() => run('hit-flam', w)}>${t('Flam')}</button>
      ${([['hit-once', '1'], ['hit-twice', '2'], ['hit-thrice', '3'], ['hit-four', '4']] as const).map(([id, sign]) => html`
        <button aria-label=${t(command(id).name)} data-tip=${tip(id)} @click=${() => run(id, w)}>${sign}</button>`)}
      <span class="count">${chosen > 0 ? chosen === 1 ? t('1 hit chosen') : t('{0} hits chosen', chosen) : ''}</span>
      ${(['zoom-out', 'zoom-in', 'fit'] as const).map(id => html`
        <button aria-label=${t(command(id).name)} data-tip=${tip(id)} @click=${() => { w.goTo('notes'); run(id, w); }}>${icon(id)}</button>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-drum-tools': TuttiDrumTools;
  }
}
