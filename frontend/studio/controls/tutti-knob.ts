import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

/** Pixels of a drag from one end to the other. */
const TRAVEL = 180;
const SWEEP = 270;

/**
 * A knob for one number, 0 to 1 along its way: drag up and down (Shift: fine), wheel, arrow keys, double-click or Enter to type,
 * right-click or Delete for the default. Tells `input` while it moves and `change` once it rests.
 */
@customElement('tutti-knob')
export class TuttiKnob extends LitElement {
  @property({ type: Number }) value = 0;
  /** What right-click returns to. */
  @property({ type: Number }) rest = 0;
  @property() label = '';
  /** Filled from the middle. */
  @property({ type: Boolean }) centred = false;
  @property({ attribute: false }) words: (value: number) => string = String;
  /** Reads what was typed, or NaN. */
  @property({ attribute: false }) read: (text: string) => number = Number.parseFloat;

  @state() private moving: number | null = null;
  @state() private typing = false;
  private settle = 0;

  static override styles = css`
    :host {
      position: relative;
      display: grid;
      justify-items: center;
      width: 62px;
      cursor: ns-resize;
      touch-action: none;
      user-select: none;
      font: var(--tutti-size-ruler)/1.25 var(--tutti-font);
      color: var(--tutti-text-quiet);
      border-radius: var(--tutti-radius-small);
    }

    :host(:focus-visible) {
      outline: 2px solid var(--tutti-accent);
      outline-offset: 1px;
    }

    svg {
      width: 36px;
      height: 36px;
    }

    path {
      fill: none;
      stroke-width: 3.5;
      stroke-linecap: round;
    }

    .way {
      stroke: var(--tutti-line-strong);
    }

    .turned {
      stroke: var(--tutti-accent);
    }

    circle {
      fill: var(--tutti-ground-2);
      stroke: var(--tutti-line);
    }

    line {
      stroke: var(--tutti-text);
      stroke-width: 2;
      stroke-linecap: round;
    }

    span {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    output {
      color: var(--tutti-text);
      font-feature-settings: 'tnum';
      white-space: nowrap;
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

  private get shown(): number { return this.moving ?? this.value; }

  override updated(): void {
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuemin', '0');
    this.setAttribute('aria-valuemax', '1');
    this.setAttribute('aria-valuenow', String(this.shown));
    this.setAttribute('aria-valuetext', this.words(this.shown));
  }

  override render() {
    const { shown } = this;
    const [x, y] = point(shown, 8);
    const [fromX, fromY] = point(shown, 3);
    return html`
      <svg viewBox="0 0 40 40" aria-hidden="true">${svg`
        <circle cx="20" cy="20" r="11.5"></circle>
        <path class="way" d=${arc(0, 1)}></path>
        <path class="turned" d=${this.centred ? arc(Math.min(0.5, shown), Math.max(0.5, shown)) : arc(0, shown)}></path>
        <line x1=${fromX} y1=${fromY} x2=${x} y2=${y}></line>`}</svg>
      <span>${this.label}</span>
      <output>${this.words(shown)}</output>
      ${this.typing ? html`<input aria-label=${this.label} .value=${this.words(this.value)} @keydown=${this.typed} @blur=${this.stopTyping}
        @pointerdown=${(event: Event) => event.stopPropagation()}>` : nothing}`;
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || this.typing) return;
    event.stopPropagation();
    const { value } = this;
    let from = event.clientY;
    let at = value;
    this.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      at += ((from - moved.clientY) / TRAVEL) * (moved.shiftKey ? 0.1 : 1);
      from = moved.clientY;
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
    if (!this.matches(':focus, :focus-within')) return; // the panel scrolls
    event.preventDefault();
    event.stopPropagation();
    this.nudge(event.deltaY < 0 ? 0.02 : -0.02);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (this.typing) return;
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (direction !== undefined) {
      this.nudge(direction * (event.shiftKey ? 0.001 : 0.01));
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
    clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.moving !== null && this.finish(this.moving), 350);
  }

  private readonly toRest = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    this.finish(this.rest);
  };

  private preview(value: number): void {
    this.moving = Math.min(1, Math.max(0, value));
    this.dispatchEvent(new CustomEvent('input', { detail: this.moving }));
  }

  private finish(value: number): void {
    clearTimeout(this.settle);
    this.settle = 0;
    const changed = value !== this.value;
    this.value = value;
    this.moving = null;
    this.dispatchEvent(new CustomEvent('input', { detail: value }));
    if (changed) this.dispatchEvent(new CustomEvent('change', { detail: value }));
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
      if (Number.isFinite(value)) this.finish(Math.min(1, Math.max(0, value)));
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

function point(place: number, radius: number): readonly [number, number] {
  const angle = ((place - 0.5) * SWEEP * Math.PI) / 180;
  return [20 + radius * Math.sin(angle), 20 - radius * Math.cos(angle)];
}

function arc(from: number, to: number): string {
  const [x1, y1] = point(from, 16);
  const [x2, y2] = point(to, 16);
  return `M${x1} ${y1}A16 16 0 ${(to - from) * SWEEP > 180 ? 1 : 0} 1 ${x2} ${y2}`;
}
