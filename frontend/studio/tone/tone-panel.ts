import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { THIRDS, type Tone } from '../../audio/tone';
import { MASTER, type Device } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { forget, paintSoon } from '../canvas/frames';
import { Surface } from '../canvas/surface';
import { icon } from '../controls/icons';
import { parameterRow, type RowManner } from '../mixer/parameter-row';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { ToneWatch } from './tone-watch';
import './tutti-thirds';
import { t } from '../../words/words';

/** What the panels of the four audio tools have in common: a drawing that moves, the parameter that matters, the others folded. */
export abstract class TonePanel extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) strip: Handle = MASTER;
  @property({ attribute: false }) device!: Device;
  /** Values by hand while they move, of the thirds. */
  protected draft: Float64Array | null = null;
  /** The third that is touched or has the focus, or −1. */
  protected active = -1;
  /** What is said of the sound; another render only when it changes. */
  @state() protected said = '';
  @query('.graph') private place!: HTMLElement;
  private surface?: Surface;
  private readonly watch: ToneWatch;
  private readonly sizes = new ResizeObserver(() => this.paintSoon());

  constructor() {
    super();
    new Watching(this, ['song']);
    new Watching(this, ['transport']);
    this.watch = new ToneWatch(this, () => {
      this.said = this.tone ? this.tell(this.tone) : '';
      this.paintSoon();
    });
  }

  /** What came of the tool last, or null. */
  protected get tone(): Tone | null { return this.watch.tone; }

  /** Draws on a clean sheet. */
  protected abstract draw(pen: CanvasRenderingContext2D, width: number, height: number, tone: Tone | null): void;

  /** What is to be said of what came; the panel renders when it changes. */
  protected tell(tone: Tone): string { return tone.heard > 0 ? 'heard' : ''; }

  // --- parameters ---

  protected placeOf(name: string): number {
    return this.workspace.song.mixing.parameters(this.device.effect).findIndex(each => each.name === name);
  }

  protected value(name: string): number { return this.device.values[this.placeOf(name)]!; }

  protected set(name: string, value: number): void {
    this.workspace.attempt(() => this.workspace.song.mixing.set(this.device.handle, name, value));
  }

  /** Sets several parameters as one edit. */
  protected setAll(change: (values: Float64Array) => void): void {
    const values = Float64Array.from(this.device.values);
    change(values);
    this.workspace.attempt(() => this.workspace.song.mixing.setAll(this.device.handle, values));
  }

  /** The values by hand of the thirds, as they stand or are moved. */
  protected byHand(name: string): Float64Array {
    const first = this.placeOf(`1.${name}`);
    return this.draft ?? Float64Array.from(this.device.values.slice(first, first + THIRDS));
  }

  protected row(name: string, manner: RowManner = {}): TemplateResult { return parameterRow(this, this.placeOf(name), manner); }

  /** A switch as a button that stays down. */
  protected toggle(name: string, words: string, tip: string): TemplateResult {
    const on = this.value(name) >= 0.5;
    return html`<button aria-pressed=${on} data-tip=${tip} @click=${() => this.set(name, on ? 0 : 1)}>${words}</button>`;
  }

  /** What every tool has: what it takes away, alone, and a comparison at equal loudness. */
  protected listening(): TemplateResult {
    return html`
      ${this.toggle('delta', t('Hear the difference'), t('Lets only what is taken away or added be heard'))}
      ${this.toggle('match level', t('Match level'), t('As loud as what comes in, so that A and B and bypass compare fairly'))}`;
  }

  /** Holds the curve that was found by writing it to the gains by hand, or lets it follow again without them. */
  protected holding(): TemplateResult {
    const mode = this.placeOf('mode');
    const still = this.workspace.song.mixing.parameters(this.device.effect)[mode]!.most;
    const held = this.device.values[mode] === still;
    const press = () => this.setAll(values => {
      const first = this.placeOf('1.gain');
      const { least, most } = this.workspace.song.mixing.parameters(this.device.effect)[first]!;
      for (let third = 0; third < THIRDS; third++) {
        values[first + third] = held ? 0 : Math.min(most, Math.max(least, values[first + third]! + (this.tone?.found[third] ?? 0)));
      }
      values[mode] = held ? 0 : still;
    });
    return html`<button aria-pressed=${held} ?disabled=${!held && this.said === ''} @click=${press}
      data-tip=${held ? t('Lets the curve follow the sound again, without what was held') : t('Keeps the curve as it is now, to be drawn on by hand')}>${held ? t('Held') : t('Hold the curve')}</button>`;
  }

  /** Puts the values by hand of all thirds back to nothing. */
  protected leveller(name: string): TemplateResult {
    const first = this.placeOf(`1.${name}`);
    return html`<button ?disabled=${this.byHand(name).every(each => each === 0)} @click=${() => this.setAll(values => values.fill(0, first, first + THIRDS))}>${t('Reset the bands')}</button>`;
  }

  protected more(...names: readonly string[]): TemplateResult {
    return html`<div class="parameters">${names.map(name => this.row(name))}</div>`;
  }

  // --- the drawing ---

  /** The drawing with what lies over it. `name` says to those who don't see it what it shows. */
  protected graph(name: string, empty: string, over: TemplateResult | typeof nothing): TemplateResult {
    const { transport } = this.workspace.song;
    const silent = !this.tone || this.tone.heard === 0;
    return html`<div class="graph"><canvas role="img" aria-label=${name}></canvas>${over}
      ${silent ? html`<div class="empty"><p>${empty}</p>${transport.playing ? nothing
        : html`<button class="primary" @click=${() => void transport.play()}>${icon('play')} ${t('Play')}</button>`}</div>` : nothing}</div>`;
  }

  /** Values by hand over the drawing, one for each third of an octave. */
  protected thirds(name: string, label: string, words: (value: number) => string, pixels: (height: number) => number, step: number): TemplateResult {
    const first = this.placeOf(`1.${name}`);
    return html`<tutti-thirds .workspace=${this.workspace} .device=${this.device} .first=${first} .label=${label} .words=${words} .pixels=${pixels} .step=${step}
      @draft=${(event: CustomEvent<Float64Array | null>) => { this.draft = event.detail; this.paintSoon(); }}
      @active=${(event: CustomEvent<number>) => { this.active = event.detail; this.paintSoon(); }}></tutti-thirds>`;
  }

  override updated(): void {
    if (!this.surface) {
      this.surface = new Surface(this.renderRoot.querySelector('canvas')!);
    }
    this.sizes.observe(this.place);
    this.paintSoon();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    forget(this.paint);
  }

  protected paintSoon(): void {
    if (this.surface && this.isConnected) {
      this.surface.stale = true;
      paintSoon(this.paint);
    }
  }

  private readonly paint = (): void => {
    const { surface } = this;
    if (surface) {
      surface.fit(this.place.clientWidth, this.place.clientHeight);
      surface.draw(pen => this.draw(pen, surface.width, surface.height, this.tone));
    }
  };
}
