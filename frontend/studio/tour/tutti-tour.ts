import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../words/words';
import { controlStyles } from '../controls/control-styles';
import type { Workspace } from '../workspace/workspace';
import { tourSteps, type TourStep } from './tour-steps';

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
    localStorage.setItem(TAKEN, new Date().toISOString());
    this.stop?.();
    this.stop = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
  }

  override render() {
    const step = this.steps[this.at];
    if (!this.open || !step) {
      return nothing;
    }
    return html`
      ${this.ring(step)}
      <section class="card" aria-label=${t('Tour')}>
        <div aria-live="polite"><h2>${step.title}</h2><p>${step.text}</p></div>
        <div class="foot">
          <span class="count">${t('{0} of {1}', this.at + 1, this.steps.length)}</span>
          <button @click=${() => this.close()}>${t('Skip the tour')}</button>
          <button class="framed" @click=${() => this.step(this.at + 1)}>${this.at + 1 < this.steps.length ? t('Next') : t('Done')}</button>
        </div>
      </section>`;
  }

  private ring(step: TourStep) {
    const place = this.studio && step.target(this.studio)?.getBoundingClientRect();
    return !place || place.width === 0 ? nothing : html`
      <div class="ring" style="left:${place.left - 3}px;top:${place.top - 3}px;width:${place.width + 6}px;height:${place.height + 6}px"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-tour': TuttiTour;
  }
}
