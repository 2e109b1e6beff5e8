import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../words/words';
import { NumberControl } from './number-control';

/** A slider for one number, its value shown while it moves. */
@customElement('tutti-slider')
export class TuttiSlider extends NumberControl {
  /** Bottom to top, as a fader. */
  @property({ type: Boolean, reflect: true }) vertical = false;
  /** The one control of a panel that matters. */
  @property({ type: Boolean, reflect: true }) large = false;
  /** Whether automation moves it, too: it carries a mark. */
  @property({ type: Boolean, reflect: true }) automated = false;

  static override styles = [NumberControl.field, css`
    :host {
      position: relative;
      display: block;
      height: 20px;
      cursor: ew-resize;
      touch-action: pan-y;
      font: var(--tutti-size-ruler)/1 var(--tutti-font);
      border-radius: var(--tutti-radius-small);
    }

    .groove {
      position: absolute;
      inset: 8px 0;
      border-radius: 2px;
      background: var(--tutti-ground-0);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      overflow: hidden;
    }

    .fill {
      position: absolute;
      inset: 0 auto 0 0;
      background: var(--tutti-line-strong);
    }

    .thumb {
      position: absolute;
      top: 3px;
      width: 6px;
      height: 14px;
      margin-left: -3px;
      border-radius: 2px;
      background: var(--tutti-text-quiet);
      box-shadow: 0 0 0 1px var(--tutti-ground-1);
    }

    :host([automated]) .thumb {
      background: var(--tutti-accent);
    }

    :host([automated]) .thumb::after {
      content: '';
      position: absolute;
      inset: auto 0 -3px;
      margin: 0 auto;
      width: 3px;
      height: 3px;
      border-radius: 50%;
      background: var(--tutti-accent);
    }

    :host(:hover) .thumb {
      background: var(--tutti-text);
    }

    .mark {
      position: absolute;
      top: 5px;
      bottom: 5px;
      left: 50%;
      width: 1px;
      background: var(--tutti-line-strong);
    }

    output {
      position: absolute;
      z-index: 5;
      bottom: calc(100% + 1px);
      left: 50%;
      transform: translateX(-50%);
      padding: 3px 6px;
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-pressed);
      color: var(--tutti-text);
      white-space: nowrap;
      pointer-events: none;
    }

    :host([large]) {
      height: 32px;
    }

    :host([large]) .groove {
      inset: 10px 0;
      border-radius: 6px;
    }

    :host([large]) .fill {
      background: var(--tutti-accent-quiet);
    }

    :host([large]) .thumb {
      width: 14px;
      height: 26px;
      margin-left: -7px;
      border-radius: 5px;
      background: var(--tutti-text);
    }

    :host([vertical]) {
      width: 28px;
      height: auto;
      cursor: ns-resize;
      touch-action: pan-x;
    }

    :host([vertical]) .groove {
      inset: 0 8px;
    }

    :host([vertical]) .fill {
      inset: auto 0 0 0;
    }

    :host([vertical]) .thumb {
      top: auto;
      left: 4px;
      width: 20px;
      height: 8px;
      margin: 0 0 -4px;
    }

    input {
      inset: 0;
    }
  `];

  protected override along(event: PointerEvent): number { return this.vertical ? -event.clientY : event.clientX; }

  protected override get travel(): number { return (this.vertical ? this.clientHeight : this.clientWidth) || 1; }

  protected override get notch(): number { return document.activeElement === null || this.matches(':hover') ? this.step : 0; }

  override updated(): void {
    super.updated();
    const words = this.words(this.shown);
    this.setAttribute('aria-valuetext', this.automated ? `${words}, ${t('automated')}` : words);
    this.setAttribute('data-tip', `${this.label}: ${words}${this.automated ? `  (${t('automated')})` : ''}`);
  }

  override render() {
    const share = (100 * (this.shown - this.min)) / (this.max - this.min);
    const from = this.centred ? Math.min(50, share) : 0;
    const width = this.centred ? Math.abs(share - 50) : share;
    return html`
      <div class="groove"><div class="fill" style=${this.vertical ? `height:${width}%` : `left:${from}%;width:${width}%`}></div><slot></slot></div>
      ${this.centred ? html`<div class="mark"></div>` : nothing}
      <div class="thumb" style=${this.vertical ? `bottom:${share}%` : `left:${share}%`}></div>
      ${this.moving !== null && !this.typing ? html`<output>${this.words(this.shown)}</output>` : nothing}
      ${this.typedField}`;
  }
}
