import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../words/words';

/** A number with its unit: drag up and down, wheel, arrow keys, double-click or Enter to type, right-click for the default. */
@customElement('tutti-value')
export class TuttiValue extends LitElement {
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 100;
  @property({ type: Number }) step = 1;
  @property({ type: Number }) rest = 0;
  @property() label = '';
  @property() unit = '';
  @state() private moving: number | null = null;
  @state() private typing = false;
  private settle = 0;

  static override styles = css`
    :host {
      display: inline-flex;
      align-items: baseline;
      justify-content: center;
      gap: 4px;
      box-sizing: border-box;
      min-width: 84px;
      height: 32px;
      padding: 6px 8px 0;
      border-radius: var(--tutti-radius);
      font: var(--tutti-size)/20px var(--tutti-font);
      font-feature-settings: 'tnum';
      color: var(--tutti-text);
      cursor: ns-resize;
      touch-action: none;
      user-select: none;
    }

    :host(:hover) {
      background: var(--tutti-ground-hover);
    }

    :host(:focus-visible) {
      outline: 2px solid var(--tutti-accent);
      outline-offset: -2px;
    }

    small {
      font-size: var(--tutti-size-ruler);
      color: var(--tutti-text-faint);
    }

    input {
      width: 64px;
      box-sizing: border-box;
      border: 1px solid var(--tutti-accent);
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      color: inherit;
      font: inherit;
      outline: none;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'spinbutton');
    this.addEventListener('pointerdown', this.press);
    this.addEventListener('dblclick', this.type);
    this.addEventListener('keydown', this.key);
    this.addEventListener('wheel', this.wheel, { passive: false });
    this.addEventListener('contextmenu', this.toRest);
  }

  override updated(): void {
    const shown = this.moving ?? this.value;
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuenow', String(shown));
    this.setAttribute('aria-valuemin', String(this.min));
    this.setAttribute('aria-valuemax', String(this.max));
    this.setAttribute('aria-valuetext', `${shown} ${this.unit}`);
    this.setAttribute('data-tip', t('{0}: drag, or double-click to type', this.label));
  }

  override render() {
    return this.typing
      ? html`<input aria-label=${this.label} .value=${String(this.value)} @keydown=${this.typed} @blur=${() => { this.typing = false; }}
          @pointerdown=${(event: Event) => event.stopPropagation()}>`
      : html`${this.moving ?? this.value}${this.unit ? html`<small>${this.unit}</small>` : nothing}`;
  }

  private clamp(value: number): number {
    return Math.min(this.max, Math.max(this.min, Math.round(value * 100) / 100));
  }

  private finish(value: number): void {
    window.clearTimeout(this.settle);
    this.moving = null;
    if (value !== this.value) {
      this.value = value;
      this.dispatchEvent(new CustomEvent('change', { detail: value }));
    }
  }

  private nudge(by: number): void {
    const value = this.clamp((this.moving ?? this.value) + by);
    this.moving = value;
    window.clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.finish(value), 400);
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || this.typing) {
      return;
    }
    const from = event.clientY;
    const before = this.value;
    this.setPointerCapture(event.pointerId);
    const move = (at: PointerEvent) => {
      if (this.moving !== null || Math.abs(at.clientY - from) > 3) {
        this.moving = this.clamp(before + Math.round((from - at.clientY) / 3) * (at.shiftKey ? this.step / 10 : this.step));
      }
    };
    const end = () => {
      this.removeEventListener('pointermove', move);
      if (this.moving !== null) {
        this.finish(this.moving);
      }
    };
    this.addEventListener('pointermove', move);
    this.addEventListener('pointerup', end, { once: true });
    this.addEventListener('pointercancel', end, { once: true });
  };

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.nudge(event.deltaY < 0 ? this.step : -this.step);
  };

  private readonly toRest = (event: Event): void => {
    event.preventDefault();
    this.finish(this.rest);
  };

  private readonly key = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (this.typing) {
      return;
    }
    if (by !== undefined) {
      this.nudge(by * this.step);
    } else if (event.key === 'Enter') {
      this.type();
    } else if (event.key === 'Delete') {
      this.finish(this.rest);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly type = (): void => {
    this.typing = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.select());
  };

  private readonly typed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      const value = Number.parseFloat((event.target as HTMLInputElement).value.replace(',', '.'));
      if (Number.isFinite(value)) {
        this.finish(this.clamp(value));
      }
    }
    if (event.key === 'Enter' || event.key === 'Escape') {
      this.typing = false;
      this.focus();
    }
  };
}
