import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MASTER } from '../../song/mixing';
import { below } from '../arrangement/corner';
import { hex } from '../canvas/shades';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { laneEntries, targetEntries } from './lane-actions';
import type { ShownLane } from './open-lanes';
import { levelWords, stripName, targetName } from './targets';
import { t } from '../../words/words';

/** The head of a lane of automation: what it moves, and what can be done with it. */
@customElement('tutti-lane-head')
export class TuttiLaneHead extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) lane!: ShownLane;

  constructor() {
    super();
    new Watching(this, ['song']);
  }

  static override styles = [controlStyles, css`
    :host {
      box-sizing: border-box;
      display: grid;
      grid-template-columns: 4px minmax(0, 1fr) auto auto;
      align-items: center;
      gap: 2px;
      padding: 0 6px 0 calc(6px + 10px * var(--depth, 0));
      background: var(--tutti-ground-0);
      border-bottom: 1px solid var(--tutti-line);
    }

    i {
      align-self: stretch;
      margin: 6px 0;
      border-radius: 2px;
      background: var(--colour);
      opacity: 0.7;
    }

    .names {
      display: grid;
      justify-items: start;
      min-width: 0;
    }

    .names button {
      max-width: 100%;
      min-width: 0;
      padding: 0 6px;
      height: 26px;
      font-size: var(--tutti-size-small);
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    .names span {
      padding: 0 6px;
      max-width: 100%;
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
      font-size: var(--tutti-size-ruler);
      color: var(--tutti-text-faint);
    }

    button {
      min-width: 28px;
      padding: 0;
    }
  `];

  override render() {
    const { workspace: w, lane } = this;
    const target = w.lanes.target(lane);
    if (!target) {
      return nothing;
    }
    const name = targetName(w, target);
    const of = stripName(w, lane.strip);
    const state = target.points === 0 ? levelWords(target, target.standing) : target.off ? t('switched off')
      : target.points === 1 ? t('1 point') : t('{0} points', target.points);
    return html`<i style="--colour:${lane.strip === MASTER ? 'var(--tutti-accent)' : hex(w.seen.track(lane.strip)?.colour ?? 0)}"></i>
      <div class="names">
        <button aria-haspopup="menu" aria-label=${t('Automation of {0}: {1}. Choose another', of, name)} data-tip=${t('Choose what this lane moves')}
          @click=${(event: MouseEvent) => below(this, event, t('What moves'), targetEntries(w, lane.strip, next => w.lanes.change(lane, next)))}>${name} ▾</button>
        <span>${lane.strip === MASTER ? `${of} · ${state}` : state}</span>
      </div>
      <button aria-haspopup="menu" aria-label=${t('Lane of {0}: more', name)} data-tip=${t('More')}
        @click=${(event: MouseEvent) => below(this, event, name, laneEntries(w, lane, target))}>${icon('more')}</button>
      <button aria-label=${t('Close the lane of {0}', name)} data-tip=${t('Close the lane')} @click=${() => w.lanes.close(lane)}>${icon('close')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-lane-head': TuttiLaneHead;
  }
}
