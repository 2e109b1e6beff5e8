import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';

/**
 * What every control for one number does, whatever it looks like: drag (Shift: fine), wheel, arrow keys, double-click or Enter
 * to type, right-click or Delete for the default. Tells `input` while it is moved, `change` once it rests elsewhere, and then `rest`.
 */
export abstract class NumberControl extends LitElement {
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  /** What right-click returns to. */
  @property({ type: Number }) rest = 0;
  /** What an arrow key adds. */
  @property({ type: Number }) step = 0.01;
  @property() label = '';
  /** Filled from the middle, as pan is. */
  @property({ type: Boolean }) centred = false;
  @property({ attribute: false }) words: (value: number) => string = String;
  /** Reads what was typed, or NaN. */
  @property({ attribute: false }) read: (text: string) => number = Number.parseFloat;

  @state() protected moving: number | null = null;
  @state() protected typing = false;
  private settle = 0;

  static readonly field = css`
    :host(:focus-visible) {
      outline: 2px solid var(--tutti-accent);
      outline-offset: 1px;
    }

    input {
      position: absolute;
      bottom: 0;
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

  /** Where a pointer is along the control's way, in pixels. */
  protected abstract along(event: PointerEvent): number;

  /** Pixels of a drag from one end to the other. */
  protected abstract get travel(): number;

  /** What a notch of the wheel adds; 0 where the wheel is to scroll what lies around. */
  protected abstract get notch(): number;

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.settle && this.moving !== null) this.finish(this.moving);
  }

  override updated(): void {
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuemin', String(this.min));
    this.setAttribute('aria-valuemax', String(this.max));
    this.setAttribute('aria-valuenow', String(this.shown));
    this.setAttribute('aria-valuetext', this.words(this.shown));
  }

  protected get shown(): number { return this.moving ?? this.value; }

  /** The field for a typed number, while there is one. */
  protected get typedField() {
    return this.typing ? html`<input aria-label=${this.label} .value=${this.words(this.value)} @keydown=${this.typed} @blur=${this.stopTyping}
      @pointerdown=${(event: Event) => event.stopPropagation()}>` : nothing;
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || this.typing) return;
    event.stopPropagation();
    const { value, travel } = this;
    let from = this.along(event);
    let at = value;
    this.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      const to = this.along(moved);
      at += ((to - from) / travel) * (this.max - this.min) * (moved.shiftKey ? 0.1 : 1);
      from = to;
      this.preview(at);
    };
    const end = (ended: Event) => {
      this.removeEventListener('pointermove', move);
      this.removeEventListener('pointerup', end);
      this.removeEventListener('pointercancel', end);
      if (this.moving !== null) this.finish(ended.type === 'pointercancel' ? value : this.moving);
    };
    this.addEventListener('pointermove', move);
    this.addEventListener('pointerup', end);
    this.addEventListener('pointercancel', end);
  };

  private readonly wheel = (event: WheelEvent): void => {
    const { notch } = this;
    if (notch === 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.nudge(event.deltaY < 0 || event.deltaX > 0 ? notch : -notch);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (this.typing) return;
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
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

  private clamped(value: number): number { return Math.min(this.max, Math.max(this.min, value)); }

  private preview(value: number): void {
    this.moving = this.clamped(value);
    this.dispatchEvent(new CustomEvent('input', { detail: this.moving }));
  }

  private finish(value: number): void {
    window.clearTimeout(this.settle);
    this.settle = 0;
    const changed = value !== this.value;
    this.value = value;
    this.moving = null;
    this.dispatchEvent(new CustomEvent('input', { detail: value }));
    if (changed) this.dispatchEvent(new CustomEvent('change', { detail: value }));
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
      if (Number.isFinite(value)) this.finish(this.clamped(value));
    }
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault(); // what lies around, such as a panel, stays open
      this.stopTyping();
      this.focus();
    }
  };

  private readonly stopTyping = (): void => {
    this.typing = false;
    this.moving = null;
  };
}
