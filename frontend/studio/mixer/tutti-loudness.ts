import { LitElement, css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MASTER } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { forget, paintSoon } from '../canvas/frames';
import { colours } from '../canvas/palette';
import { Surface } from '../canvas/surface';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { compareWithProfile } from '../tone/compare';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

const NOTHING = -200;
const LOUDNESSES = 3;
/** dB at the bottom of the spectrum; its top is 0. */
const LEAST = -90;
const LOW = 20;
const HIGH = 20_000;
const MARKS = [100, 1000, 10_000];

/** Loudness and spectrum of a strip, behind its fader; measured only while this is shown. */
@customElement('tutti-loudness')
export class TuttiLoudness extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) strip: Handle = MASTER;
  @property() name = '';
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private values: readonly number[] = [NOTHING, NOTHING, NOTHING];
  private surface?: Surface;
  private probed?: Handle;
  private readonly sizes = new ResizeObserver(() => this.soon());

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      grid-template-rows: auto auto minmax(90px, 1fr);
      min-height: 0;
      background: var(--tutti-ground-1);
      border-left: 1px solid var(--tutti-line);
    }

    header {
      display: flex;
      align-items: center;
      gap: 2px;
      padding: 0 8px;
      min-height: 36px;
      border-bottom: 1px solid var(--tutti-line);
    }

    h3 {
      flex: 1;
      margin: 0;
      font-size: var(--tutti-size);
      font-weight: 600;
    }

    dl {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      gap: 2px 12px;
      margin: 0;
      padding: 10px 12px 6px;
    }

    dt {
      grid-row: 1;
      font-size: var(--tutti-size-small);
      color: var(--tutti-text-quiet);
    }

    dd {
      grid-row: 2;
      margin: 0;
      font-size: var(--tutti-size-large);
      font-feature-settings: 'tnum';
    }

    .spectrum {
      position: relative;
      min-height: 90px;
      margin: 4px 12px 12px;
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      overflow: hidden;
    }

    canvas {
      position: absolute;
      inset: 0;
    }
  `];

  constructor() {
    super();
    new Watching(this, ['transport'], () => this.soon());
  }

  override render() {
    const { transport } = this.workspace.song;
    const [momentary, shortTerm, integrated] = this.values;
    return html`<header>
        <h3>${t('Loudness of {0}', this.name)}</h3>
        <button data-tip=${t('Compare with a profile …')} @click=${() => { this.dispatchEvent(new CustomEvent('close')); compareWithProfile(this.workspace, this.strip); }}>${t('Profile')}</button>
        <button @click=${() => transport.resetProbe()} data-tip=${t('Measures the integrated loudness anew')}>${t('Reset')}</button>
        <button aria-label=${t('Close the meters')} data-tip=${t('Close the meters')} @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${icon('close')}</button>
      </header>
      <dl>
        <dt>${t('Momentary')}</dt><dd>${lufs(momentary!)}</dd>
        <dt>${t('Short-term')}</dt><dd>${lufs(shortTerm!)}</dd>
        <dt>${t('Integrated')}</dt><dd>${lufs(integrated!)}</dd>
      </dl>
      <div class="spectrum"><canvas role="img" aria-label=${t('Spectrum of {0}, 20 Hz to 20 kHz, −90 to 0 dB', this.name)}></canvas></div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.probed = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.workspace.song.transport.probe(null);
    this.sizes.disconnect();
    forget(this.paint);
  }

  override updated(): void {
    if (!this.surface) {
      this.surface = new Surface(this.canvas);
      this.sizes.observe(this.canvas.parentElement!);
    }
    if (this.probed !== this.strip) {
      this.probed = this.strip;
      const { mixing, transport } = this.workspace.song;
      transport.probe(this.strip === MASTER ? mixing.masterHandle : this.strip);
      this.soon();
    }
  }

  private soon(): void {
    if (this.surface && this.isConnected) {
      const place = this.canvas.parentElement!;
      this.surface.fit(place.clientWidth, place.clientHeight);
      this.surface.stale = true;
      paintSoon(this.paint);
    }
  }

  private readonly paint = (): void => {
    const { transport } = this.workspace.song;
    const { probed } = transport;
    const next = probed ? Array.from(probed.subarray(0, LOUDNESSES), each => Math.round(each * 10) / 10) : this.values;
    if (next.some((value, index) => value !== this.values[index])) {
      this.values = next;
    }
    this.surface?.draw(pen => this.draw(pen, probed));
    if (this.isConnected && (transport.playing || next[0]! > -120)) {
      this.soon();
    } else if (this.isConnected) {
      window.setTimeout(() => this.soon(), 500); // others may play, or keys
    }
  };

  private draw(pen: CanvasRenderingContext2D, probed: Float32Array | null): void {
    const { clientWidth: width, clientHeight: height } = this.canvas.parentElement!;
    const palette = colours();
    const y = (level: number) => height * Math.min(1, Math.max(0, level / LEAST));
    pen.font = palette.ruler;
    for (const mark of MARKS) {
      const x = Math.round(width * Math.log(mark / LOW) / Math.log(HIGH / LOW));
      pen.fillStyle = palette.line;
      pen.fillRect(x, 0, 1, height);
      pen.fillStyle = palette.faint;
      pen.fillText(mark >= 1000 ? `${mark / 1000} k` : String(mark), x + 4, height - 5);
    }
    for (const level of [-30, -60]) {
      pen.fillStyle = palette.line;
      pen.fillRect(0, Math.round(y(level)), width, 1);
      pen.fillStyle = palette.faint;
      pen.fillText(`−${-level} dB`, 4, Math.round(y(level)) - 3);
    }
    if (!probed) {
      return;
    }
    const curve = probed.subarray(LOUDNESSES);
    pen.beginPath();
    curve.forEach((level, index) => pen.lineTo(width * index / (curve.length - 1), y(level)));
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 1.5;
    pen.stroke();
    pen.lineTo(width, height);
    pen.lineTo(0, height);
    pen.fillStyle = palette.accentQuiet;
    pen.fill();
  }
}

function lufs(value: number): string {
  return value <= -120 ? t('silent') : `${value.toFixed(1).replace('-', '−')} LUFS`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-loudness': TuttiLoudness;
  }
}
