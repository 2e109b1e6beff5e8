import { LitElement, css, html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Handle } from '../../song/song';
import { valueWords } from '../mixer/effect-words';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

const WIDTH = 300;
const HEIGHT = 72;
const TOP = 8;
/** How wide attack, decay and release are at most; a strip in the middle is what is held. */
const PART = 84;
const HOLD = 36;

/** An envelope as a curve: its points are dragged, or moved by arrow keys. */
@customElement('tutti-adsr')
export class TuttiAdsr extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) device!: Handle;
  @property() kind = '';
  @property({ attribute: false }) values: readonly number[] = [];
  /** The place of its attack; decay, sustain and release follow. */
  @property({ type: Number }) first = 0;
  @state() private draft: Record<number, number> = {};
  private settle = 0;

  static override styles = css`
    :host {
      position: relative;
      display: block;
      touch-action: none;
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
    }

    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }

    path.line {
      fill: none;
      stroke: var(--tutti-accent);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }

    path.ground {
      fill: var(--tutti-accent-quiet);
    }

    button {
      position: absolute;
      width: 16px;
      height: 16px;
      margin: -8px 0 0 -8px;
      padding: 0;
      border: 2px solid var(--tutti-accent);
      border-radius: 8px;
      background: var(--tutti-ground-1);
      cursor: move;
      touch-action: none;
    }

    button:focus-visible {
      outline: none;
      box-shadow: var(--tutti-focus);
    }

    @media (pointer: coarse) {
      button {
        width: 28px;
        height: 28px;
        margin: -14px 0 0 -14px;
        border-radius: 14px;
      }
    }
  `;

  /** Where a parameter stands on its way, 0 … 1. */
  private place(offset: number): number {
    return this.draft[offset] ?? this.workspace.song.mixing.placeOf(this.kind, this.first + offset, this.values[this.first + offset] ?? 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settle);
  }

  override render() {
    const attack = this.place(0) * PART;
    const decay = attack + 8 + this.place(1) * PART;
    const sustain = TOP + (1 - this.place(2)) * (HEIGHT - 2 * TOP);
    const held = decay + HOLD;
    const end = held + 8 + this.place(3) * PART;
    const low = HEIGHT - TOP / 2;
    const curve = `M0 ${low}Q${attack * 0.4} ${TOP} ${attack} ${TOP}Q${attack + (decay - attack) * 0.25} ${sustain} ${decay} ${sustain}L${held} ${sustain}Q${held + (end - held) * 0.25} ${low} ${end} ${low}`;
    const dot = (x: number, y: number, words: string, level: number, time: number, from: number) => html`<button style="left:${(100 * x) / WIDTH}%;top:${(100 * y) / HEIGHT}%"
      aria-label=${words} data-tip=${words} @pointerdown=${(event: PointerEvent) => this.drag(event, time, level, from)} @keydown=${(event: KeyboardEvent) => this.key(event, time, level)}></button>`;
    return html`
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${svg`<path class="ground" d="${curve}Z"></path><path class="line" d=${curve}></path>`}</svg>
      ${dot(attack, TOP, t('Attack: {0}', this.words(0)), -1, 0, 0)}
      ${dot(decay, sustain, t('Decay: {0}, sustain: {1}', this.words(1), this.words(2)), 2, 1, attack + 8)}
      ${dot(end, low, t('Release: {0}', this.words(3)), -1, 3, held + 8)}`;
  }

  private words(offset: number): string {
    const { mixing } = this.workspace.song;
    return valueWords(mixing.parameters(this.kind)[this.first + offset]!, mixing.valueAt(this.kind, this.first + offset, this.place(offset)));
  }

  private drag(event: PointerEvent, time: number, level: number, from: number): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    const dot = event.currentTarget as HTMLElement;
    const place = this.getBoundingClientRect();
    dot.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      this.put(time, (((moved.clientX - place.left) / place.width) * WIDTH - from) / PART);
      if (level >= 0) this.put(level, 1 - (((moved.clientY - place.top) / place.height) * HEIGHT - TOP) / (HEIGHT - 2 * TOP));
    };
    const end = (ended: Event) => {
      dot.removeEventListener('pointermove', move);
      dot.removeEventListener('pointerup', end);
      dot.removeEventListener('pointercancel', end);
      if (ended.type === 'pointercancel') this.draft = {};
      this.finish();
    };
    dot.addEventListener('pointermove', move);
    dot.addEventListener('pointerup', end);
    dot.addEventListener('pointercancel', end);
  }

  private key(event: KeyboardEvent, time: number, level: number): void {
    const by = event.shiftKey ? 0.002 : 0.02;
    switch (event.key) {
      case 'ArrowRight': this.put(time, this.place(time) + by); break;
      case 'ArrowLeft': this.put(time, this.place(time) - by); break;
      case 'ArrowUp': this.put(level < 0 ? time : level, this.place(level < 0 ? time : level) + by); break;
      case 'ArrowDown': this.put(level < 0 ? time : level, this.place(level < 0 ? time : level) - by); break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.finish(), 350);
  }

  private put(offset: number, where: number): void {
    const held = Math.min(1, Math.max(0, where));
    this.draft = { ...this.draft, [offset]: held };
    const { mixing, transport } = this.workspace.song;
    transport.previewParameter?.(this.device, this.first + offset, mixing.valueAt(this.kind, this.first + offset, held));
  }

  private finish(): void {
    const moved = Object.entries(this.draft);
    const { mixing } = this.workspace.song;
    if (moved.length > 0) {
      const values = Float64Array.from(this.values);
      for (const [offset, where] of moved) values[this.first + Number(offset)] = mixing.valueAt(this.kind, this.first + Number(offset), where);
      this.workspace.attempt(() => moved.length === 1
        ? mixing.set(this.device, mixing.parameters(this.kind)[this.first + Number(moved[0]![0])]!.name, values[this.first + Number(moved[0]![0])]!)
        : mixing.setAll(this.device, values));
    }
    this.draft = {};
  }
}
