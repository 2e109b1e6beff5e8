import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../words/words';
import { forget, paintSoon } from '../canvas/frames';
import { controlStyles } from '../controls/control-styles';
import type { Workspace } from '../workspace/workspace';
import { KEY, tourSteps, type TourStep } from './tour-steps';

const TAKEN = 'tutti.tour';

/** A calm card with five things to try on the song at hand. It goes on when one has done them; it never takes the focus. */
@customElement('tutti-tour')
export class TuttiTour extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @property({ attribute: false }) studio?: ParentNode;
  /** Whether the palette is open. */
  @property({ attribute: false }) paletteOpen: () => boolean = () => false;
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private at = 0;
  @state() private place = '';
  private steps: readonly TourStep[] = [];
  private done: () => boolean = () => false;
  private stop?: () => void;

  static override styles = [controlStyles, css`
    :host {
      display: none;
      z-index: 35;
      pointer-events: none;
    }

    :host([open]) {
      display: block;
    }

    .card {
      box-sizing: border-box;
      width: min(360px, calc(100vw - 32px));
      margin: 16px;
      padding: 14px 16px 12px;
      border: 1px solid var(--tutti-accent);
      border-radius: var(--tutti-radius-large);
      background: var(--tutti-ground-2);
      box-shadow: var(--tutti-shadow);
      pointer-events: auto;
    }

    h2 {
      margin: 0 0 4px;
      font-size: var(--tutti-size-large);
      font-weight: 600;
    }

    p {
      margin: 0 0 10px;
    }

    kbd {
      padding: 0 5px;
      border-radius: 3px;
      background: var(--tutti-ground-1);
      box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
      font: 500 var(--tutti-size-small)/18px var(--tutti-font);
      white-space: nowrap;
    }

    .foot {
      display: flex;
      align-items: center;
      gap: 8px;
    }

    .count {
      flex: 1;
      color: var(--tutti-text-quiet);
      font-size: var(--tutti-size-small);
    }

    .ring {
      position: fixed;
      border: 2px solid var(--tutti-accent);
      border-radius: var(--tutti-radius);
      box-sizing: border-box;
      pointer-events: none;
    }
  `];

  /** Offers the tour to someone who has not had it in this browser. */
  offer(): void {
    if (localStorage.getItem(TAKEN) === null) {
      this.begin();
    }
  }

  begin(): void {
    this.steps = tourSteps(this.paletteOpen);
    this.stop ??= this.workspace?.changed.on(() => this.look());
    this.open = true;
    this.step(0);
  }

  /** Looks whether the step was done; told where the workspace does not change. */
  look(): void {
    if (this.open && this.done()) {
      this.step(this.at + 1);
    }
  }

  close(): void {
    this.open = false;
    forget(this.keep);
    localStorage.setItem(TAKEN, new Date().toISOString());
    this.stop?.();
    this.stop = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forget(this.keep);
    this.stop?.();
    this.stop = undefined;
  }

  private step(at: number): void {
    const step = this.steps[at];
    if (!step || !this.workspace) {
      this.close();
      return;
    }
    this.at = at;
    this.done = step.watch(this.workspace);
    this.requestUpdate();
    this.keep();
  }

  override render() {
    const step = this.steps[this.at];
    if (!this.open || !step) {
      return nothing;
    }
    return html`
      ${this.place === '' ? nothing : html`<div class="ring" style=${this.place}></div>`}
      <section class="card" aria-label=${t('Tour')}>
        <div aria-live="polite"><h2>${step.title}</h2><p>${step.text.split(KEY).map((part, index) => index % 2 === 0 ? part : html`<kbd>${part}</kbd>`)}</p></div>
        <div class="foot">
          <span class="count">${t('{0} of {1}', this.at + 1, this.steps.length)}</span>
          <button @click=${() => this.close()}>${t('Skip the tour')}</button>
          <button class="framed" @click=${() => this.step(this.at + 1)}>${this.at + 1 < this.steps.length ? t('Next') : t('Done')}</button>
        </div>
      </section>`;
  }

  /** Keeps the ring around what the step is about: that moves as the window, the panels and the row it lies in do. */
  private readonly keep = (): void => {
    if (!this.open || !this.isConnected) {
      return;
    }
    const place = this.studio && this.steps[this.at]?.target(this.studio)?.getBoundingClientRect();
    this.place = !place || place.width === 0 ? ''
      : `left:${place.left - 3}px;top:${place.top - 3}px;width:${place.width + 6}px;height:${place.height + 6}px`;
    paintSoon(this.keep);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-tour': TuttiTour;
  }
}
