import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { Notice, Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

const STAY = 6000;
/** Milliseconds for one with a button. */
const STAY_TO_PRESS = 15_000;

/** Sentences for the person: they go by themselves, but refused edits stay and can be copied. */
@customElement('tutti-notices')
export class TuttiNotices extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private notices: readonly Notice[] = [];
  private stops: (() => void)[] = [];

  static override styles = [controlStyles, css`
    :host {
      position: absolute;
      z-index: 40;
      right: 16px;
      bottom: 40px;
      display: grid;
      gap: 8px;
      justify-items: end;
      pointer-events: none;
    }

    div {
      display: flex;
      align-items: center;
      gap: 8px;
      max-width: 460px;
      min-height: 36px;
      box-sizing: border-box;
      padding: 2px 4px 2px 12px;
      border-radius: var(--tutti-radius);
      border: 1px solid var(--tutti-line-strong);
      border-left: 3px solid var(--tutti-text-faint);
      background: var(--tutti-ground-2);
      box-shadow: var(--tutti-shadow);
    }

    button {
      pointer-events: auto;
    }

    div.bad {
      border-left-color: var(--tutti-bad);
    }

    span {
      flex: 1;
      padding: 6px 0;
    }
  `];

  override willUpdate(): void {
    const w = this.workspace;
    if (w && this.stops.length === 0) {
      this.stops = [
        w.noticed.on(notice => this.show(notice)),
        w.changed.on(aspect => { // a take that is heard has a bar of its own, in the same place where it is narrow
          if (aspect === 'tray' && w.tray.hearing && this.notices.some(notice => notice.brief)) this.notices = this.notices.filter(notice => !notice.brief);
        }),
        w.wanted.on(what => { if (what === 'comments') this.notices = this.notices.filter(notice => !notice.calls); })
      ];
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stops.forEach(stop => stop());
    this.stops = [];
  }

  private show(notice: Notice): void {
    this.notices = [...this.notices.filter(other => other.text !== notice.text).slice(-3), notice];
    if (notice.detail === undefined && (notice.offer === undefined || notice.brief)) {
      window.setTimeout(() => this.dismiss(notice), notice.offer ? STAY_TO_PRESS : STAY);
    }
  }

  private dismiss(notice: Notice): void {
    this.notices = this.notices.filter(other => other !== notice);
  }

  override render() {
    return this.notices.map(notice => html`
      <div class=${notice.bad ? 'bad' : ''} role=${notice.bad ? 'alert' : 'status'}>
        <span>${notice.text}</span>
        ${notice.offer === undefined ? nothing : html`<button class="framed"
          @click=${() => { this.dismiss(notice); notice.offer?.run(); }}>${notice.offer.name}</button>`}
        ${notice.detail === undefined ? nothing : html`<button aria-label=${t('Copy what was refused')} data-tip=${t('Copy')}
          @click=${() => void navigator.clipboard?.writeText(notice.detail ?? '')}>${icon('copy')}</button>`}
        <button aria-label=${t('Dismiss')} @click=${() => this.dismiss(notice)}>${icon('close')}</button>
      </div>`);
  }
}
