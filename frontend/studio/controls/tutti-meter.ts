import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { NONE, type Handle } from '../../song/song';
import { forget, paintSoon } from '../canvas/frames';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { meterOf } from './loudness';

const FALL = 0.035;
const HOLD = 45;

/** The level of a track (or, with NONE, of all) from −60 to 0 dBFS: a fast bar for each side and a peak that holds. */
@customElement('tutti-meter')
export class TuttiMeter extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @property({ type: Number }) track: Handle = NONE;
  /** Bottom to top. */
  @property({ type: Boolean }) vertical = false;
  @query('canvas') private canvas!: HTMLCanvasElement;

  private readonly levels = [0, 0];
  private readonly peaks = [0, 0];
  private readonly held = [0, 0];
  private gradient?: CanvasGradient;

  constructor() {
    super();
    new Watching(this, ['transport'], () => paintSoon(this.paint));
  }

  static override styles = css`
    :host, canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forget(this.paint);
  }

  override render() {
    return html`<canvas width=${this.vertical ? 8 : 120} height=${this.vertical ? 120 : 8} aria-hidden="true"></canvas>`;
  }

  private readonly paint = (): void => {
    const transport = this.workspace?.song.transport;
    const pen = this.canvas?.getContext('2d');
    if (!transport || !pen || !this.isConnected) {
      return;
    }
    const [width, height] = this.vertical ? [this.canvas.height, this.canvas.width] : [this.canvas.width, this.canvas.height];
    if (this.vertical) {
      pen.setTransform(0, -1, 1, 0, 0, width);
    }
    this.gradient ??= scale(pen, width);
    pen.clearRect(0, 0, width, height);
    const now = transport.peak(this.track);
    let quiet = true;
    for (let side = 0; side < 2; side++) {
      const level = Math.max(meterOf(now[side]), this.levels[side] - FALL);
      this.levels[side] = Math.max(0, level);
      if (level >= this.peaks[side] || this.held[side]-- <= 0) {
        this.peaks[side] = Math.max(0, level);
        this.held[side] = HOLD;
      }
      quiet &&= this.levels[side] === 0 && this.peaks[side] === 0;
      const top = side * height / 2;
      pen.fillStyle = this.gradient;
      pen.fillRect(0, top, this.levels[side] * width, height / 2 - 0.5);
      if (this.peaks[side] > 0) {
        pen.fillRect(this.peaks[side] * width - 1.5, top, 1.5, height / 2 - 0.5);
      }
    }
    if (transport.playing || !quiet) {
      paintSoon(this.paint);
    }
  };
}

function scale(pen: CanvasRenderingContext2D, width: number): CanvasGradient {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--tutti-${name}`).trim();
  const gradient = pen.createLinearGradient(0, 0, width, 0);
  gradient.addColorStop(0, token('good'));
  gradient.addColorStop(0.7, token('good'));
  gradient.addColorStop(0.85, token('warn'));
  gradient.addColorStop(1, token('bad'));
  return gradient;
}
