import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hex } from '../canvas/shades';
import { controlStyles } from '../controls/control-styles';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t } from '../../words/words';

/** A frame in the colour of the person one goes along with, and the invitation of one who asks everyone to come. */
@customElement('tutti-following')
export class TuttiFollowing extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;

  constructor() {
    super();
    new Watching(this, ['together', 'people', 'status']);
  }

  static override styles = [controlStyles, css`
    :host {
      position: absolute;
      inset: var(--tutti-top-bar) 0 0;
      z-index: 30;
      pointer-events: none;
    }

    .frame {
      position: absolute;
      inset: 0;
      border: 3px solid var(--person);
    }

    .words {
      position: absolute;
      top: 10px;
      left: 50%;
      transform: translateX(-50%);
      display: grid;
      gap: 6px;
      justify-items: center;
    }

    .pill {
      display: flex;
      align-items: center;
      gap: 6px;
      max-width: min(560px, 90vw);
      padding: 2px 3px 2px 12px;
      border-radius: 999px;
      background: var(--person);
      color: var(--tutti-text-on-colour);
      font-weight: 600;
      box-shadow: var(--tutti-shadow);
      pointer-events: auto;
    }

    .pill span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .pill button {
      height: 28px;
      border-radius: 999px;
      color: inherit;
      background: #0002;
      padding: 0 12px;
      font-weight: 600;
    }

    .pill button.come {
      background: var(--tutti-text-on-colour);
      color: var(--tutti-text);
    }

    @media (pointer: coarse) {
      .pill button {
        height: var(--tutti-hit);
      }
    }
  `];

  override render() {
    const w = this.workspace;
    if (!w) {
      return nothing;
    }
    const { leader, whom, invitation } = w.company;
    const banner = (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('tutti-banner')?.offsetHeight ?? 0;
    const bar = invitation ? w.song.position(invitation.look.from).split('.')[0]! : '';
    return html`
      ${leader ? html`<div class="frame" style="--person:${hex(leader.colour)}"></div>` : nothing}
      <div class="words" style="margin-top:${banner}px">
        ${whom === '' ? nothing : html`
          <div class="pill" role="status" style="--person:${leader ? hex(leader.colour) : 'var(--tutti-text-faint)'}">
            <span>${leader ? t('You go along with {0}', leader.name) : t('Waiting for them to come back')}</span>
            <button data-tip=${t('Stop (Escape, or scroll yourself)')} @click=${() => w.company.stop()}>${t('Stop')}</button>
          </div>`}
        ${invitation === null ? nothing : html`
          <div class="pill" role="alert" style="--person:${hex(invitation.person.colour)}">
            <span>${t('{0} asks everyone to come to bar {1}', invitation.person.name, bar)}</span>
            <button class="come" @click=${() => w.company.accept()}>${t('Come along')}</button>
            <button @click=${() => w.company.decline()}>${t('Not now')}</button>
          </div>`}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-following': TuttiFollowing;
  }
}
