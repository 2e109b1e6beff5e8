import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Handle } from '../../song/song';
import { forget, paintSoon } from '../canvas/frames';
import { colours } from '../canvas/palette';
import { Surface } from '../canvas/surface';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** Seconds that the trace shows, and dB from its top to its bottom. */
const SECONDS = 6;
const DEPTH = 24;
const LINES = [6, 12, 18];

/** How much a compressor or limiter turns down, over the last seconds: from 0 dB at the top downwards. */
@customElement('tutti-reduction')
export class TuttiReduction extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) device!: Handle;
  @query('canvas') private canvas!: HTMLCanvasElement;
  private surface?: Surface;
  private watched?: Handle;
  private readonly trace: { readonly at: number; readonly by: number }[] = [];
  private readonly sizes = new ResizeObserver(() => this.soon());

  static override styles = css`
    :host {
      position: relative;
      display: block;
      height: 84px;
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      overflow: hidden;
    }

    canvas {
      position: absolute;
      inset: 0;
    }
  `;

  constructor() {
    super();
    new Watching(this, ['transport'], () => this.soon());
  }

  override render() {
    return html`<canvas role="img" aria-label=${t('Gain reduction over the last {0} seconds', SECONDS)}></canvas>`;
  }

  override updated(): void {
    this.surface ??= new Surface(this.canvas);
    if (this.watched !== this.device) {
      this.watched = this.device;
      this.trace.length = 0;
      this.workspace.song.transport.watch([this.device]);
    }
    this.sizes.observe(this);
    this.soon();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watched = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.workspace.song.transport.watch([]);
    this.sizes.disconnect();
    forget(this.paint);
  }

  private soon(): void {
    if (this.surface && this.isConnected) {
      this.surface.fit(this.clientWidth, this.clientHeight);
      this.surface.stale = true;
      paintSoon(this.paint);
    }
  }

  private readonly paint = (): void => {
    const { transport } = this.workspace.song;
    const now = performance.now() / 1000;
    this.trace.push({ at: now, by: transport.reduction(this.device) });
    while (this.trace.length > 0 && this.trace[0]!.at < now - SECONDS - 1) {
      this.trace.shift();
    }
    this.surface?.draw(pen => this.draw(pen, now));
    if (transport.playing || this.trace.some(each => each.by < 0)) {
      this.soon();
    }
  };

  private draw(pen: CanvasRenderingContext2D, now: number): void {
    const { clientWidth: width, clientHeight: height } = this;
    const palette = colours();
    pen.font = palette.ruler;
    for (const line of LINES) {
      const y = Math.round(height * line / DEPTH);
      pen.fillStyle = palette.line;
      pen.fillRect(0, y, width, 1);
      pen.fillStyle = palette.faint;
      pen.fillText(`−${line}`, 4, y - 3);
    }
    pen.beginPath();
    pen.moveTo(width, 0);
    for (let at = this.trace.length - 1; at >= 0; at--) {
      const { at: when, by } = this.trace[at]!;
      pen.lineTo(width * (1 - (now - when) / SECONDS), Math.min(height, height * -by / DEPTH));
    }
    pen.lineTo(this.trace.length > 0 ? width * (1 - (now - this.trace[0]!.at) / SECONDS) : width, 0);
    pen.fillStyle = palette.accentQuiet;
    pen.fill();
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 1.5;
    pen.stroke();
    const deepest = Math.min(0, ...this.trace.filter(each => each.at > now - 0.5).map(each => each.by));
    pen.font = palette.smallBold;
    pen.fillStyle = palette.text;
    pen.textAlign = 'right';
    pen.fillText(`${deepest.toFixed(1).replace('-', '−')} dB`, width - 8, height - 8);
    pen.textAlign = 'left';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-reduction': TuttiReduction;
  }
}
