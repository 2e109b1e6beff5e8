import { LitElement, css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Device } from '../../song/mixing';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** Hertz at both ends, and decibels up and down. */
const LOW = 20;
const HIGH = 20_000;
const DECIBELS = 24;
const BANDS = 8;
/** Parameters of a band, as `core.effect.Equaliser` lays them. */
const BAND = 5;
const On = 0, Frequency = 2, Gain = 3, Quality = 4;
const LINES = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

/** An equaliser's curve: drag a point for frequency and gain, wheel for its width, double-press switches a band. */
@customElement('tutti-curve')
export class TuttiCurve extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) device!: Device;
  @state() private draft: Float64Array | null = null;
  @property({ type: Number }) chosen = 0;
  @query('canvas') private canvas!: HTMLCanvasElement;
  private readonly sizes = new ResizeObserver(() => this.paint());
  private settle = 0;

  constructor() {
    super();
    new Watching(this, ['song']);
  }

  static override styles = css`
    :host {
      position: relative;
      display: block;
      min-height: 120px;
      touch-action: none;
    }

    canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
    }

    button {
      position: absolute;
      width: 18px;
      height: 18px;
      margin: -9px 0 0 -9px;
      padding: 0;
      border: 1.5px solid var(--tutti-accent);
      border-radius: 9px;
      background: var(--tutti-ground-1);
      color: var(--tutti-text);
      font: 600 var(--tutti-size-ruler)/1 var(--tutti-font);
      cursor: move;
      touch-action: none;
    }

    button.off {
      border-color: var(--tutti-line-strong);
      color: var(--tutti-text-faint);
    }

    button:focus-visible, button.chosen {
      box-shadow: var(--tutti-focus);
      outline: none;
    }
  `;

  private get values(): Float64Array { return this.draft ?? Float64Array.from(this.device.values); }

  override firstUpdated(): void { this.sizes.observe(this); }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    clearTimeout(this.settle);
  }

  override render() {
    const { values } = this;
    return html`<canvas aria-hidden="true"></canvas>
      ${Array.from({ length: BANDS }, (_, band) => {
        const at = band * BAND;
        const on = values[at + On]! >= 0.5;
        const words = t('Band {0}: {1} Hz, {2} dB', band + 1, Math.round(values[at + Frequency]!), values[at + Gain]!.toFixed(1));
        return html`<button class="${on ? '' : 'off'} ${band === this.chosen ? 'chosen' : ''}" aria-label=${on ? words : `${words}, ${t('off')}`} data-tip=${words}
          style="left:${100 * x(values[at + Frequency]!)}%;top:${100 * y(values[at + Gain]!)}%"
          @pointerdown=${(event: PointerEvent) => this.drag(event, band)} @focus=${() => this.choose(band)}
          @dblclick=${() => this.change(band, On, on ? 0 : 1)} @wheel=${(event: WheelEvent) => this.wheel(event, band)}
          @contextmenu=${(event: Event) => { event.preventDefault(); this.change(band, Gain, 0); }}
          @keydown=${(event: KeyboardEvent) => this.key(event, band)}>${band + 1}</button>`;
      })}`;
  }

  override updated(): void { this.paint(); }

  private drag(event: PointerEvent, band: number): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    const handle = event.currentTarget as HTMLElement;
    const place = this.getBoundingClientRect();
    const begun = Float64Array.from(this.values);
    this.choose(band);
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      const values = Float64Array.from(begun);
      const at = band * BAND;
      values[at + Frequency] = held(hertz((moved.clientX - place.left) / place.width), LOW, HIGH);
      values[at + Gain] = held(decibels((moved.clientY - place.top) / place.height), -DECIBELS, DECIBELS);
      values[at + On] = 1;
      this.preview(values, band);
    };
    const end = (ended: Event) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      if (ended.type === 'pointercancel') this.preview(begun, band);
      this.finish();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  }

  private choose(band: number): void {
    this.dispatchEvent(new CustomEvent('band', { detail: band }));
  }

  private wheel(event: WheelEvent, band: number): void {
    event.preventDefault();
    event.stopPropagation();
    this.scale(band, Quality, event.deltaY < 0 ? 1.1 : 1 / 1.1, 0.1, 18);
  }

  private key(event: KeyboardEvent, band: number): void {
    const fine = event.shiftKey ? 0.2 : 1;
    switch (event.key) {
      case 'ArrowLeft': this.scale(band, Frequency, 2 ** (-fine / 12), LOW, HIGH); break;
      case 'ArrowRight': this.scale(band, Frequency, 2 ** (fine / 12), LOW, HIGH); break;
      case 'ArrowUp': this.nudge(band, 0.5 * fine); break;
      case 'ArrowDown': this.nudge(band, -0.5 * fine); break;
      case 'PageUp': this.scale(band, Quality, 1.1, 0.1, 18); break;
      case 'PageDown': this.scale(band, Quality, 1 / 1.1, 0.1, 18); break;
      case 'Enter': case ' ': this.change(band, On, this.values[band * BAND + On]! >= 0.5 ? 0 : 1); break;
      case 'Delete': case 'Backspace': this.change(band, Gain, 0); break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private nudge(band: number, by: number): void {
    const values = Float64Array.from(this.values);
    values[band * BAND + Gain] = held(values[band * BAND + Gain]! + by, -DECIBELS, DECIBELS);
    this.soon(values, band);
  }

  private scale(band: number, which: number, factor: number, least: number, most: number): void {
    const values = Float64Array.from(this.values);
    values[band * BAND + which] = held(values[band * BAND + which]! * factor, least, most);
    this.soon(values, band);
  }

  private change(band: number, which: number, value: number): void {
    const values = Float64Array.from(this.values);
    values[band * BAND + which] = value;
    this.preview(values, band);
    this.finish();
  }

  /** Several nudges in a row are one edit. */
  private soon(values: Float64Array, band: number): void {
    this.preview(values, band);
    clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.finish(), 350);
  }

  private preview(values: Float64Array, band: number): void {
    this.draft = values;
    for (let i = band * BAND; i < (band + 1) * BAND; i++) this.workspace.song.transport.previewParameter?.(this.device.handle, i, values[i]!);
  }

  private finish(): void {
    clearTimeout(this.settle);
    const { draft } = this;
    if (draft) {
      this.workspace.attempt(() => this.workspace.song.mixing.setAll(this.device.handle, draft));
      this.draft = null;
    }
  }

  private paint(): void {
    const pen = this.canvas?.getContext('2d');
    const { clientWidth: width, clientHeight: height } = this;
    if (!pen || width === 0) return;
    const scale = devicePixelRatio || 1;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    pen.scale(scale, scale);
    const style = getComputedStyle(this);
    const token = (name: string) => style.getPropertyValue(`--tutti-${name}`).trim();
    pen.font = `${token('size-ruler') || '10px'} ${token('font') || 'sans-serif'}`;
    pen.fillStyle = token('text-faint');
    pen.strokeStyle = token('line');
    for (const each of LINES) {
      line(pen, x(each) * width, 0, x(each) * width, height);
      if (String(each).startsWith('1')) pen.fillText(each >= 1000 ? `${each / 1000}k` : String(each), x(each) * width + 3, height - 4);
    }
    for (const each of [-18, -12, -6, 0, 6, 12, 18]) {
      pen.strokeStyle = token(each === 0 ? 'line-strong' : 'line');
      line(pen, 0, y(each) * height, width, y(each) * height);
      if (each % 12 === 0 && each !== 0) pen.fillText(String(each).replace('-', '−'), 3, y(each) * height - 3);
    }
    const steps = Math.max(2, Math.floor(width / 2));
    const frequencies = Float64Array.from({ length: steps + 1 }, (_, i) => hertz(i / steps));
    const gains = this.workspace.song.mixing.response(this.values, frequencies);
    pen.beginPath();
    gains.forEach((gain, i) => pen.lineTo((i / steps) * width, y(held(gain, -2 * DECIBELS, 2 * DECIBELS)) * height));
    pen.strokeStyle = token('accent');
    pen.globalAlpha = this.device.bypassed ? 0.35 : 1;
    pen.lineWidth = 2;
    pen.stroke();
    pen.lineTo(width, y(0) * height);
    pen.lineTo(0, y(0) * height);
    pen.globalAlpha = 0.12;
    pen.fillStyle = token('accent');
    pen.fill();
  }
}

function line(pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
  pen.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
  pen.stroke();
}

function x(frequency: number): number { return Math.log(frequency / LOW) / Math.log(HIGH / LOW); }
function hertz(place: number): number { return LOW * (HIGH / LOW) ** place; }
function y(gain: number): number { return 0.5 - gain / (2 * DECIBELS); }
function decibels(place: number): number { return (0.5 - place) * 2 * DECIBELS; }
function held(value: number, least: number, most: number): number { return Math.min(most, Math.max(least, value)); }
