import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../words/words';

/**
 * A control for one number: drag, wheel, arrow keys, double-click to type, right-click for the default, its value shown
 * while it moves. Tells `input` while it is moved, `change` once it rests elsewhere, and then `rest`.
 */
@customElement('tutti-slider')
export class TuttiSlider extends LitElement {
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  /** What right-click returns to. */
  @property({ type: Number }) rest = 0;
  /** What an arrow key or a notch of the wheel adds. */
  @property({ type: Number }) step = 0.01;
  @property() label = '';
  /** Filled from the middle, as pan is. */
  @property({ type: Boolean }) centred = false;
  /** Bottom to top, as a fader. */
  @property({ type: Boolean, reflect: true }) vertical = false;
  /** Whether automation moves it, too: it carries a mark. */
  @property({ type: Boolean, reflect: true }) automated = false;
  @property({ attribute: false }) words: (value: number) => string = String;
  /** Reads what was typed, or NaN. */
  @property({ attribute: false }) read: (text: string) => number = Number.parseFloat;

  @state() private moving: number | null = null;
  @state() private typing = false;
  private settle = 0;

  static override styles = css`
    :host {
      position: relative;
      display: block;
      height: 20px;
      cursor: ew-resize;
      touch-action: pan-y;
      font: var(--tutti-size-ruler)/1 var(--tutti-font);
      border-radius: var(--tutti-radius-small);
    }

    :host(:focus-visible) {
      outline: 2px solid var(--tutti-accent);
      outline-offset: 1px;
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
      position: absolute;
      inset: 0;
      width: 100%;
      box-sizing: border-box;
      border: 1px solid var(--tutti-accent);
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      color: var(--tutti-text);
      font: inherit;
      text-align: center;
      outline: none;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'slider');
    this.addEventListener('pointerdown', this.press);
    this.addEventListener('wheel', this.wheel, { passive: false });
    this.addEventListener('keydown', this.key);
    this.addEventListener('contextmenu', this.toRest);
    this.addEventListener('dblclick', this.type);
  }

  override updated(): void {
    const value = this.shown;
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuemin', String(this.min));
    this.setAttribute('aria-valuemax', String(this.max));
    this.setAttribute('aria-valuenow', String(value));
    this.setAttribute('aria-valuetext', this.automated ? `${this.words(value)}, ${t('automated')}` : this.words(value));
    this.setAttribute('data-tip', `${this.label}: ${this.words(value)}${this.automated ? `  (${t('automated')})` : ''}`);
  }

  private get shown(): number {
    return this.moving ?? this.value;
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
      ${this.typing ? html`<input aria-label=${this.label} .value=${this.words(this.value)} @keydown=${this.typed}
        @blur=${this.stopTyping} @pointerdown=${(event: Event) => event.stopPropagation()}>` : nothing}`;
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || this.typing) {
      return;
    }
    event.stopPropagation();
    const along = (moved: PointerEvent) => this.vertical ? -moved.clientY : moved.clientX;
    const from = along(event);
    const value = this.value;
    const length = (this.vertical ? this.clientHeight : this.clientWidth) || 1;
    this.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      const fine = moved.shiftKey ? 0.1 : 1;
      this.preview(value + ((along(moved) - from) / length) * (this.max - this.min) * fine);
    };
    const end = (ended: Event) => {
      this.removeEventListener('pointermove', move);
      this.removeEventListener('pointerup', end);
      this.removeEventListener('pointercancel', end);
      if (this.moving !== null) {
        this.finish(ended.type === 'pointercancel' ? value : this.moving);
      }
    };
    this.addEventListener('pointermove', move);
    this.addEventListener('pointerup', end);
    this.addEventListener('pointercancel', end);
  };

  private readonly wheel = (event: WheelEvent): void => {
    if (document.activeElement !== null && !this.matches(':hover')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.nudge(event.deltaY < 0 || event.deltaX > 0 ? this.step : -this.step);
  };

  private readonly key = (event: KeyboardEvent): void => {
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (this.typing) {
      return;
    }
    if (direction !== undefined) {
      this.nudge(direction * this.step * (event.shiftKey ? 0.1 : 1));
    } else if (event.key === 'Enter') {
      this.type();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.finish(this.rest);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** Several nudges in a row are one change. */
  private nudge(by: number): void {
    this.preview(this.shown + by);
    window.clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.moving !== null && this.finish(this.moving), 350);
  }

  private readonly toRest = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    this.finish(this.rest);
  };

  private preview(value: number): void {
    this.moving = Math.min(this.max, Math.max(this.min, value));
    this.dispatchEvent(new CustomEvent('input', { detail: this.moving }));
  }

  private finish(value: number): void {
    window.clearTimeout(this.settle);
    const changed = value !== this.value;
    this.value = value;
    this.moving = null;
    this.dispatchEvent(new CustomEvent('input', { detail: value }));
    if (changed) {
      this.dispatchEvent(new CustomEvent('change', { detail: value }));
    }
    this.dispatchEvent(new CustomEvent('rest'));
  }

  private readonly type = (event?: Event): void => {
    event?.stopPropagation();
    this.typing = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.select());
  };

  private readonly typed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      const value = this.read((event.target as HTMLInputElement).value);
      if (Number.isFinite(value)) {
        this.finish(Math.min(this.max, Math.max(this.min, value)));
      }
    }
    if (event.key === 'Enter' || event.key === 'Escape') {
      this.stopTyping();
      this.focus();
    }
  };

  private readonly stopTyping = (): void => {
    this.typing = false;
    this.moving = null;
  };
}
