import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../controls/icons';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t, told } from '../../words/words';

/** Says when the connection is lost, what that means for what one does now, and how much waits to be sent. */
@customElement('tutti-banner')
export class TuttiBanner extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;

  constructor() {
    super();
    new Watching(this, ['status']);
  }

  static override styles = css`
    :host {
      display: block;
    }

    div {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      min-height: 30px;
      padding: 0 12px;
      background: color-mix(in srgb, var(--tutti-warn) 16%, var(--tutti-ground-1));
      border-bottom: 1px solid color-mix(in srgb, var(--tutti-warn) 45%, var(--tutti-ground-1));
      color: var(--tutti-text);
      font: 500 var(--tutti-size)/1.3 var(--tutti-font);
    }

    div.closed {
      background: color-mix(in srgb, var(--tutti-bad) 18%, var(--tutti-ground-1));
      border-color: var(--tutti-bad);
    }

    svg {
      color: var(--tutti-warn);
      flex: none;
    }
  `;

  override render() {
    const song = this.workspace?.song;
    if (!song || song.connection === 'online') {
      return nothing;
    }
    const waiting = song.pending === 0 ? '' : song.pending === 1 ? t(' 1 edit waits to be sent.') : t(' {0} edits wait to be sent.', song.pending);
    const words = {
      connecting: t('Connecting … You can go on working.') + waiting,
      offline: t('The connection is lost. Go on working: what you do is kept here, hatched, and sent when it is back.') + waiting,
      closed: told(song.farewell ?? '') || t('This song was closed here. Reload the page to go on.')
    }[song.connection];
    return html`<div class=${song.connection} role="status">${icon(song.connection === 'offline' ? 'offline' : 'waiting')}<span>${words}</span></div>`;
  }
}
