import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { THIRDS, thirdHertz } from '../../audio/tone';
import type { Device } from '../../song/mixing';
import type { Workspace } from '../workspace/workspace';
import { across } from './tone-scale';
import { t } from '../../words/words';

/** Nominal frequencies of a decade, from 20 Hz. */
const NOMINAL = [20, 25, 31.5, 40, 50, 63, 80, 100, 125, 160];
const HALF = 2 ** (1 / 6);
/** Milliseconds after the last key at which nudges become an edit. */
const SETTLED = 350;

/**
 * A value by hand for each third of an octave, over a drawing: grab it anywhere at its frequency and drag, press twice for nothing, or go with the arrow keys
 * from band to band and up and down. Tells `draft` while values move (null when they rest) and `active`, the band that is touched. One edit a gesture.
 */
@customElement('tutti-thirds')
export class TuttiThirds extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) device!: Device;
  /** The place of the first band's parameter. */
  @property({ type: Number }) first = 0;
  @property() label = '';
  @property({ attribute: false }) words: (value: number) => string = String;
  /** Pixels of a drag for one unit, in a drawing of some height. */
  @property({ attribute: false }) pixels: (height: number) => number = height => height;
  /** What an arrow key adds. */
  @property({ type: Number }) step = 0.5;
  private draft: Float64Array | null = null;
  /** What the gesture is about, and the bands that it moved: others may move the rest meanwhile. */
  private drafted: Device | null = null;
  private readonly moved = new Set<number>();
  private current = 17;
  private settle = 0;

  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
    }

    div {
      position: absolute;
      top: 0;
      bottom: 0;
      cursor: ns-resize;
      touch-action: none;
      outline: none;
    }

    div:hover {
      background: #ffffff08;
    }

    div:focus-visible {
      background: var(--tutti-accent-quiet);
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }
  `;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.finish();
  }

  override willUpdate(): void {
    if (this.drafted && this.drafted.handle !== this.device.handle) this.finish();
  }

  private get values(): Float64Array { return this.draft ?? Float64Array.from(this.device.values.slice(this.first, this.first + THIRDS)); }

  override render() {
    const { values } = this;
    const { least, most } = this.workspace.song.mixing.parameters(this.device.effect)[this.first]!;
    return html`${Array.from(values, (value, band) => {
      const left = Math.max(0, across(thirdHertz(band) / HALF));
      const right = Math.min(1, across(thirdHertz(band) * HALF));
      return html`<div role="slider" tabindex=${band === this.current ? 0 : -1} style="left:${100 * left}%;width:${100 * (right - left)}%"
        aria-label="${this.label} ${bandWords(band)}" aria-orientation="vertical" aria-valuemin=${least} aria-valuemax=${most} aria-valuenow=${value} aria-valuetext=${this.words(value)}
        @pointerdown=${(event: PointerEvent) => this.drag(event, band)} @dblclick=${() => this.reset(band)}
        @contextmenu=${(event: Event) => { event.preventDefault(); this.reset(band); }}
        @pointerenter=${() => this.touch(band)} @pointerleave=${() => this.touch(-1)}
        @focus=${() => { this.current = band; this.touch(band); this.requestUpdate(); }} @blur=${() => this.touch(-1)}
        @keydown=${(event: KeyboardEvent) => this.key(event, band)}></div>`;
    })}`;
  }

  private touch(band: number): void {
    this.dispatchEvent(new CustomEvent('active', { detail: band }));
  }

  private drag(event: PointerEvent, band: number): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    const column = event.currentTarget as HTMLElement;
    const unit = this.pixels(this.clientHeight);
    const begun = Float64Array.from(this.values);
    let from = event.clientY;
    let at = begun[band]!;
    column.focus();
    column.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      at += (from - moved.clientY) / unit * (moved.shiftKey ? 0.1 : 1);
      from = moved.clientY;
      this.preview(band, at);
    };
    const end = (ended: Event) => {
      column.removeEventListener('pointermove', move);
      column.removeEventListener('pointerup', end);
      column.removeEventListener('pointercancel', end);
      if (ended.type === 'pointercancel') this.preview(band, begun[band]!);
      this.finish();
    };
    column.addEventListener('pointermove', move);
    column.addEventListener('pointerup', end);
    column.addEventListener('pointercancel', end);
  }

  private key(event: KeyboardEvent, band: number): void {
    const by = this.step * (event.shiftKey ? 0.2 : 1);
    const value = this.values[band]!;
    switch (event.key) {
      case 'ArrowLeft': this.go(band - 1); break;
      case 'ArrowRight': this.go(band + 1); break;
      case 'Home': this.go(0); break;
      case 'End': this.go(THIRDS - 1); break;
      case 'ArrowUp': this.soon(band, value + by); break;
      case 'ArrowDown': this.soon(band, value - by); break;
      case 'PageUp': this.soon(band, value + 6 * by); break;
      case 'PageDown': this.soon(band, value - 6 * by); break;
      case 'Delete': case 'Backspace': case '0': this.reset(band); break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private go(band: number): void {
    const to = Math.min(THIRDS - 1, Math.max(0, band));
    this.renderRoot.querySelectorAll<HTMLElement>('[role=slider]')[to]?.focus();
  }

  /** Several nudges in a row are one edit. */
  private soon(band: number, value: number): void {
    this.preview(band, value);
    window.clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.finish(), SETTLED);
  }

  private reset(band: number): void {
    this.preview(band, 0);
    this.finish();
  }

  private preview(band: number, value: number): void {
    const { least, most } = this.workspace.song.mixing.parameters(this.device.effect)[this.first]!;
    const values = Float64Array.from(this.values);
    values[band] = Math.min(most, Math.max(least, value));
    this.draft = values;
    this.drafted ??= this.device;
    this.moved.add(band);
    this.workspace.song.transport.previewParameter?.(this.device.handle, this.first + band, values[band]!);
    this.dispatchEvent(new CustomEvent('draft', { detail: values }));
    this.requestUpdate();
  }

  private finish(): void {
    window.clearTimeout(this.settle);
    const { draft, drafted } = this;
    if (draft && drafted) {
      const device = drafted.handle === this.device.handle ? this.device : drafted;
      const values = Float64Array.from(device.values);
      for (const band of this.moved) values[this.first + band] = draft[band]!;
      this.draft = null;
      this.drafted = null;
      this.moved.clear();
      if (values.some((value, place) => value !== device.values[place])) {
        this.workspace.attempt(() => this.workspace.song.mixing.setAll(device.handle, values));
      }
      this.dispatchEvent(new CustomEvent('draft', { detail: null }));
    }
  }
}

/** A third of an octave by its nominal frequency (IEC 61260). */
export function bandWords(band: number): string {
  const nominal = NOMINAL[band % 10]! * 10 ** Math.floor(band / 10);
  return nominal >= 1000 ? t('{0} kHz', nominal / 1000) : t('{0} Hz', nominal);
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-thirds': TuttiThirds;
  }
}
